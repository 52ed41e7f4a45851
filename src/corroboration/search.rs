//! The exact search: follows one claim's support paths, whatever the graph looks like.
//!
//! "No source twice" needs no list of all paths. If a walk gets from a source to an origin, a part of
//! it does so without a circle; only the cited source, which may be left in another way than the
//! rest, must not be passed again. So to be on every path is to cut off all walks when taken away.

use super::assess::Scratch;
use super::common_points::CommonPoints;
use super::evidence::{Citation, Evidence};
use super::graph::Graph;
use super::marks::Marks;
use super::summary::Flag;

/// The search's share of the scratch memory.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The sources that the claim's appearances exclude.
    excluded: Marks,
    seen: Marks,
    texts: Marks,
    waiting: Vec<u32>,
    /// The sources of the path that is being followed, each with the number of its next step.
    path: Vec<(u32, u32)>,
    points: Vec<u32>,
}

impl Memory {
    /// Marks for others to use between searches.
    pub(crate) fn marks(&mut self) -> &mut Marks {
        &mut self.seen
    }
}

/// Tallies a claim's support paths.
pub(crate) fn tally(graph: &Graph, evidence: &Evidence, scratch: &mut Scratch) {
    let Scratch { tally, search, .. } = scratch;
    search.exclude(graph, evidence.appearances());
    for citation in evidence.citations() {
        let reached = tally.origins.len();
        search.find(graph, citation, None, Some(&mut tally.origins));
        if tally.origins.len() > reached {
            tally.starts.push(citation.source);
        }
        search.meet_firm_paths(graph, citation, &mut tally.firm);
    }
    let weakest = search.weakest_points(graph, evidence);
    tally.common.meet(&weakest, &[], false);
}

impl Memory {
    /// Marks every source that shares a text with a work the claim appears in.
    fn exclude(&mut self, graph: &Graph, works: &[u32]) {
        self.excluded.wipe(graph.source_count());
        self.waiting.clear();
        for &work in works.iter().filter(|&&work| graph.knows(work)) {
            let waiting = &mut self.waiting;
            graph.visit_editions(work, &mut self.texts, |text| {
                waiting.push(text);
                true
            });
        }
        while let Some(source) = self.waiting.pop() {
            if self.excluded.mark(source) {
                self.waiting.extend(graph.edition_of.of(source));
            }
        }
    }

    fn counts(&self, graph: &Graph, source: u32) -> bool {
        graph.knows(source) && !graph.is(source, Flag::Fallen) && !self.excluded.has(source)
    }

    /// Looks for support paths of a citation that avoid a point. Stops at the first, whose sources
    /// are then in `path`; or gathers the origins of all.
    fn find(
        &mut self,
        graph: &Graph,
        citation: Citation<'_>,
        avoided: Option<u32>,
        mut origins: Option<&mut Vec<u32>>,
    ) -> bool {
        self.path.clear();
        if !self.may_pass(graph, citation.source, avoided) {
            return false;
        }
        self.seen.wipe(graph.source_count());
        self.seen.mark(citation.source);
        self.path.push((citation.source, 0));
        let mut arrived =
            citation.attributions.is_empty() && graph.is(citation.source, Flag::Origin);
        loop {
            if arrived {
                let (Some(origins), Some(&(origin, _))) = (&mut origins, self.path.last()) else {
                    return true;
                };
                origins.push(origin);
            }
            let first = self.path.len() == 1;
            let Some((source, step)) = self.path.last_mut() else {
                return false;
            };
            let by_name = first && !citation.attributions.is_empty();
            let steps = if by_name { citation.attributions } else { graph.lineage.of(*source) };
            let Some(&next) = steps.get(*step as usize) else {
                self.path.pop();
                arrived = false;
                continue;
            };
            *step += 1;
            let passed = graph.knows(next) && self.seen.mark(next);
            arrived = passed && self.may_pass(graph, next, avoided) && {
                self.path.push((next, 0));
                graph.is(next, Flag::Origin)
            };
        }
    }

    fn may_pass(&mut self, graph: &Graph, source: u32, avoided: Option<u32>) -> bool {
        self.counts(graph, source)
            && !avoided.is_some_and(|point| self.has_point(graph, source, point))
    }

    fn has_point(&mut self, graph: &Graph, source: u32, point: u32) -> bool {
        if let Some(points) = graph.set(graph.summary(source).own) {
            return points.binary_search(&point).is_ok();
        }
        let mut has = false;
        graph.visit_editions(source, &mut self.texts, |text| {
            has = graph.own.of(text).binary_search(&point).is_ok();
            !has
        });
        has
    }

    /// Appends the points of a source, with those of what it republishes or translates.
    fn gather_points(&mut self, graph: &Graph, source: u32) {
        let points = &mut self.points;
        graph.visit_editions(source, &mut self.texts, |text| {
            points.extend_from_slice(graph.own.of(text));
            true
        });
    }

    /// The points that lie on every support path, ascending.
    fn weakest_points(&mut self, graph: &Graph, evidence: &Evidence) -> Vec<u32> {
        let mut weakest = Vec::new();
        if !self.find_any(graph, evidence, None) {
            return weakest;
        }
        let mut candidates = self.points_of_path(graph);
        while let Some(point) = candidates.pop() {
            if self.find_any(graph, evidence, Some(point)) {
                // What this path does not have either need not be tried.
                let others = self.points_of_path(graph);
                candidates.retain(|point| others.binary_search(point).is_ok());
            } else {
                weakest.push(point);
            }
        }
        weakest.reverse();
        weakest
    }

    fn find_any(&mut self, graph: &Graph, evidence: &Evidence, avoided: Option<u32>) -> bool {
        evidence.citations().any(|citation| self.find(graph, citation, avoided, None))
    }

    fn points_of_path(&mut self, graph: &Graph) -> Vec<u32> {
        self.points.clear();
        for at in 0..self.path.len() {
            self.gather_points(graph, self.path[at].0);
        }
        let mut points = std::mem::take(&mut self.points);
        points.sort_unstable();
        points.dedup();
        points
    }

    /// Adds the firm paths of a citation, of which each of its first steps has one at most.
    fn meet_firm_paths(&mut self, graph: &Graph, citation: Citation<'_>, firm: &mut CommonPoints) {
        if !self.counts(graph, citation.source) {
            return;
        }
        if citation.attributions.is_empty() {
            self.meet_firm_path(graph, None, citation.source, firm);
        }
        for &origin in citation.attributions {
            self.meet_firm_path(graph, Some(citation.source), origin, firm);
        }
    }

    fn meet_firm_path(
        &mut self,
        graph: &Graph,
        cited: Option<u32>,
        start: u32,
        firm: &mut CommonPoints,
    ) {
        self.seen.wipe(graph.source_count());
        self.path.clear();
        if let Some(cited) = cited {
            self.seen.mark(cited);
            self.path.push((cited, 0));
        }
        let mut source = start;
        loop {
            if !self.counts(graph, source) || !self.seen.mark(source) {
                return;
            }
            self.path.push((source, 0));
            match graph.lineage.of(source) {
                [] => break,
                [origin] => source = *origin,
                // Left by one of several origins: not firm.
                _ => return,
            }
        }
        if graph.is(source, Flag::Original) {
            let points = self.points_of_path(graph);
            firm.meet(&points, &[], graph.any_unnamed(&points));
        }
    }
}
