//! A change in the making: its statements, and what history and the digest of the content keep of it.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value as Json;

use super::chain::{self, Payload};
use super::digest::{ContentDigest, Digester, RecordDigest};
use super::engine::{Statement, params};
use super::levels::Bearing;
use crate::domain::{
    Alias, Assignment, Citation, Claim, Distinction, Lineage, Review, ReviewPolicySetting,
    RuleSeverity, Source, Timestamp, Waiver,
};
use crate::error::{Error, Result};

/// Who makes a change, and when.
#[derive(Debug, Clone)]
pub struct Signature {
    /// The name that history shows. Never empty.
    pub actor: String,
    /// The moment.
    pub at: Timestamp,
}

/// The last change of a casebook.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// Its id; 0 before the first.
    pub(crate) id: i64,
    /// Its hash.
    pub(crate) hash: Vec<u8>,
    /// The digest of all content after it.
    pub(crate) content: ContentDigest,
}

impl Head {
    /// The number of the change that comes next.
    ///
    /// # Errors
    /// Where another program wrote the greatest number that there is.
    pub(crate) fn next(&self) -> Result<i64> {
        self.id.checked_add(1).ok_or_else(|| {
            Error::storage(format!("no change can follow change {}", self.id))
                .hint("run `twosource doctor`: another program has written to the casebook")
        })
    }
}

/// A citation with its number, by which people call it; its digest knows nothing of that.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct NumberedCitation<'a> {
    number: i64,
    #[serde(flatten)]
    pub(super) citation: &'a Citation,
}

