//! One claim's level.

use super::common_points::CommonPoints;
use super::evidence::Evidence;
use super::graph::Graph;
use super::level::Level;
use super::marks::Marks;
use super::point::Point;
use super::{search, shortcut};

/// What the evidence of a claim amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// How well the claim is corroborated.
    pub level: Level,
    /// From how many different sources support paths start.
    pub sources: u32,
    /// How many different origins they reach.
    pub origins: u32,
    /// What lies on every support path: sources, voices, identifiers, each by id. Empty when
    /// nothing does, and when there is no path.
    pub weakest_points: Vec<Point>,
}

/// Memory that is used again for claim after claim. It fits every graph.
#[derive(Debug, Default)]
pub struct Scratch {
    pub(crate) tally: Tally,
    /// Origins whose lists were too long to keep are gathered with these.
    pub(crate) walked: Marks,
    pub(crate) waiting: Vec<u32>,
    pub(crate) search: search::Memory,
}

/// What is known of a claim's support paths.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// What lies on every path.
    pub(crate) common: CommonPoints,
    /// What lies on every firm path.
    pub(crate) firm: CommonPoints,
    /// The sources that start a path, in any order, some twice.
    pub(crate) starts: Vec<u32>,
    /// The origins that are reached, in any order, some twice.
    pub(crate) origins: Vec<u32>,
}

impl Graph {
    /// Assesses one claim. Sources that the graph does not know are no evidence.
    pub fn assess(&self, evidence: &Evidence, scratch: &mut Scratch) -> Assessment {
        let mut weakest_points = Vec::new();
        let (level, sources, origins) = self.assess_onto(evidence, scratch, &mut weakest_points);
        Assessment { level, sources, origins, weakest_points }
    }

    /// The same with the weakest points put behind those of other claims: level, sources, origins. For
    /// who assesses a million.
    pub fn assess_onto(
        &self,
        evidence: &Evidence,
        scratch: &mut Scratch,
        weakest_points: &mut Vec<Point>,
    ) -> (Level, u32, u32) {
        scratch.tally.clear();
        if !shortcut::tally(self, evidence, scratch) {
            scratch.tally.clear();
            search::tally(self, evidence, scratch);
        }
        scratch.tally.conclude(self, weakest_points)
    }

    /// The same by the exact search alone: the tests hold the short way against it.
    pub fn assess_by_search(&self, evidence: &Evidence, scratch: &mut Scratch) -> Assessment {
        scratch.tally.clear();
        search::tally(self, evidence, scratch);
        let mut weakest_points = Vec::new();
        let (level, sources, origins) = scratch.tally.conclude(self, &mut weakest_points);
        Assessment { level, sources, origins, weakest_points }
    }
}

impl Tally {
    fn clear(&mut self) {
        self.common.clear();
        self.firm.clear();
        self.starts.clear();
        self.origins.clear();
    }

    fn conclude(&mut self, graph: &Graph, weakest_points: &mut Vec<Point>) -> (Level, u32, u32) {
        let sources = distinct(&mut self.starts);
        let weakest = self.common.points();
        let level = match sources {
            0 => Level::Unsupported,
            1 => Level::SingleSource,
            _ if !weakest.is_empty() => Level::SingleOrigin,
            _ if self.firm.nothing_in_common() => Level::Corroborated,
            _ => Level::Apparent,
        };
        weakest_points.extend(weakest.iter().map(|&point| graph.points.point(point)));
        (level, sources, distinct(&mut self.origins))
    }
}

fn distinct(sources: &mut Vec<u32>) -> u32 {
    sources.sort_unstable();
    sources.dedup();
    sources.len() as u32
}
