//! The levels of all claims, worked out in one pass over the tables.

use std::collections::HashMap;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::kept::{Entry, KeptLevel, KeptPoint};
use super::network::{Extent, Network};
use crate::corroboration::{ClaimLevel, Evidence, Point, Scratch};
use crate::error::Result;

/// The levels of all claims at one moment, whatever the casebook keeps of them.
pub struct Assessed {
    /// In order of the claims' ids; a claim without supporting citation has none.
    entries: Vec<Entry>,
    /// Where the points of each entry end.
    ends: Vec<u32>,
    points: Vec<Point>,
    network: Network,
}

impl Store {
    /// Works the levels of all claims out anew. Time and memory grow with the rows.
    pub fn assess_all(&self) -> Result<Assessed> {
        self.in_snapshot(Self::assess_whole)
    }

    fn assess_whole(&self) -> Result<Assessed> {
        let network = Network::load(self, &Extent::Whole)?;
        let attributions = self.owned(
            "SELECT citation_id, source_id FROM attribution ORDER BY citation_id, position",
        )?;
        let appearances =
            self.owned("SELECT claim_id, source_id FROM appearance ORDER BY claim_id, position")?;
        let (entries, ends, points) = (Vec::new(), Vec::new(), Vec::new());
        let mut assessed = Assessed { entries, ends, points, network };
        let mut walk = Walk {
            assessed: &mut assessed,
            attributions,
            appearances,
            evidence: Evidence::default(),
            scratch: Scratch::default(),
            claim: None,
        };
        // The index on (claim, stance, source) gives this order without sorting.
        let sql = "SELECT claim_id, source_id, id FROM citation WHERE stance = 'supports'
                   ORDER BY claim_id";
        self.engine.query(sql, params! {}, &mut |row| {
            walk.citation(row.integer_at(0)?, row.integer_at(1)?, row.integer_at(2)?)
        })?;
        walk.close();
        Ok(assessed)
    }

    fn owned(&self, sql: &str) -> Result<Owned> {
        let mut owned = Owned::default();
        self.engine.query(sql, params! {}, &mut |row| {
            owned.pairs.push((row.integer_at(0)?, row.integer_at(1)?));
            Ok(())
        })?;
        Ok(owned)
    }
}

/// Sources that belong to owners, sorted by owners, which are mostly asked for in ascending order.
#[derive(Default)]
struct Owned {
    pairs: Vec<(i64, i64)>,
    /// Where the answer before ended.
    at: usize,
}

impl Owned {
    /// What belongs to an owner.
    fn of(&mut self, owner: i64) -> impl Iterator<Item = i64> {
        let before = |at: usize| self.pairs.get(at).is_some_and(|(other, _)| *other < owner);
        let near = (self.at..self.at + 8).find(|at| !before(*at));
        let start = match near {
            Some(near) if near == 0 || before(near - 1) => near,
            _ => self.pairs.partition_point(|(other, _)| *other < owner),
        };
        let length = self.pairs[start..].iter().take_while(|(other, _)| *other == owner).count();
        self.at = start + length;
        self.pairs[start..self.at].iter().map(|(_, source)| *source)
    }
}

/// Goes through the supporting citations in order of the claims.
struct Walk<'a> {
    assessed: &'a mut Assessed,
    attributions: Owned,
    appearances: Owned,
    evidence: Evidence,
    scratch: Scratch,
    claim: Option<i64>,
}

impl Walk<'_> {
    fn citation(&mut self, claim: i64, source: i64, citation: i64) -> Result<()> {
        if self.claim != Some(claim) {
            self.close();
            self.claim = Some(claim);
            for work in self.appearances.of(claim) {
                self.evidence.appears_in(self.assessed.network.number(work)?);
            }
        }
        self.evidence.cite(self.assessed.network.number(source)?);
        for origin in self.attributions.of(citation) {
            self.evidence.attribute_to(self.assessed.network.number(origin)?);
        }
        Ok(())
    }

    /// Assesses the claim whose citations have all been seen.
    fn close(&mut self) {
        let Some(claim) = self.claim.take() else { return };
        let found = self.assessed.network.graph.assess(&self.evidence, &mut self.scratch);
        self.assessed.points.extend(found.weakest_points);
        self.assessed.ends.push(self.assessed.points.len() as u32);
        let (level, sources, origins) = (found.level, found.sources, found.origins);
        self.assessed.entries.push(Entry { claim, level, sources, origins });
        self.evidence.clear();
    }
}

impl Assessed {
    /// The level of a claim with the names of its weakest points.
    pub fn of(&self, store: &Store, claim: i64) -> Result<ClaimLevel> {
        store.with_names(self.entry(claim), &self.points(claim)?)
    }

    /// What was found of a claim, without its weakest points.
    pub(super) fn entry(&self, claim: i64) -> Entry {
        self.place(claim).map_or(Entry::bare(claim), |place| self.entries[place])
    }

    /// What was found of a claim.
    pub(super) fn kept(&self, claim: i64) -> Result<KeptLevel> {
        let Entry { level, sources, origins, .. } = self.entry(claim);
        Ok(KeptLevel { level, sources, origins, points: self.points(claim)? })
    }

    /// The weakest points of a claim.
    pub(super) fn points(&self, claim: i64) -> Result<Vec<KeptPoint>> {
        let Some(place) = self.place(claim) else { return Ok(Vec::new()) };
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.network.kept_points(&self.points[start as usize..self.ends[place] as usize])
    }

    /// Each point that some claim hangs on, with the number of such claims.
    pub(super) fn counted_points(&self) -> Result<Vec<(KeptPoint, usize)>> {
        let mut counts: HashMap<Point, usize> = HashMap::new();
        for point in &self.points {
            *counts.entry(*point).or_default() += 1;
        }
        let kept = |(point, claims)| Ok((self.network.kept_point(point)?, claims));
        counts.into_iter().map(kept).collect()
    }

    fn place(&self, claim: i64) -> Option<usize> {
        self.entries.binary_search_by_key(&claim, |entry| entry.claim).ok()
    }
}