/// A record of the casebook, for history and digest.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
pub(crate) enum Record<'a> {
    /// A source.
    Source(&'a Source),
    /// A claim.
    Claim(&'a Claim),
    /// A citation.
    Citation(NumberedCitation<'a>),
    /// A lineage row.
    Lineage(&'a Lineage),
    /// A review.
    Review(&'a Review),
    /// A waiver.
    Waiver(&'a Waiver),
    /// A severity that was set.
    RuleSeverity(&'a RuleSeverity),
    /// Two names that are two.
    Distinction(&'a Distinction),
    /// Another spelling of a name.
    Alias(&'a Alias),
    /// Who is to review a claim.
    Assignment(&'a Assignment),
    /// What a verdict needs to stand.
    ReviewPolicy(&'a ReviewPolicySetting),
}

impl<'a> Record<'a> {
    /// A citation and its number.
    pub(crate) fn citation(number: i64, citation: &'a Citation) -> Self {
        Record::Citation(NumberedCitation { number, citation })
    }

    /// Its digest.
    pub(super) fn digest(&self, digester: &mut Digester) -> RecordDigest {
        match self {
            Record::Source(source) => digester.source(source),
            Record::Claim(claim) => digester.claim(claim),
            Record::Citation(numbered) => digester.citation(numbered.citation),
            Record::Lineage(lineage) => digester.lineage(lineage),
            Record::Review(review) => digester.review(review),
            Record::Waiver(waiver) => digester.waiver(waiver),
            Record::RuleSeverity(set) => digester.rule_severity(set),
            Record::Distinction(said) => digester.distinction(said),
            Record::Alias(alias) => digester.alias(alias),
            Record::Assignment(assignment) => digester.assignment(assignment),
            Record::ReviewPolicy(set) => digester.review_policy(set),
        }
    }
}

/// What kind of thing a change is about; the name is a key, or a creator's name.
pub(crate) type Subject = (&'static str, String);

/// A change in the making: statements, and what history keeps of them.
#[derive(Debug)]
pub(crate) struct Change {
    action: String,
    statements: Vec<Statement>,
    before: Vec<Json>,
    after: Vec<Json>,
    added: Vec<RecordDigest>,
    removed: Vec<RecordDigest>,
    subjects: BTreeSet<Subject>,
    bearing: Bearing,
    digester: Digester,
    /// Whether history is told nothing at the moment.
    silent: bool,
    stands_alone: bool,
}

impl Change {
    /// An empty change, named as the command that makes it.
    pub(crate) fn new(action: impl Into<String>) -> Self {
        Change {
            action: action.into(),
            statements: Vec::new(),
            before: Vec::new(),
            after: Vec::new(),
            added: Vec::new(),
            removed: Vec::new(),
            subjects: BTreeSet::new(),
            bearing: Bearing::default(),
            digester: Digester::default(),
            silent: false,
            stands_alone: false,
        }
    }

    /// Does something of which history keeps neither records nor subjects: they would name what is to be
    /// forgotten. Digest and levels follow all the same.
    pub(crate) fn untold<T>(&mut self, work: impl FnOnce(&mut Change) -> Result<T>) -> Result<T> {
        let before = std::mem::replace(&mut self.silent, true);
        let outcome = work(self);
        self.silent = before;
        outcome
    }

    /// Adds a statement. It may name `:version`, the id of this change.
    pub(crate) fn run(&mut self, statement: Statement) {
        self.statements.push(statement);
    }

    /// Notes that a record is gone, or was as given before this change.
    pub(crate) fn removes(&mut self, record: &Record<'_>) -> Result<()> {
        self.removed.push(record.digest(&mut self.digester));
        self.bearing.before(record);
        if !self.silent {
            self.before.push(json(record)?);
        }
        Ok(())
    }

    /// Notes that a record is new, or is as given after this change.
    pub(crate) fn adds(&mut self, record: &Record<'_>) -> Result<()> {
        self.added.push(record.digest(&mut self.digester));
        self.bearing.after(record);
        if !self.silent {
            self.after.push(json(record)?);
        }
        Ok(())
    }

    /// Notes what the change is about, so that `history KEY` finds it.
    pub(crate) fn about(&mut self, entity: &'static str, key: &str) {
        if !self.silent {
            self.subjects.insert((entity, key.to_owned()));
        }
    }

    /// Whether nothing would be different after it.
    pub(crate) fn is_empty(&self) -> bool {
        self.statements.is_empty() && !self.stands_alone
    }

    /// Lets it be written although it changes no record: that it was made is what history is to keep.
    pub(crate) fn stands_alone(&mut self) {
        self.stands_alone = true;
    }

    /// Takes note of a new record for levels alone: history and digest know of it in another way.
    pub(crate) fn bears_on(&mut self, record: &Record<'_>) {
        self.bearing.after(record);
    }

    /// What its records say that levels follow from.
    pub(crate) fn bearing(&self) -> &Bearing {
        &self.bearing
    }

    /// Its records so far: those before and those after.
    pub(super) fn records(&self) -> (&[Json], &[Json]) {
        (&self.before, &self.after)
    }

    /// Notes something for history that is no record.
    pub(crate) fn notes(&mut self, note: Json) {
        self.after.insert(0, note);
    }

    /// The statements so far, which are then no longer part of the change.
    pub(crate) fn take_statements(&mut self) -> Vec<Statement> {
        std::mem::take(&mut self.statements)
    }

    /// The row for history, on top of the content so far.
    pub(crate) fn into_row(self, action: &str, mut content: ContentDigest) -> Result<ChangeRow> {
        self.removed.iter().for_each(|record| content.subtract(record));
        self.added.iter().for_each(|record| content.add(record));
        let (before, after) = (array(&self.before)?, array(&self.after)?);
        Ok(ChangeRow { before, after, action: action.to_owned(), content })
    }

    /// The whole batch: the change row first, because the other rows refer to it; then what takes away
    /// rows that hold no longer, because these refer to what may go.
    pub(super) fn batch(
        mut self,
        head: &Head,
        signature: &Signature,
        releases: impl IntoIterator<Item = Statement>,
    ) -> Result<Vec<Statement>> {
        let version = head.next()?;
        let statements = self.take_statements();
        let subjects = std::mem::take(&mut self.subjects);
        let action = std::mem::take(&mut self.action);
        let row = self.into_row(&action, head.content)?;
        let mut batch = vec![row.statement(head, signature)?];
        batch.extend(releases);
        for (entity, key) in subjects {
            batch.push(Statement::new(
                "INSERT INTO change_subject (entity, key, change_id) VALUES (:entity, :key, :version)",
                params! { entity: entity, key: key, version: version },
            ));
        }
        for mut statement in statements {
            statement.parameters.push(("version", version.into()));
            batch.push(statement);
        }
        Ok(batch)
    }
}

/// A row of the table `change`, but for what follows from the one before it.
pub(crate) struct ChangeRow {
    /// What was done.
    pub(crate) action: String,
    /// The records as they were, as JSON.
    pub(crate) before: Option<String>,
    /// The records as they are, as JSON.
    pub(crate) after: Option<String>,
    /// The digest of all content after it.
    pub(crate) content: ContentDigest,
}

impl ChangeRow {
    /// The statement that puts the row behind `head`; fails where another change stands there already.
    pub(crate) fn statement(self, head: &Head, signature: &Signature) -> Result<Statement> {
        let payload = Payload {
            at: signature.at.as_str(),
            actor: &signature.actor,
            action: &self.action,
            before: self.before.as_deref(),
            after: self.after.as_deref(),
        };
        let mut salt = [0_u8; 16];
        getrandom::fill(&mut salt).map_err(|error| {
            Error::storage(format!("the system gives no random numbers: {error}"))
        })?;
        let digest = payload.digest(&salt);
        let id = head.next()?;
        let hash = chain::link(id, &head.hash, &digest, self.content);
        Ok(Statement::new(
            "INSERT INTO change (id, at, actor, action, before, after, salt, payload_digest,
                                 content_digest, hash)
             VALUES (:id, :at, :actor, :action, :before, :after, :salt, :payload_digest,
                     :content_digest, :hash)",
            params! {
                id: id, at: signature.at.as_str(), actor: signature.actor.as_str(),
                action: self.action, before: self.before, after: self.after, salt: salt.to_vec(),
                payload_digest: digest.to_vec(), content_digest: self.content.to_bytes().to_vec(),
                hash: hash.to_vec(),
            },
        ))
    }
}

fn json(record: &Record<'_>) -> Result<Json> {
    serde_json::to_value(record)
        .map_err(|error| Error::storage(format!("a record cannot be written down: {error}")))
}

fn array(records: &[Json]) -> Result<Option<String>> {
    if records.is_empty() {
        return Ok(None);
    }
    serde_json::to_string(records)
        .map(Some)
        .map_err(|error| Error::storage(format!("a record cannot be written down: {error}")))
}
