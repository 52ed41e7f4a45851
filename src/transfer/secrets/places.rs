//! Where in a casebook what must not get out was written into other texts.

use super::words::spaced;
use super::{Secret, Secrets};
use crate::domain::{Claim, Source, variable_column};
use crate::error::Result;
use crate::store::{Citations, Store};

/// A secret in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The record: "claim c12".
    pub record: String,
    /// The field: "statement".
    pub field: String,
    /// What stands there.
    pub secret: Secret,
    /// The text, in the form in which words are looked for.
    pub(super) words: String,
}

impl Place {
    /// One that nobody knows more of than that it is in what is written.
    pub fn unknown(secret: Secret) -> Self {
        let (record, field) = ("what is written".to_owned(), "a text".to_owned());
        Place { record, field, secret, words: String::new() }
    }

    /// Whether this text holds the one in which the secret stands.
    pub fn is_in(&self, text: &str) -> bool {
        spaced(text).contains(self.words.as_str())
    }
}

/// Which records go out, with the texts in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scope {
    /// The statements of claims.
    pub statements: bool,
    /// All that is said of claims, with their waivers and the notes of reviews.
    pub claims: bool,
    /// The places in sources that citations name.
    pub locators: bool,
    /// All that citations and lineage say.
    pub citations: bool,
    /// Sources.
    pub sources: bool,
    /// The user's notes on sources.
    pub notes: bool,
}

impl Scope {
    /// Everything.
    pub const ALL: Scope = Scope {
        statements: true,
        claims: true,
        locators: true,
        citations: true,
        sources: true,
        notes: true,
    };

    /// Nothing, to add to.
    pub const NONE: Scope = Scope {
        statements: false,
        claims: false,
        locators: false,
        citations: false,
        sources: false,
        notes: false,
    };
}

impl Secrets {
    /// Where secrets stand in what is shown outside; `outside` is the casebook as it is seen there.
    pub fn places(&self, outside: &Store, scope: Scope) -> Result<Vec<Place>> {
        let mut found = Found { secrets: self, places: Vec::new() };
        if scope.statements || scope.claims {
            outside.each_claim(|claim| {
                found.claim(&claim.record, scope);
                Ok(())
            })?;
        }
        if scope.sources {
            outside.each_source(|source| {
                found.source(&source.record, scope);
                Ok(())
            })?;
        }
        if scope.locators || scope.citations {
            found.citations(outside, scope)?;
        }
        if scope.claims {
            found.judgements(outside)?;
        }
        Ok(found.places)
    }
}

struct Found<'s> {
    secrets: &'s Secrets,
    places: Vec<Place>,
}

impl Found<'_> {
    fn look(&mut self, record: &str, field: &str, text: Option<&str>) {
        let Some(text) = text else { return };
        for secret in self.secrets.found_in(text) {
            let (record, field) = (record.to_owned(), field.to_owned());
            let (secret, words) = (secret.clone(), spaced(text));
            self.places.push(Place { record, field, secret, words });
        }
    }

    fn citations(&mut self, outside: &Store, scope: Scope) -> Result<()> {
        outside.each_citation(Citations::All, |row| {
            let record = format!("citation {}", row.id);
            self.look(&record, "locator", row.record.locator.as_deref());
            if scope.citations {
                self.look(&record, "quote", row.record.quote.as_deref());
                self.look(&record, "note", row.record.note.as_deref());
            }
            Ok(())
        })?;
        if !scope.citations {
            return Ok(());
        }
        outside.each_lineage(|row| {
            let record = format!("lineage of {} from {}", row.source, row.origin);
            self.look(&record, "note", row.note.as_deref());
            Ok(())
        })
    }

    fn judgements(&mut self, outside: &Store) -> Result<()> {
        let judged = outside.judgements(None)?;
        for review in judged.reviews.iter().map(|judged| &judged.record) {
            let record = format!("review of {} by {}", review.claim, review.reviewer);
            self.look(&record, "note", review.note.as_deref());
        }
        for waiver in judged.waivers.iter().map(|judged| &judged.record) {
            let record = format!("waiver of {} for {}", waiver.rule, waiver.claim);
            self.look(&record, "reason", Some(&waiver.reason));
        }
        Ok(())
    }

    fn claim(&mut self, claim: &Claim, scope: Scope) {
        let record = format!("claim {}", claim.key);
        self.look(&record, "statement", Some(&claim.statement));
        if !scope.claims {
            return;
        }
        self.look(&record, "key", Some(&claim.key));
        self.look(&record, "claimant", claim.claimant.as_deref());
        self.look(&record, "note", claim.note.as_deref());
        claim.tags.iter().for_each(|tag| self.look(&record, "tags", Some(tag)));
        for work in &claim.appearances {
            self.look(&record, "locator of an appearance", work.locator.as_deref());
            self.look(&record, "quote of an appearance", work.quote.as_deref());
        }
    }

    fn source(&mut self, source: &Source, scope: Scope) {
        let record = format!("source {}", source.key);
        let fields = [
            ("title", Some(&source.title)),
            ("container", source.container.as_ref()),
            ("publisher", source.publisher.as_ref()),
            ("url", source.url.as_ref()),
            ("archived_url", source.archived_url.as_ref()),
            ("jurisdiction", source.jurisdiction.as_ref()),
            ("pages", source.pages.as_ref()),
        ];
        for (field, text) in fields {
            self.look(&record, field, text.map(String::as_str));
        }
        if scope.notes {
            self.look(&record, "note", source.note.as_deref());
            source.tags.iter().for_each(|tag| self.look(&record, "tags", Some(tag)));
        }
        self.look(&record, "key", Some(&source.key));
        source.aliases.iter().for_each(|key| self.look(&record, "aliases", Some(key)));
        for credit in &source.creators {
            self.look(&record, "creators", Some(credit.name.as_written()));
        }
        for identifier in &source.identifiers {
            self.look(&record, "identifiers", Some(&identifier.value));
        }
        for (name, value) in &source.variables {
            self.look(&record, &variable_column(name), Some(value));
        }
    }
}
