//! What a change does to that which levels follow from, read off its records.
//!
//! Every change names the records that it adds and removes, because history and the digest of the
//! content need them; so no edit can forget to say which levels it touches.

use std::collections::{BTreeMap, BTreeSet};

use super::super::change::Record;
use super::reach::Touched;
use crate::domain::{Credit, LineageState, Source, strong_identifiers};

/// So many claims and sources are noted; of an import that writes more, it is no use to know which.
const NOTED: usize = 10_000;

/// What a change bears on: claims of its own, and sources that levels look at.
#[derive(Debug, Default)]
pub(crate) struct Bearing {
    /// Whether there were too many, so that it may bear on any claim.
    wide: bool,
    /// Keys of claims that are written themselves, or whose citations are.
    claims: BTreeSet<String>,
    /// Keys of sources at either end of lineage rows.
    lineage: BTreeSet<String>,
    /// Sources as they were, and as they are.
    before: BTreeMap<String, Aspect>,
    after: BTreeMap<String, Aspect>,
}

/// What levels look at in a source.
#[derive(Debug, PartialEq)]
struct Aspect {
    fallen: bool,
    original: bool,
    voices: Vec<Credit>,
    identifiers: Vec<String>,
}

impl Aspect {
    fn of(source: &Source) -> Self {
        let voices = source.creators.iter().filter(|credit| credit.role.is_voice());
        Aspect {
            fallen: source.standing.is_fallen(),
            original: source.lineage == LineageState::Original,
            voices: voices.cloned().collect(),
            identifiers: strong_identifiers(source),
        }
    }
}

impl Bearing {
    /// Takes note of a record that was like this before the change.
    pub(crate) fn before(&mut self, record: &Record<'_>) {
        if let Record::Source(source) = record {
            let key = source.key.to_string();
            self.before.entry(key).or_insert_with(|| Aspect::of(source));
        }
        self.besides_sources(record);
    }

    /// Takes note of a record that is like this after the change.
    pub(crate) fn after(&mut self, record: &Record<'_>) {
        if let Record::Source(source) = record {
            self.after.insert(source.key.to_string(), Aspect::of(source));
        }
        self.besides_sources(record);
    }

    /// Whether it may bear on any claim.
    pub(crate) fn is_wide(&self) -> bool {
        self.wide
    }

    fn besides_sources(&mut self, record: &Record<'_>) {
        let noted = self.claims.len() + self.lineage.len() + self.before.len() + self.after.len();
        if self.wide || noted > NOTED {
            // Memory does not grow with what comes after.
            *self = Bearing { wide: true, ..Bearing::default() };
            return;
        }
        match record {
            Record::Claim(claim) => {
                self.claims.insert(claim.key.to_string());
            }
            Record::Citation(numbered) => {
                let citation = numbered.citation;
                self.claims.insert(citation.claim.to_string());
            }
            Record::Lineage(row) => {
                self.lineage.extend([row.source.to_string(), row.origin.to_string()]);
            }
            Record::Source(_)
            | Record::Review(_)
            | Record::Waiver(_)
            | Record::RuleSeverity(_)
            | Record::Distinction(_)
            | Record::Alias(_)
            | Record::Assignment(_)
            | Record::ReviewPolicy(_) => {}
        }
    }

    /// The keys of the claims that it bears on whatever their sources are.
    pub(crate) fn claims(&self) -> impl Iterator<Item = &str> {
        self.claims.iter().map(String::as_str)
    }

    /// The sources and credits that it bears on, for [`Store::claims_reached`](super::super::Store).
    pub(crate) fn touched(&self) -> Touched<'_> {
        let mut touched = Touched::default();
        touched.sources.extend(self.lineage.iter().map(String::as_str));
        for key in self.before.keys().chain(self.after.keys()) {
            let (old, new) = (self.before.get(key), self.after.get(key));
            if old != new {
                touched.sources.push(key);
                let aspects = old.into_iter().chain(new);
                touched.credits.extend(aspects.flat_map(|aspect| &aspect.voices));
            }
        }
        touched
    }
}
