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
use super::passage::passed_by_all;
use super::summary::Flag;

/// The search's share of the scratch memory.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    /// The sources that the claim's appearances exclude.
    excluded: Marks,
    seen: Marks,
    texts: Marks,
    /// The texts that are known not to have the point that is avoided, nor to carry one that has.
    without: Marks,
    waiting: Vec<u32>,
    /// The sources of the path that is being followed, each with the number of its next step.
    path: Vec<(u32, u32)>,
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
    pub(super) fn exclude(&mut self, graph: &Graph, works: &[u32]) {
        self.excluded.wipe(graph.source_count());
        self.waiting.clear();
        for &work in works.iter().filter(|&&work| graph.knows(work)) {
            let waiting = &mut self.waiting;
            graph.visit_editions(&[work], &mut self.texts, |text| {
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

    pub(super) fn counts(&self, graph: &Graph, source: u32) -> bool {
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
        self.without.wipe(graph.source_count());
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
        let mut waiting = vec![source];
        let mut visited = Vec::new();
        self.texts.wipe(graph.source_count());
        while let Some(text) = waiting.pop() {
            if self.without.has(text) || !self.texts.mark(text) {
                continue;
            }
            if graph.own.of(text).binary_search(&point).is_ok() {
                return true;
            }
            visited.push(text);
            waiting.extend(graph.editions.of(text));
        }
        // The next source of a chain need not look through the same texts again.
        visited.into_iter().for_each(|text| {
            self.without.mark(text);
        });
        false
    }

    /// The points of sources, with those of what they republish or translate, ascending.
    fn points_of(&mut self, graph: &Graph, sources: &[u32]) -> Vec<u32> {
        let mut points = Vec::new();
        graph.visit_editions(sources, &mut self.texts, |text| {
            points.extend_from_slice(graph.own.of(text));
            true
        });
        points.sort_unstable();
        points.dedup();
        points
    }

    /// The points that lie on every support path, ascending.
    fn weakest_points(&mut self, graph: &Graph, evidence: &Evidence) -> Vec<u32> {
        let mut weakest = Vec::new();
        let mut leading: Vec<(Citation<'_>, Vec<u32>)> = Vec::new();
        let mut candidates: Vec<u32> = Vec::new();
        for citation in evidence.citations() {
            if self.find(graph, citation, None, None) {
                if leading.is_empty() {
                    candidates = self.points_of_path(graph);
                }
                leading.push((citation, self.unavoidable(graph, citation)));
            }
        }
        while let Some(point) = candidates.pop() {
            let led_round = leading.iter().any(|(citation, unavoidable)| {
                unavoidable.binary_search(&point).is_err()
                    && self.find(graph, *citation, Some(point), None)
            });
            if led_round {
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

    /// Points that are known to lie on every support path of a citation, ascending. One of these paths
    /// has just been found.
    fn unavoidable(&mut self, graph: &Graph, citation: Citation<'_>) -> Vec<u32> {
        let path = self.sources_of_path();
        let mut seen = std::mem::take(&mut self.seen);
        let counts = |source| self.counts(graph, source);
        let passed = passed_by_all(graph, citation, &path, &mut seen, counts);
        self.seen = seen;
        self.points_of(graph, &passed)
    }

    fn points_of_path(&mut self, graph: &Graph) -> Vec<u32> {
        let path = self.sources_of_path();
        self.points_of(graph, &path)
    }

    fn sources_of_path(&self) -> Vec<u32> {
        self.path.iter().map(|(source, _)| *source).collect()
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
