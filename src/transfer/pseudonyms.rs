//! Confidential sources on their way out: a stand-in for each, under a key that tells nothing.

use std::collections::HashMap;

use crate::domain::{Citation, Claim, Confidentiality, Key, Kind, Lineage, Source};
use crate::error::Result;
use crate::store::Store;

/// What each confidential source is called outside: `confidential-source-3`.
///
/// The numbers follow the order in which the sources were entered. Quotes, locators and notes that
/// belong to a confidential source stay behind; so do the creators of a source on background.
#[derive(Debug, Default)]
pub struct Pseudonyms {
    numbers: HashMap<Key, usize>,
}

impl Pseudonyms {
    /// Those of a casebook.
    pub fn of(store: &Store) -> Result<Self> {
        let mut numbers = HashMap::new();
        store.each_source(|source| {
            if source.record.confidentiality == Confidentiality::Confidential {
                let number = numbers.len() + 1;
                numbers.insert(source.record.key, number);
            }
            Ok(())
        })?;
        Ok(Pseudonyms { numbers })
    }

    /// None at all: everything goes out as it is.
    pub fn none() -> Self {
        Self::default()
    }

    /// How many confidential sources there are.
    pub fn count(&self) -> usize {
        self.numbers.len()
    }

    /// The key by which a source is known outside.
    fn key(&self, key: &Key) -> Result<Key> {
        match self.numbers.get(key) {
            Some(number) => format!("confidential-source-{number}").parse(),
            None => Ok(key.clone()),
        }
    }

    /// A source as it may be seen outside. Of a confidential one nothing is left but what levels
    /// need: its lineage and its standing.
    pub fn source(&self, source: &Source) -> Result<Source> {
        let Some(number) = self.numbers.get(&source.key) else {
            return Ok(source.clone());
        };
        let title = format!("Confidential source {number}");
        let mut stand_in = Source::new(self.key(&source.key)?, Kind::Document, title);
        stand_in.lineage = source.lineage;
        stand_in.standing = source.standing;
        stand_in.confidentiality = source.confidentiality;
        Ok(stand_in)
    }

    /// A claim with the works it appears in as they may be seen outside.
    pub fn claim(&self, claim: &Claim) -> Result<Claim> {
        let mut outside = claim.clone();
        for appearance in &mut outside.appearances {
            if self.numbers.contains_key(&appearance.source) {
                appearance.source = self.key(&appearance.source)?;
                appearance.locator = None;
                appearance.quote = None;
            }
        }
        Ok(outside)
    }

    /// A citation as it may be seen outside.
    pub fn citation(&self, citation: &Citation) -> Result<Citation> {
        let mut outside = citation.clone();
        let confidential = std::iter::once(&citation.source)
            .chain(&citation.attributed_to)
            .any(|key| self.numbers.contains_key(key));
        if confidential {
            (outside.locator, outside.quote, outside.note) = (None, None, None);
        }
        outside.source = self.key(&citation.source)?;
        for key in &mut outside.attributed_to {
            *key = self.key(key)?;
        }
        Ok(outside)
    }

    /// A lineage row as it may be seen outside.
    pub fn lineage(&self, lineage: &Lineage) -> Result<Lineage> {
        let mut outside = lineage.clone();
        if [&lineage.source, &lineage.origin].iter().any(|key| self.numbers.contains_key(key)) {
            outside.note = None;
        }
        outside.source = self.key(&lineage.source)?;
        outside.origin = self.key(&lineage.origin)?;
        Ok(outside)
    }
}

/// A source on background, as it is printed: without those who are behind it.
pub fn without_creators_on_background(mut source: Source) -> Source {
    if source.confidentiality == Confidentiality::Background {
        source.creators.clear();
    }
    source
}
