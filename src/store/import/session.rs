//! One import: from the first record to the change that stands for all of them.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value as Json, json};

use super::super::Store;
use super::super::change::{Change, ChangeRow, Head, Record, Signature};
use super::super::digest::{ContentDigest, Digester, RecordDigest};
use super::super::embedded::explained;
use super::super::engine::{Engine, params};
use super::super::levels::LevelsTouched;
use super::super::names::Names;
use super::indexes::Suspended;
use super::keys::Keys;
use super::recognise::Titles;
use super::seen::SeenDigests;
use super::statements::Statements;
use super::summary::ImportSummary;
use crate::domain::{Key, Name, Timestamp};
use crate::error::{Error, Result};

/// How an import is to be carried out.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ImportOptions {
    /// Records that are there already and differ become as in the import; otherwise they are faults.
    pub update: bool,
    /// Everything is done, and then taken back.
    pub dry_run: bool,
}

/// Names of creators, and the ids they have.
#[derive(Default)]
pub(super) struct Creators {
    names: Names,
    ids: Vec<i64>,
}

impl Creators {
    pub(super) fn get(&self, name: &str) -> Option<i64> {
        self.ids.get(self.names.find(name)? as usize).copied()
    }

    /// Notes a name that is not known yet.
    pub(super) fn insert(&mut self, name: &str, id: i64) {
        self.names.number(name);
        self.ids.push(id);
    }
}

/// As many faults as are listed.
const HINTS: u32 = 20;

/// A running import. Sources come first, then what refers to them.
pub struct Import<'s> {
    pub(super) store: &'s Store,
    pub(super) statements: Statements<'s>,
    /// The id that the change of this import will have.
    pub(super) version: i64,
    /// Whether the casebook was empty, so that nothing needs to be looked up in it.
    pub(super) fresh: bool,
    pub(super) update: bool,
    pub(super) sources: Keys,
    pub(super) claims: Keys,
    /// Creators by name: those with an open name, those whose name is withheld.
    pub(super) creators: [Creators; 2],
    pub(super) next_source: u32,
    pub(super) next_claim: u32,
    pub(super) next_creator: i64,
    pub(super) next_citation: i64,
    pub(super) seen: SeenDigests,
    /// For how many more faults a nearest key is looked for.
    pub(super) hints_left: u32,
    /// The waivers of this import, by claim and rule; only where the casebook was empty.
    pub(super) waived: HashMap<(u32, Box<str>), RecordDigest>,
    /// Who this import says is to review which claim; only where the casebook was empty.
    pub(super) assigned: HashSet<(u32, Box<str>)>,
    /// Other keys of sources, and the key that each has.
    pub(super) further_keys: HashMap<Key, Key>,
    /// The sources that were there before, by title; gathered when first asked for.
    pub(super) titles: Option<Titles>,
    /// The first id of a source of this import.
    pub(super) first_source: u32,
    /// Names that are known to be other spellings, and what is written for each.
    pub(super) spellings: HashMap<String, Name>,
    /// The last moment at which a judgement can have been given: now, and a day for clocks that differ.
    pub(super) latest: DateTime<Utc>,
    pub(super) content: ContentDigest,
    pub(super) digester: Digester,
    /// The first numbers of what this import brings: of its source, claim and citation rows.
    first: [i64; 3],
    /// What is done to records that were there before.
    pub(super) changes: Change,
    pub(super) summary: ImportSummary,
}

