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
        self.in_snapshot(Self::assess_all)
    }

    fn assess_all(&self) -> Result<Levels> {
        let network = Network::load(self, &Extent::Whole)?;
        let attributions = self.owned(
            "SELECT citation_id, source_id FROM attribution ORDER BY citation_id, position",
        )?;
        let appearances =
            self.owned("SELECT claim_id, source_id FROM appearance ORDER BY claim_id, position")?;
        let mut levels = Levels { entries: Vec::new(), points: Vec::new(), network };
        let mut walk = Walk {
            levels: &mut levels,
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
        Ok(levels)
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
    levels: &'a mut Levels,
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
                self.evidence.appears_in(self.levels.network.number(work)?);
            }
        }
        self.evidence.cite(self.levels.network.number(source)?);
        for origin in self.attributions.of(citation) {
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
    pub fn claims(&self) -> impl Iterator<Item = i64> {
        self.entries.iter().map(|entry| entry.claim)
    }

    fn place(&self, claim: i64) -> Option<usize> {
        self.entries.binary_search_by_key(&claim, |entry| entry.claim).ok()
    }
}
