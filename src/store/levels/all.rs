//! The levels of all claims, from one pass over the tables.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::network::{Extent, Network};
use crate::corroboration::{ClaimLevel, Evidence, Level, Point, Scratch, WeakestPoint};
use crate::error::Result;

/// One claim's outcome; its weakest points are a stretch of a list that all share.
#[derive(Debug, Clone, Copy)]
struct Entry {
    claim: i64,
    level: Level,
    sources: u32,
    origins: u32,
    points_end: u32,
}

/// The levels of all claims at one moment.
pub struct Levels {
    /// In order of the claims' ids; a claim without supporting citation has none.
    entries: Vec<Entry>,
    points: Vec<Point>,
    network: Network,
}

impl Store {
    /// Assesses all claims. Time and memory grow with the rows.
    pub fn levels(&self) -> Result<Levels> {
        let network = Network::load(self, &Extent::Whole)?;
        let attributions = self.pairs(
            "SELECT citation_id AS owner, source_id AS source FROM attribution ORDER BY citation_id, position",
        )?;
        let appearances = self.pairs(
            "SELECT claim_id AS owner, source_id AS source FROM appearance ORDER BY claim_id, position",
        )?;
        let mut levels = Levels { entries: Vec::new(), points: Vec::new(), network };
        let mut walk = Walk {
            levels: &mut levels,
            attributions: &attributions,
            appearances: &appearances,
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
        Ok(levels)
    }

    fn pairs(&self, sql: &str) -> Result<Vec<(i64, i64)>> {
        let mut pairs = Vec::new();
        self.engine.query(sql, params! {}, &mut |row| {
            pairs.push((row.integer_at(0)?, row.integer_at(1)?));
            Ok(())
        })?;
        Ok(pairs)
    }
}

/// Goes through the supporting citations in order of the claims.
struct Walk<'a> {
    levels: &'a mut Levels,
    attributions: &'a [(i64, i64)],
    appearances: &'a [(i64, i64)],
    evidence: Evidence,
    scratch: Scratch,
    claim: Option<i64>,
}

impl Walk<'_> {
    fn citation(&mut self, claim: i64, source: i64, citation: i64) -> Result<()> {
        if self.claim != Some(claim) {
            self.close();
            self.claim = Some(claim);
            for work in owned(self.appearances, claim) {
                self.evidence.appears_in(self.levels.network.number(work)?);
            }
        }
        self.evidence.cite(self.levels.network.number(source)?);
        for origin in owned(self.attributions, citation) {
            self.evidence.attribute_to(self.levels.network.number(origin)?);
        }
        Ok(())
    }

    /// Assesses the claim whose citations have all been seen.
    fn close(&mut self) {
        let Some(claim) = self.claim.take() else { return };
        let found = self.levels.network.graph.assess(&self.evidence, &mut self.scratch);
        self.levels.points.extend(found.weakest_points);
        self.levels.entries.push(Entry {
            claim,
            level: found.level,
            sources: found.sources,
            origins: found.origins,
            points_end: self.levels.points.len() as u32,
        });
        self.evidence.clear();
    }
}

/// What belongs to an owner in a list sorted by owners.
fn owned(pairs: &[(i64, i64)], owner: i64) -> impl Iterator<Item = i64> {
    let start = pairs.partition_point(|(other, _)| *other < owner);
    pairs[start..].iter().take_while(move |(other, _)| *other == owner).map(|(_, source)| *source)
}

impl Levels {
    /// The level of a claim, without the names of its weakest points.
    pub fn level(&self, claim: i64) -> Level {
        self.place(claim).map_or(Level::Unsupported, |place| self.entries[place].level)
    }

    /// How many claims with a supporting citation have this level.
    pub fn count(&self, level: Level) -> usize {
        self.entries.iter().filter(|entry| entry.level == level).count()
    }

    /// The level of a claim with the names of its weakest points.
    pub fn of(&self, store: &Store, claim: i64) -> Result<ClaimLevel> {
        let Some(place) = self.place(claim) else {
            let weakest_points: Vec<WeakestPoint> = Vec::new();
            return Ok(ClaimLevel {
                level: Level::Unsupported,
                sources: 0,
                origins: 0,
                weakest_points,
            });
        };
        let entry = self.entries[place];
        let start = place.checked_sub(1).map_or(0, |before| self.entries[before].points_end);
        let points = &self.points[start as usize..entry.points_end as usize];
        Ok(ClaimLevel {
            level: entry.level,
            sources: entry.sources,
            origins: entry.origins,
            weakest_points: self.network.named(store, points)?,
        })
    }

    /// The points that some claim hangs on, each with the number of such claims, most claims first.
    pub(super) fn weakest_points(&self) -> Vec<(Point, usize)> {
        let mut counts: HashMap<Point, usize> = HashMap::new();
        for point in &self.points {
            *counts.entry(*point).or_default() += 1;
        }
        let mut counted: Vec<(Point, usize)> = counts.into_iter().collect();
        counted.sort_unstable_by_key(|(point, claims)| (Reverse(*claims), *point));
        counted
    }

    /// A point with its name.
    pub(super) fn named(&self, store: &Store, point: Point) -> Result<WeakestPoint> {
        self.network.name(store, point)
    }

    /// The ids of the claims with a supporting citation, ascending.
    pub(super) fn claims(&self) -> impl Iterator<Item = i64> {
        self.entries.iter().map(|entry| entry.claim)
    }

    fn place(&self, claim: i64) -> Option<usize> {
        self.entries.binary_search_by_key(&claim, |entry| entry.claim).ok()
    }
}
