//! How a graph is put together.

use super::csr::Csr;
use super::graph::Graph;
use super::point::{Ids, PointRange};
use super::precompute;

/// Bigger sets are not kept: on a long chain of reports they would fill the memory.
const BIGGEST_SET: usize = 256;

/// Collects what is known of the sources, in any order, and builds a [`Graph`] from it.
///
/// Sources are the numbers below the count; a row that names another one is left out. Ids of voices
/// and identifiers may be any numbers, and each kind has numbers of its own. What is said twice
/// counts once.
#[derive(Debug, Clone)]
pub struct GraphBuilder {
    sources: u32,
    fallen: Vec<u32>,
    originals: Vec<u32>,
    voices: Vec<(u32, u32)>,
    unnamed: Vec<u32>,
    identifiers: Vec<(u32, u32)>,
    lineage: Vec<(u32, u32)>,
    editions: Vec<(u32, u32)>,
    biggest_set: usize,
}

impl GraphBuilder {
    /// Begins with that many sources of which nothing is known.
    pub fn new(source_count: u32) -> GraphBuilder {
        GraphBuilder {
            sources: source_count,
            fallen: Vec::new(),
            originals: Vec::new(),
            voices: Vec::new(),
            unnamed: Vec::new(),
            identifiers: Vec::new(),
            lineage: Vec::new(),
            editions: Vec::new(),
            biggest_set: BIGGEST_SET,
        }
    }

    /// The source is withdrawn, retracted or overturned.
    pub fn fallen(&mut self, source: u32) {
        if source < self.sources {
            self.fallen.push(source);
        }
    }

    /// The source's lineage is `original`: it is known to be an origin.
    pub fn original(&mut self, source: u32) {
        if source < self.sources {
            self.originals.push(source);
        }
    }

    /// The source has this voice. A voice that is unnamed in one source is unnamed in all.
    pub fn voice(&mut self, source: u32, voice: u32, unnamed: bool) {
        if source < self.sources {
            self.voices.push((source, voice));
            if unnamed {
                self.unnamed.push(voice);
            }
        }
    }

    /// The source has this strong identifier.
    pub fn identifier(&mut self, source: u32, identifier: u32) {
        if source < self.sources {
            self.identifiers.push((source, identifier));
        }
    }

    /// The source comes from the origin; `edition` when it republishes or translates it.
    pub fn lineage(&mut self, source: u32, origin: u32, edition: bool) {
        if source < self.sources && origin < self.sources {
            self.lineage.push((source, origin));
            if edition {
                self.editions.push((source, origin));
            }
        }
    }

    /// Keeps at most that many points for a source, 256 if not said otherwise. It changes no answer:
    /// claims whose sources need more are searched.
    pub fn biggest_set(&mut self, points: usize) {
        self.biggest_set = points;
    }

    /// Builds the graph, in time and memory that grow with the rows.
    pub fn build(mut self) -> Graph {
        let points =
            PointRange::new(self.sources, Ids::of(&self.voices), Ids::of(&self.identifiers));
        let mut unnamed = vec![false; points.voices() as usize];
        for voice in std::mem::take(&mut self.unnamed) {
            if let Some(position) = points.voice_position(points.of_voice(voice)) {
                unnamed[position as usize] = true;
            }
        }
        let own = self.own_points(&points);
        let lineage = Csr::from_pairs(self.sources, &std::mem::take(&mut self.lineage));
        let editions = Csr::from_pairs(self.sources, &std::mem::take(&mut self.editions));
        let mut graph = Graph {
            edition_of: editions.reversed(),
            points,
            own,
            lineage,
            editions,
            unnamed,
            summaries: Vec::new(),
            sets: Vec::new(),
        };
        precompute::fill(&mut graph, &self.fallen, &self.originals, self.biggest_set);
        graph
    }

    /// For each source itself, its voices and its identifiers.
    fn own_points(&mut self, points: &PointRange) -> Csr {
        let voices = std::mem::take(&mut self.voices);
        let identifiers = std::mem::take(&mut self.identifiers);
        let mut pairs =
            Vec::with_capacity(self.sources as usize + voices.len() + identifiers.len());
        pairs.extend((0..self.sources).map(|source| (source, source)));
        pairs.extend(voices.iter().map(|&(source, voice)| (source, points.of_voice(voice))));
        pairs.extend(identifiers.iter().map(|&(source, id)| (source, points.of_identifier(id))));
        Csr::from_pairs(self.sources, &pairs)
    }
}
