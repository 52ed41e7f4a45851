//! What the rules look at, loaded from the casebook: every row once, no query for a pair.

use std::collections::HashMap;

use crate::checks::{Case, Entered, Library, Written};
use crate::corroboration::ClaimLevel;
use crate::domain::{Claim, Key, Lineage, Review, Source, Waiver};
use crate::error::Result;
use crate::store::{Citations, Store, Stored};

/// Reviews or waivers by claim.
type ByClaim<T> = HashMap<Key, Vec<Entered<T>>>;

/// Loads cases and sources, and remembers when each change was made.
pub(crate) struct Loader<'a> {
    store: &'a Store,
    written: HashMap<i64, Written>,
    reviews: ByClaim<Review>,
    waivers: ByClaim<Waiver>,
}

impl<'a> Loader<'a> {
    /// Loads the reviews and waivers: all, or those of some claims.
    pub(crate) fn new(store: &'a Store, only: &[Key]) -> Result<Self> {
        let (reviews, waivers) = (HashMap::new(), HashMap::new());
        let mut loader = Loader { store, written: HashMap::new(), reviews, waivers };
        if only.is_empty() {
            loader.judgements(None)?;
        }
        for key in only {
            loader.judgements(Some(key))?;
        }
        Ok(loader)
    }

    fn judgements(&mut self, claim: Option<&str>) -> Result<()> {
        let store = self.store;
        store.each_review(claim, |review| {
            let review = self.entered(review)?;
            self.reviews.entry(review.record.claim.clone()).or_default().push(review);
            Ok(())
        })?;
        store.each_waiver(claim, |waiver| {
            let waiver = self.entered(waiver)?;
            self.waivers.entry(waiver.record.claim.clone()).or_default().push(waiver);
            Ok(())
        })
    }

    /// All sources.
    pub(crate) fn whole_library(&mut self) -> Result<Library> {
        let (mut sources, mut lineage) = (Vec::new(), Vec::new());
        self.store.each_source(|source| {
            sources.push(self.entered(source)?);
            Ok(())
        })?;
        self.store.each_lineage_written(None, |version, record| {
            lineage.push(Entered { record, written: self.written(version)? });
            Ok(())
        })?;
        self.library(sources, lineage)
    }

    /// The sources that these claims cite or appear in, and all that lineage leads to from them.
    pub(crate) fn library_around(&mut self, cases: &[Case]) -> Result<Library> {
        let mut places: HashMap<Key, usize> = HashMap::new();
        let mut sources: Vec<Entered<Source>> = Vec::new();
        let mut lineage: Vec<Entered<Lineage>> = Vec::new();
        let mut open: Vec<Key> = cases.iter().flat_map(keys_of).collect();
        open.reverse();
        while let Some(key) = open.pop() {
            if places.contains_key(&key) {
                continue;
            }
            let source = self.store.source(&key)?;
            places.insert(key.clone(), sources.len());
            sources.push(self.entered(source)?);
            self.store.each_lineage_written(Some(&key), |version, record| {
                open.push(record.origin.clone());
                lineage.push(Entered { record, written: self.written(version)? });
                Ok(())
            })?;
        }
        self.library(sources, lineage)
    }

    /// Sources with what was said of the names behind them.
    fn library(
        &self,
        sources: Vec<Entered<Source>>,
        lineage: Vec<Entered<Lineage>>,
    ) -> Result<Library> {
        let library = Library::new(sources, lineage).with_aliases(self.store.aliases()?);
        Ok(library.with_distinctions(&self.store.distinctions()?))
    }

    /// A claim with all that is known of it but the sources.
    pub(crate) fn case(&mut self, claim: Stored<Claim>, level: ClaimLevel) -> Result<Case> {
        let key = claim.record.key.clone();
        let mut citations = Vec::new();
        self.store.each_citation(Citations::OfClaim(&key), |citation| {
            citations.push(self.entered(citation)?);
            Ok(())
        })?;
        let reviews = self.reviews.remove(&key).unwrap_or_default();
        let waivers = self.waivers.remove(&key).unwrap_or_default();
        // Only who has judged asks for what has gone since.
        let judged = !reviews.is_empty() || !waivers.is_empty();
        let bereft = if judged { self.store.last_bereaved(&key)? } else { None };
        let bereft = bereft.map(|version| self.written(version)).transpose()?;
        Ok(Case { claim: self.entered(claim)?, level, citations, reviews, waivers, bereft })
    }

    fn entered<T>(&mut self, stored: Stored<T>) -> Result<Entered<T>> {
        Ok(Entered { record: stored.record, written: self.written(stored.version)? })
    }

    fn written(&mut self, version: i64) -> Result<Written> {
        if let Some(known) = self.written.get(&version) {
            return Ok(*known);
        }
        let (signature, action) = self.store.made(version)?;
        let at = signature.at.span().0;
        let written = Written { version, at, imported: action == "import" };
        self.written.insert(version, written);
        Ok(written)
    }
}

/// The sources that a claim names itself.
fn keys_of(case: &Case) -> impl Iterator<Item = Key> + '_ {
    let works = case.claim.record.appearances.iter().map(|work| &work.source);
    let cited = case.citations.iter().flat_map(|citation| {
        std::iter::once(&citation.record.source).chain(&citation.record.attributed_to)
    });
    cited.chain(works).cloned()
}
