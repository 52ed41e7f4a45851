//! What a graph is drawn from.

use std::collections::{BTreeMap, BTreeSet};

use crate::corroboration::ClaimLevel;
use crate::domain::{Citation, Claim, Key};
use crate::error::Result;
use crate::explanation::{Fault, Nearby, faults_of};
use crate::store::{Citations, Store};

/// Claims with their citations, and the sources around them.
pub(super) struct Material {
    pub(super) claims: Vec<(Claim, ClaimLevel)>,
    pub(super) citations: Vec<(i64, Citation)>,
    pub(super) sources: Vec<Nearby>,
    /// For each source why it does not count: for the claim, or for any.
    pub(super) faults: Vec<Option<Fault>>,
}

impl Material {
    /// One claim, and all that its citations lead to.
    pub(super) fn of_claim(store: &Store, key: &str) -> Result<Self> {
        let claim = store.claim(key)?;
        let level = store.level_of_claim(claim.id)?;
        let claim = claim.record;
        let citations = numbered(store, Citations::OfClaim(key))?;
        let sources = store.sources_near(&claim, citations.iter().map(|(_, citation)| citation))?;
        let faults = faults_of(&sources, &claim.appearances);
        Ok(Material { claims: vec![(claim, level)], citations, sources, faults })
    }

    /// One source, what it comes from and what comes from it, and the claims that lean on any of
    /// that: by citing it, or by citing what is said to have it from there.
    pub(super) fn of_source(store: &Store, key: &str) -> Result<Self> {
        let source = store.source_key(key)?;
        let in_front = store.sources_in_front(&source)?;
        let mut citations: BTreeMap<i64, Citation> = BTreeMap::new();
        for key in &in_front {
            citations.extend(numbered(store, Citations::OfSource(key))?);
            citations.extend(numbered(store, Citations::AttributedTo(key))?);
        }
        let cited: BTreeSet<&Key> = citations.values().map(|citation| &citation.source).collect();
        let sources = store.sources_behind(in_front.iter().chain(cited))?;
        let keys: BTreeSet<&Key> = citations.values().map(|citation| &citation.claim).collect();
        let mut claims = Vec::new();
        for key in keys {
            let claim = store.claim(key)?;
            claims.push((claim.record, store.level_of_claim(claim.id)?));
        }
        let faults = faults_of(&sources, &[]);
        Ok(Material { claims, citations: citations.into_iter().collect(), sources, faults })
    }

    /// The whole casebook.
    pub(super) fn of_all(store: &Store) -> Result<Self> {
        let levels = store.levels()?;
        let mut claims = Vec::new();
        store.each_claim(|claim| {
            let level = levels.of(store, claim.id)?;
            claims.push((claim.record, level));
            Ok(())
        })?;
        let citations = numbered(store, Citations::All)?;
        let sources = store.sources_with_origins()?;
        let faults = faults_of(&sources, &[]);
        Ok(Material { claims, citations, sources, faults })
    }
}

fn numbered(store: &Store, which: Citations<'_>) -> Result<Vec<(i64, Citation)>> {
    let rows = store.citations(which)?;
    Ok(rows.into_iter().map(|row| (row.id, row.record)).collect())
}
