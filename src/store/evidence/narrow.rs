//! The evidence for one claim as records, so that it can be looked at as it was.

use std::collections::{BTreeMap, HashSet};

use super::super::digest::Digester;
use super::super::{Citations, Store};
use super::parts;
use crate::domain::{Citation, Claim, EvidenceDigest, Key, Lineage, Source};
use crate::error::Result;

/// Words records otherwise, and leaves what they say as it was.
pub(in super::super) trait Reword {
    fn claim(&self, claim: &mut Claim) -> Result<()>;
    fn citation(&self, citation: &mut Citation) -> Result<()>;
    fn source(&self, source: &mut Source) -> Result<()>;
    fn lineage(&self, lineage: &mut Lineage) -> Result<()>;
}

/// A record of which several belong to one claim or source.
#[derive(Debug, Clone)]
pub(super) struct Held<T> {
    pub(super) record: T,
    /// The number of a citation, where it is known.
    pub(super) number: Option<i64>,
    /// The change that last wrote it; 0 where that is not known.
    pub(super) version: i64,
}

/// The evidence for one claim.
#[derive(Debug, Clone, Default)]
pub(super) struct Evidence {
    pub(super) claim: Option<Claim>,
    pub(super) citations: Vec<Held<Citation>>,
    pub(super) sources: BTreeMap<Key, Source>,
    /// By the source that comes from somewhere.
    pub(super) lineage: BTreeMap<Key, Vec<Held<Lineage>>>,
}

/// The digest of the evidence for a claim that is not in the casebook as it is given here, with these
/// citations; the sources are those of the casebook.
pub(in super::super) fn digest_of(
    store: &Store,
    claim: &Claim,
    citations: Vec<Citation>,
) -> Result<EvidenceDigest> {
    let held = |record| Held { record, number: None, version: 0 };
    let mut evidence = Evidence {
        claim: Some(claim.clone()),
        citations: citations.into_iter().map(held).collect(),
        ..Evidence::default()
    };
    evidence.add_sources(store)?;
    Ok(evidence.digest())
}

impl Evidence {
    /// Loads it as it stands.
    pub(super) fn load(store: &Store, claim: &Key) -> Result<Self> {
        let mut evidence = Evidence {
            claim: store.find_claim(claim)?.map(|row| row.record),
            ..Evidence::default()
        };
        for row in store.citations(Citations::OfClaim(claim))? {
            let (number, version) = (Some(row.id), row.version);
            evidence.citations.push(Held { record: row.record, number, version });
        }
        evidence.add_sources(store)?;
        Ok(evidence)
    }

    /// Adds the sources that the claim and its citations name, and all that their lineage leads to.
    fn add_sources(&mut self, store: &Store) -> Result<()> {
        let mut open: Vec<Key> = self.named().cloned().collect();
        while let Some(key) = open.pop() {
            open.extend(self.add_source(store, &key)?);
        }
        Ok(())
    }

    /// Adds a source and its lineage rows, where the casebook has it and it is not there yet. Returns
    /// its origins.
    pub(super) fn add_source(&mut self, store: &Store, key: &Key) -> Result<Vec<Key>> {
        let mut origins = Vec::new();
        if self.sources.contains_key(key) {
            return Ok(origins);
        }
        let Some(found) = store.find_source(key)? else { return Ok(origins) };
        self.sources.insert(key.clone(), found.record);
        store.each_lineage_written(Some(key), |version, record| {
            origins.push(record.origin.clone());
            self.add_lineage(record, version);
            Ok(())
        })?;
        Ok(origins)
    }

    pub(super) fn add_lineage(&mut self, record: Lineage, version: i64) {
        let rows = self.lineage.entry(record.source.clone()).or_default();
        rows.push(Held { record, number: None, version });
    }

    /// The sources that the claim and its citations name.
    fn named(&self) -> impl Iterator<Item = &Key> {
        let works = self.claim.iter().flat_map(|claim| &claim.appearances);
        let cited =
            self.citations.iter().map(|held| &held.record).flat_map(|citation| {
                std::iter::once(&citation.source).chain(&citation.attributed_to)
            });
        works.map(|work| &work.source).chain(cited)
    }

    /// The sources that it names, and all that lineage leads to from them.
    pub(super) fn reach(&self) -> HashSet<&Key> {
        let mut reached = HashSet::new();
        let mut open: Vec<&Key> = self.named().collect();
        while let Some(key) = open.pop() {
            if reached.insert(key) {
                let rows = self.lineage.get(key).into_iter().flatten();
                open.extend(rows.map(|held| &held.record.origin));
            }
        }
        reached
    }

    /// Its digest.
    pub(super) fn digest(&self) -> EvidenceDigest {
        let mut digester = Digester::default();
        let mut all = Vec::new();
        all.extend(self.claim.iter().map(|claim| digester.claim_part(claim)));
        all.extend(self.citations.iter().map(|held| digester.citation_part(&held.record)));
        let reached = self.reach();
        let sources = reached.iter().filter_map(|key| self.sources.get(*key));
        all.extend(sources.map(|source| digester.source_part(source)));
        let rows = reached.iter().filter_map(|key| self.lineage.get(*key)).flatten();
        all.extend(rows.map(|held| digester.lineage_part(&held.record)));
        parts::whole(all)
    }

    /// Words its records otherwise.
    pub(super) fn reword(&mut self, with: &dyn Reword) -> Result<()> {
        if let Some(claim) = &mut self.claim {
            with.claim(claim)?;
        }
        for held in &mut self.citations {
            with.citation(&mut held.record)?;
        }
        for mut source in std::mem::take(&mut self.sources).into_values() {
            with.source(&mut source)?;
            self.sources.insert(source.key.clone(), source);
        }
        for mut held in std::mem::take(&mut self.lineage).into_values().flatten() {
            with.lineage(&mut held.record)?;
            self.add_lineage(held.record, held.version);
        }
        Ok(())
    }

    /// Calls a source by another key.
    pub(super) fn rename(&mut self, old: &Key, new: &Key) {
        let swap = |key: &mut Key| {
            if key == old {
                *key = new.clone();
            }
        };
        let works = self.claim.iter_mut().flat_map(|claim| &mut claim.appearances);
        works.for_each(|work| swap(&mut work.source));
        for Held { record, .. } in &mut self.citations {
            swap(&mut record.source);
            record.attributed_to.iter_mut().for_each(swap);
        }
        for mut source in std::mem::take(&mut self.sources).into_values() {
            swap(&mut source.key);
            self.sources.insert(source.key.clone(), source);
        }
        for mut held in std::mem::take(&mut self.lineage).into_values().flatten() {
            swap(&mut held.record.source);
            swap(&mut held.record.origin);
            self.add_lineage(held.record, held.version);
        }
    }
}
