//! The levels of all claims as readers see them: those that are kept, and the others worked out.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use super::super::Store;
use super::super::engine::params;
use super::all::Assessed;
use super::kept::{Entry, KeptPoint};
use crate::corroboration::{ClaimLevel, Level, WeakestPoint};
use crate::error::Result;

/// The levels of all claims at one moment.
pub struct Levels {
    /// In order of the claims' ids.
    entries: Vec<Entry>,
    points: Points,
}

/// Where the weakest points of the entries are.
enum Points {
    /// Of these claims here, of all others in the casebook.
    Some(BTreeMap<i64, Vec<KeptPoint>>),
    /// Of all of them here.
    All(Box<Assessed>),
}

impl Store {
    /// The levels of all claims. What the casebook does not keep is worked out.
    pub fn levels(&self) -> Result<Levels> {
        self.in_snapshot(Self::known_levels)
    }

    fn known_levels(&self) -> Result<Levels> {
        let missing = self.count_not_kept()?.unsigned_abs() as usize;
        if self.is_quicker_for_all(missing)? {
            let assessed = self.assess_all()?;
            let mut entries = Vec::new();
            let sql = "SELECT id FROM claim ORDER BY id";
            self.each_id(sql, params! {}, |claim| entries.push(assessed.entry(claim)))?;
            return Ok(Levels { entries, points: Points::All(Box::new(assessed)) });
        }
        let mut entries = self.kept_entries()?;
        let mut points = BTreeMap::new();
        if missing > 0 {
            for (claim, kept) in self.assess_some(&self.claims_not_kept()?)? {
                entries.push(Entry::of(claim, &kept));
                points.insert(claim, kept.points);
            }
            entries.sort_unstable_by_key(|entry| entry.claim);
        }
        Ok(Levels { entries, points: Points::Some(points) })
    }
}

impl Levels {
    /// The level of a claim, without the names of its weakest points.
    pub fn level(&self, claim: i64) -> Level {
        self.entry(claim).level
    }

    /// How many claims have this level.
    pub fn count(&self, level: Level) -> usize {
        self.entries.iter().filter(|entry| entry.level == level).count()
    }

    /// The level of a claim with the names of its weakest points.
    pub fn of(&self, store: &Store, claim: i64) -> Result<ClaimLevel> {
        let entry = self.entry(claim);
        match &self.points {
            Points::All(assessed) => assessed.of(store, claim),
            Points::Some(points) => match points.get(&claim) {
                Some(points) => store.with_names(entry, points),
                None => store.with_names(entry, &store.kept_points(claim)?),
            },
        }
    }

    /// The ids of the claims, ascending.
    pub fn claims(&self) -> impl Iterator<Item = i64> {
        self.entries.iter().map(|entry| entry.claim)
    }

    /// The ids of the claims that have one of these levels, ascending.
    pub fn claims_at(&self, wanted: &[Level]) -> impl Iterator<Item = i64> {
        let chosen = self.entries.iter().filter(|entry| wanted.contains(&entry.level));
        chosen.map(|entry| entry.claim)
    }

    /// The sources and voices on which most claims hang, each with the number of claims that have it
    /// among their weakest points; at most so many.
    pub fn points_of_failure(
        &self,
        store: &Store,
        most: usize,
    ) -> Result<Vec<(WeakestPoint, usize)>> {
        let mut counted = match &self.points {
            Points::All(assessed) => assessed.counted_points()?,
            Points::Some(points) => store.counted_points(points.values().flatten())?,
        };
        counted.sort_unstable_by(|(point, claims), (other, fewer)| {
            (Reverse(claims), point).cmp(&(Reverse(fewer), other))
        });
        let points = counted.into_iter();
        let points = points.filter(|(point, _)| !matches!(point, KeptPoint::Identifier(_)));
        points.take(most).map(|(point, claims)| Ok((store.name_of(&point)?, claims))).collect()
    }

    fn entry(&self, claim: i64) -> Entry {
        let place = self.entries.binary_search_by_key(&claim, |entry| entry.claim);
        place.map_or(Entry::bare(claim), |place| self.entries[place])
    }
}

impl Store {
    /// Each kept weakest point, and each of these, with the number of times that it is one.
    fn counted_points<'a>(
        &self,
        more: impl Iterator<Item = &'a KeptPoint>,
    ) -> Result<Vec<(KeptPoint, usize)>> {
        let mut counts: HashMap<KeptPoint, usize> = HashMap::new();
        self.each_kept_point(|_, point| {
            *counts.entry(point).or_default() += 1;
            Ok(())
        })?;
        for point in more {
            *counts.entry(point.clone()).or_default() += 1;
        }
        Ok(counts.into_iter().collect())
    }
}
