//! The short way: a claim's paths from what was noted of each source.
//!
//! Every step is refused when it would not be exact; why the rest is, the module's page says.

use super::assess::Scratch;
use super::evidence::{Citation, Evidence};
use super::graph::Graph;
use super::marks::Marks;
use super::summary::Flag;

/// Tallies a claim's support paths. False when only the search can tell; the tally is void then.
pub(crate) fn tally(graph: &Graph, evidence: &Evidence, scratch: &mut Scratch) -> bool {
    warm_up(graph, evidence, &mut scratch.waiting);
    if meets_appearance(graph, evidence, scratch) {
        return false;
    }
    let mut walked_any = false;
    evidence.citations().all(|citation| {
        if !graph.knows(citation.source) || graph.is(citation.source, Flag::Fallen) {
            return true;
        }
        if citation.attributions.is_empty() {
            along_lineage(graph, citation.source, scratch, &mut walked_any)
        } else {
            by_attribution(graph, citation, scratch, &mut walked_any)
        }
    })
}

/// Touches the memory that the tally will need, all of it at once.
///
/// The sources of a claim lie anywhere in memory, and one look after the other would wait for each
/// of them; looks that do not depend on each other wait together.
fn warm_up(graph: &Graph, evidence: &Evidence, starts: &mut Vec<u32>) {
    starts.clear();
    for source in evidence.sources().filter(|&source| graph.knows(source)) {
        let summary = graph.summary(source);
        starts.push(summary.unavoidable.start);
    }
    let touched = starts.iter().filter_map(|&start| graph.sets.get(start as usize));
    std::hint::black_box(touched.fold(0, |sum, &point| sum ^ point));
}

/// The paths of a citation that names nobody.
fn along_lineage(graph: &Graph, source: u32, scratch: &mut Scratch, walked_any: &mut bool) -> bool {
    let summary = graph.summary(source);
    if !summary.is(Flag::Live) {
        return true;
    }
    let Some(unavoidable) = graph.set(summary.unavoidable) else {
        return false;
    };
    let unnamed = summary.is(Flag::UnavoidableUnnamed);
    scratch.tally.common.meet(unavoidable, &[], unnamed);
    if summary.is(Flag::Firm) {
        scratch.tally.firm.meet(unavoidable, &[], unnamed);
    }
    scratch.tally.starts.push(source);
    gather_origins(graph, source, scratch, walked_any);
    true
}

/// The paths of a citation that is attributed to somebody.
fn by_attribution(
    graph: &Graph,
    citation: Citation<'_>,
    scratch: &mut Scratch,
    walked_any: &mut bool,
) -> bool {
    let cited = graph.summary(citation.source);
    let Some(own) = graph.set(cited.own) else {
        return false;
    };
    let known = citation.attributions.iter().copied().filter(|&origin| graph.knows(origin));
    for origin in known.filter(|&origin| origin != citation.source) {
        let summary = graph.summary(origin);
        if !summary.is(Flag::Live) {
            continue;
        }
        let Some(onward) = graph.set(summary.unavoidable) else {
            return false;
        };
        if leads_to(graph, origin, citation.source, scratch) {
            return false;
        }
        let unnamed = cited.is(Flag::OwnUnnamed) || summary.is(Flag::UnavoidableUnnamed);
        scratch.tally.common.meet(own, onward, unnamed);
        if summary.is(Flag::Firm) {
            scratch.tally.firm.meet(own, onward, unnamed);
        }
        scratch.tally.starts.push(citation.source);
        gather_origins(graph, origin, scratch, walked_any);
    }
    true
}

/// Adds the origins behind a live source to the tally.
fn gather_origins(graph: &Graph, source: u32, scratch: &mut Scratch, walked_any: &mut bool) {
    if let Some(origins) = graph.origins(&graph.summary(source).origins) {
        scratch.tally.origins.extend_from_slice(origins);
        return;
    }
    // What one citation has walked over, the next need not: its origins are gathered already.
    if !std::mem::replace(walked_any, true) {
        scratch.walked.wipe(graph.source_count());
    }
    let Scratch { tally, walked, waiting, .. } = scratch;
    visit_live(graph, source, walked, waiting, |reached| {
        if graph.is(reached, Flag::Origin) {
            tally.origins.push(reached);
        }
        false
    });
}

/// Whether the cited source comes again behind one of its attributions.
fn leads_to(graph: &Graph, from: u32, cited: u32, scratch: &mut Scratch) -> bool {
    let goal = graph.summary(cited);
    // A source that no path passes, or that nothing derives from, or that is no deeper than what it
    // should be reached from from, cannot be on the way: depth only falls along a path.
    if !goal.is(Flag::Live) || !goal.is(Flag::HasDerived) {
        return false;
    }
    if graph.summary(from).depth <= goal.depth {
        return false;
    }
    let Scratch { search, waiting, .. } = scratch;
    let seen = search.marks();
    seen.wipe(graph.source_count());
    visit_live(graph, from, seen, waiting, |reached| reached == cited)
}

/// Whether the claim appears in a work that may be an edition of a source on its paths.
fn meets_appearance(graph: &Graph, evidence: &Evidence, scratch: &mut Scratch) -> bool {
    evidence.appearances().iter().any(|&work| {
        if !graph.knows(work) {
            return false;
        }
        let group = graph.summary(work).group;
        let mut steps = evidence.citations().flat_map(|citation| {
            citation.attributions.iter().copied().chain(std::iter::once(citation.source))
        });
        if steps.any(|source| graph.knows(source) && graph.summary(source).group == group) {
            return true;
        }
        // From outside, a path gets into the group only where a source outside derives from one
        // inside.
        graph.is(group, Flag::Entered) && enters(graph, evidence, group, scratch)
    })
}

/// Whether a walk along lineage from the evidence meets the group.
fn enters(graph: &Graph, evidence: &Evidence, group: u32, scratch: &mut Scratch) -> bool {
    let Scratch { search, waiting, .. } = scratch;
    let seen = search.marks();
    seen.wipe(graph.source_count());
    evidence.citations().any(|citation| {
        let cited = [citation.source];
        let starts: &[u32] =
            if citation.attributions.is_empty() { &cited } else { citation.attributions };
        starts.iter().any(|&start| {
            graph.knows(start)
                && visit_live(graph, start, seen, waiting, |reached| {
                    graph.summary(reached).group == group
                })
        })
    })
}

/// Visits the live sources behind a source, itself included, that were not seen yet, until one is
/// what is looked for; true if one was.
fn visit_live(
    graph: &Graph,
    from: u32,
    seen: &mut Marks,
    waiting: &mut Vec<u32>,
    mut found: impl FnMut(u32) -> bool,
) -> bool {
    waiting.clear();
    if graph.is(from, Flag::Live) && seen.mark(from) {
        waiting.push(from);
    }
    while let Some(source) = waiting.pop() {
        if found(source) {
            return true;
        }
        for &origin in graph.lineage.of(source) {
            if graph.is(origin, Flag::Live) && seen.mark(origin) {
                waiting.push(origin);
            }
        }
    }
    false
}
