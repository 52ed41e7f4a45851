//! What the rules look at, loaded from the casebook: every row once, no query for a pair.

use std::collections::HashMap;

use crate::checks::{Case, Library};
use crate::corroboration::ClaimLevel;
use crate::domain::{Claim, Judged, Key, Lineage, Review, ReviewPolicy, Source, Waiver};
use crate::error::Result;
use crate::store::{Citations, Store, Stored};

/// Reviews or waivers by claim.
type ByClaim<T> = HashMap<Key, Vec<Judged<T>>>;

/// Loads cases and sources.
pub(crate) struct Loader<'a> {
    store: &'a Store,
    reviews: ByClaim<Review>,
    waivers: ByClaim<Waiver>,
    policy: ReviewPolicy,
}

impl<'a> Loader<'a> {
    /// Loads the reviews and waivers: all, or those of some claims.
    pub(crate) fn new(store: &'a Store, only: &[Key]) -> Result<Self> {
        let (reviews, waivers) = (HashMap::new(), HashMap::new());
        let policy = store.review_policy()?;
        let mut loader = Loader { store, reviews, waivers, policy };
        if only.is_empty() {
            loader.judgements(None)?;
        }
        for key in only {
            loader.judgements(Some(key))?;
        }
        Ok(loader)
    }

    fn judgements(&mut self, claim: Option<&str>) -> Result<()> {
        let judged = self.store.judgements(claim)?;
        for review in judged.reviews {
            self.reviews.entry(review.record.claim.clone()).or_default().push(review);
        }
        for waiver in judged.waivers {
            self.waivers.entry(waiver.record.claim.clone()).or_default().push(waiver);
        }
        Ok(())
    }

    /// All sources.
    pub(crate) fn whole_library(&self) -> Result<Library> {
        let (mut sources, mut lineage) = (Vec::new(), Vec::new());
        self.store.each_source(|source| {
            sources.push(source.record);
            Ok(())
        })?;
        self.store.each_lineage(|row| {
            lineage.push(row);
            Ok(())
        })?;
        self.library(sources, lineage)
    }

    /// The sources that these claims cite or appear in, and all that lineage leads to from them.
    pub(crate) fn library_around(&self, cases: &[Case]) -> Result<Library> {
        let mut places: HashMap<Key, usize> = HashMap::new();
        let mut sources: Vec<Source> = Vec::new();
        let mut lineage: Vec<Lineage> = Vec::new();
        let mut open: Vec<Key> = cases.iter().flat_map(keys_of).collect();
        open.reverse();
        while let Some(key) = open.pop() {
            if places.contains_key(&key) {
                continue;
            }
            let source = self.store.source(&key)?;
            places.insert(key.clone(), sources.len());
            sources.push(source.record);
            let origins = self.store.origins_of(&key)?;
            open.extend(origins.iter().map(|row| row.origin.clone()));
            lineage.extend(origins);
        }
        self.library(sources, lineage)
    }

    /// Sources with what was said of the names behind them.
    fn library(&self, sources: Vec<Source>, lineage: Vec<Lineage>) -> Result<Library> {
        let library = Library::new(sources, lineage).with_aliases(self.store.aliases()?);
        Ok(library.with_distinctions(&self.store.distinctions()?))
    }

    /// A claim with all that is known of it but the sources.
    pub(crate) fn case(&mut self, claim: Stored<Claim>, level: ClaimLevel) -> Result<Case> {
        let key = claim.record.key.clone();
        let mut citations = Vec::new();
        self.store.each_citation(Citations::OfClaim(&key), |citation| {
            citations.push(citation.record);
            Ok(())
        })?;
        let reviews = self.reviews.remove(&key).unwrap_or_default();
        let waivers = self.waivers.remove(&key).unwrap_or_default();
        let policy = self.policy;
        Ok(Case { claim: claim.record, level, citations, reviews, waivers, policy })
    }
}

/// The sources that a claim names itself.
fn keys_of(case: &Case) -> impl Iterator<Item = Key> + '_ {
    let works = case.claim.appearances.iter().map(|work| &work.source);
    let cited = case
        .citations
        .iter()
        .flat_map(|citation| std::iter::once(&citation.source).chain(&citation.attributed_to));
    cited.chain(works).cloned()
}