impl Store {
    /// Takes in what `load` hands over, as one transaction and one change: all of it or nothing.
    ///
    /// Returns what was done, and what `load` returns. `action` is the command, for history. An
    /// import that brings nothing new leaves no change.
    ///
    /// The levels that it reaches are no longer kept after it: `keep_all_levels`, when the memory that it
    /// takes is free.
    pub fn import<T>(
        &self,
        signature: &Signature,
        action: &str,
        options: ImportOptions,
        load: impl FnOnce(&mut Import<'_>) -> Result<T>,
    ) -> Result<(ImportSummary, T)> {
        self.require_inside()?;
        let connection = &self.engine.connection;
        // Off only outside a transaction, and not needed: the loader proves every reference.
        connection.pragma_update(None, "foreign_keys", false).map_err(explained)?;
        let outcome = connection
            .execute_batch("BEGIN IMMEDIATE")
            .map_err(explained)
            .and_then(|()| self.import_in_transaction(signature, action, options, load));
        if !connection.is_autocommit() {
            connection.execute_batch("ROLLBACK").map_err(explained)?;
        }
        connection.pragma_update(None, "foreign_keys", true).map_err(explained)?;
        let changed = outcome.as_ref().is_ok_and(|(summary, _)| summary.changes_anything());
        if changed && !options.dry_run {
            let _ = connection.execute_batch("PRAGMA optimize");
        }
        outcome
    }

    fn import_in_transaction<T>(
        &self,
        signature: &Signature,
        action: &str,
        options: ImportOptions,
        load: impl FnOnce(&mut Import<'_>) -> Result<T>,
    ) -> Result<(ImportSummary, T)> {
        let head = self.head()?;
        let sql = "SELECT EXISTS (SELECT 1 FROM source) OR EXISTS (SELECT 1 FROM claim) AS number";
        let fresh = self.number(sql, params! {})? == 0;
        let suspended = if fresh { Some(Suspended::suspend(self)?) } else { None };
        let mut import = Import::begin(self, &head, fresh, options.update, &signature.at)?;
        let loaded = load(&mut import)?;
        let summary = import.summary.clone();
        if summary.changes_anything() {
            import.derive()?;
            let levels = LevelsTouched::by(self, import.changes.bearing());
            self.engine.run(&levels.release()).map_err(explained)?;
            if let Some(suspended) = suspended {
                suspended.restore(self)?;
            }
            import.pin_judgements()?;
            let row = import.finish(action)?;
            self.append(row, &head, signature)?;
            if !options.dry_run {
                self.engine.connection.execute_batch("COMMIT").map_err(explained)?;
            }
        }
        Ok((summary, loaded))
    }

    fn append(&self, row: ChangeRow, head: &Head, signature: &Signature) -> Result<()> {
        let statement = row.statement(head, signature)?;
        self.engine.run(std::slice::from_ref(&statement)).map_err(explained)
    }
}

impl<'s> Import<'s> {
    fn begin(
        store: &'s Store,
        head: &Head,
        fresh: bool,
        update: bool,
        at: &Timestamp,
    ) -> Result<Self> {
        let next = |table: &str| {
            let sql = format!("SELECT coalesce(max(id), 0) + 1 AS number FROM {table}");
            store.number(&sql, params! {})
        };
        let narrow = |id: i64| {
            u32::try_from(id).map_err(|_| Error::storage("the casebook has too many records"))
        };
        let (source, claim) = (narrow(next("source")?)?, narrow(next("claim")?)?);
        let citation = store.next_number("citation")?;
        let mut import = Import {
            store,
            statements: Statements::prepare(&store.engine.connection)?,
            version: head.next()?,
            fresh,
            update,
            sources: Keys::default(),
            claims: Keys::default(),
            creators: Default::default(),
            next_source: source,
            next_claim: claim,
            next_creator: next("creator")?,
            next_citation: citation,
            first: [i64::from(source), i64::from(claim), citation],
            seen: SeenDigests::default(),
            hints_left: HINTS,
            waived: HashMap::new(),
            assigned: HashSet::new(),
            further_keys: store.further_keys()?,
            titles: None,
            first_source: narrow(next("source")?)?,
            spellings: super::aliases::known(store)?,
            latest: at.span().1 + TimeDelta::days(1),
            content: head.content,
            digester: Digester::default(),
            changes: Change::new("import"),
            summary: ImportSummary::default(),
        };
        let sql = "SELECT id, name, unnamed FROM creator";
        store.engine.query(sql, params! {}, &mut |row| {
            let known = &mut import.creators[usize::from(row.integer("unnamed")? == 1)];
            known.insert(&row.text("name")?, row.integer("id")?);
            Ok(())
        })?;
        Ok(import)
    }

    /// In an empty casebook the sources with lineage become derived all at once, in the order in
    /// which they lie on the disk; before that only `sources` and the digest know of it.
    fn derive(&self) -> Result<()> {
        if !self.fresh {
            return Ok(());
        }
        let sql = "UPDATE source SET lineage = 'derived' WHERE lineage = 'unknown'
                   AND EXISTS (SELECT 1 FROM lineage WHERE lineage.source_id = source.id)";
        self.store.engine.connection.execute_batch(sql).map_err(explained)
    }

    /// Takes note of a new record that levels of claims which were there before may follow from.
    ///
    /// What these reach is looked for after all of them, with the new rows in their places: an import
    /// adds citations and lineage and takes none away, so that nothing has moved out of reach.
    pub(super) fn bears_on(&mut self, record: &Record<'_>) {
        if !self.fresh {
            self.changes.bears_on(record);
        }
    }

    /// The change row that stands for the whole import.
    fn finish(mut self, action: &str) -> Result<ChangeRow> {
        let mut summary = serde_json::to_value(&self.summary)
            .map_err(|error| Error::storage(format!("the import cannot be summed up: {error}")))?;
        summary["rows"] = self.rows();
        self.changes.notes(summary);
        self.changes.into_row(action, self.content)
    }

    /// Whether this import brings the source with this id.
    pub(super) fn brings_source(&self, id: u32) -> bool {
        i64::from(id) >= self.first[0]
    }

    /// The numbers of the rows that are new, from the first up to but without the last: these rows
    /// came with this import, whoever writes them later.
    fn rows(&self) -> Json {
        let [source, claim, citation] = self.first;
        json!({
            "source": [source, self.next_source],
            "claim": [claim, self.next_claim],
            "citation": [citation, self.next_citation],
        })
    }

    /// Carries out what was put into `changes` since the last time.
    pub(super) fn carry_out_changes(&mut self) -> Result<()> {
        let mut statements = self.changes.take_statements();
        for statement in &mut statements {
            statement.parameters.push(("version", self.version.into()));
        }
        self.store.engine.run(&statements).map_err(explained)
    }
}
