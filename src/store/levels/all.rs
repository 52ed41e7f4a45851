//! The levels of all claims, worked out in one pass over the tables.

use std::collections::HashMap;
use std::num::NonZero;
use std::thread;

use super::super::Store;
use super::cited::Cited;
use super::kept::{Entry, KeptLevel, KeptPoint};
use super::network::{Extent, Network};
use crate::corroboration::{ClaimLevel, Evidence, Graph, Point, Scratch};
use crate::error::{Error, Result};

/// More threads than this are not worth their start.
const THREADS: usize = 8;

/// So many claims at least are worth a thread.
const CLAIMS_OF_A_THREAD: usize = 4096;

/// The levels of all claims at one moment, whatever the casebook keeps of them.
pub struct Assessed {
    found: Found,
    network: Network,
}

/// What was found of claims that stand behind each other.
#[derive(Default)]
struct Found {
    /// In order of the claims' ids; a claim without supporting citation has none.
    entries: Vec<Entry>,
    /// Where the points of each entry end.
    ends: Vec<u32>,
    points: Vec<Point>,
}

impl Store {
    /// Works the levels of all claims out anew. Time and memory grow with the rows.
    pub fn assess_all(&self) -> Result<Assessed> {
        let (network, cited) = self.in_snapshot(|store| {
            Network::load_while(store, &Extent::Whole, |sources| Cited::load(store, sources))
        })?;
        let found = assess(&network.graph, &cited)?;
        Ok(Assessed { found, network })
    }
}

/// Assesses all claims, a stretch of them on each thread.
fn assess(graph: &Graph, cited: &Cited) -> Result<Found> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(THREADS);
    let stretch = cited.len().div_ceil(threads).max(CLAIMS_OF_A_THREAD);
    let stretches: Vec<_> = (0..cited.len())
        .step_by(stretch)
        .map(|start| start..(start + stretch).min(cited.len()))
        .collect();
    thread::scope(|scope| {
        let work = |places| scope.spawn(move || Found::of(graph, cited, places));
        let threads: Vec<_> = stretches.into_iter().map(work).collect();
        let mut all = Found::default();
        for thread in threads {
            all.append(thread.join().map_err(|_| Error::storage("levels could not be assessed"))?);
        }
        Ok(all)
    })
}

impl Found {
    fn of(graph: &Graph, cited: &Cited, places: std::ops::Range<usize>) -> Found {
        let (mut evidence, mut scratch) = (Evidence::default(), Scratch::default());
        let mut found = Found::default();
        for place in places {
            let claim = cited.fill(place, &mut evidence);
            let (level, sources, origins) =
                graph.assess_onto(&evidence, &mut scratch, &mut found.points);
            found.entries.push(Entry { claim, level, sources, origins });
            found.ends.push(found.points.len() as u32);
        }
        found
    }

    /// Puts what was found of later claims behind this.
    fn append(&mut self, later: Found) {
        if self.entries.is_empty() {
            *self = later;
            return;
        }
        let before = self.points.len() as u32;
        self.entries.extend(later.entries);
        self.ends.extend(later.ends.into_iter().map(|end| before + end));
        self.points.extend(later.points);
    }
}

impl Assessed {
    /// The level of a claim with the names of its weakest points.
    pub fn of(&self, store: &Store, claim: i64) -> Result<ClaimLevel> {
        store.with_names(self.entry(claim), &self.points(claim)?)
    }

    /// What was found of a claim, without its weakest points.
    pub(super) fn entry(&self, claim: i64) -> Entry {
        self.place(claim).map_or(Entry::bare(claim), |place| self.found.entries[place])
    }

    /// What was found of a claim.
    pub(super) fn kept(&self, claim: i64) -> Result<KeptLevel> {
        let Entry { level, sources, origins, .. } = self.entry(claim);
        Ok(KeptLevel { level, sources, origins, points: self.points(claim)? })
    }

    /// The weakest points of a claim.
    pub(super) fn points(&self, claim: i64) -> Result<Vec<KeptPoint>> {
        let Some(place) = self.place(claim) else { return Ok(Vec::new()) };
        let start = place.checked_sub(1).map_or(0, |before| self.found.ends[before]);
        self.network
            .kept_points(&self.found.points[start as usize..self.found.ends[place] as usize])
    }

    /// Each point that some claim hangs on, with the number of such claims.
    pub(super) fn counted_points(&self) -> Result<Vec<(KeptPoint, usize)>> {
        let mut counts: HashMap<Point, usize> = HashMap::new();
        for point in &self.found.points {
            *counts.entry(*point).or_default() += 1;
        }
        let kept = |(point, claims)| Ok((self.network.kept_point(point)?, claims));
        counts.into_iter().map(kept).collect()
    }

    fn place(&self, claim: i64) -> Option<usize> {
        self.found.entries.binary_search_by_key(&claim, |entry| entry.claim).ok()
    }
}
