//! The sources that every support path of one citation passes.
//!
//! In a chain of two thousand reprints nearly every source is one of these. To take each of its
//! points away and to search once more would walk the chain thousands of times; this is one walk.

use std::collections::HashMap;

use super::evidence::Citation;
use super::graph::Graph;
use super::marks::Marks;
use super::summary::Flag;

/// Those sources of `path`, one of the support paths of the citation, that all others pass too.
///
/// From each source of the path in turn goes what gets by without setting foot on the path, and
/// whatever was seen once is not looked at again. A source is passed by all when nothing before it has
/// led further along the path than to itself.
pub(super) fn passed_by_all(
    graph: &Graph,
    citation: Citation<'_>,
    path: &[u32],
    seen: &mut Marks,
    counts: impl Fn(u32) -> bool,
) -> Vec<u32> {
    let places: HashMap<u32, usize> = path.iter().copied().zip(0..).collect();
    let mut waiting: Vec<u32> = Vec::new();
    let mut passed = Vec::new();
    let mut furthest = 0;
    seen.wipe(graph.source_count());
    for (place, &source) in path.iter().enumerate() {
        if furthest == place {
            passed.push(source);
        }
        let by_name = place == 0 && !citation.attributions.is_empty();
        waiting.extend(if by_name { citation.attributions } else { graph.lineage.of(source) });
        while let Some(next) = waiting.pop() {
            // No path passes the cited source again.
            if !graph.knows(next) || next == citation.source || !counts(next) {
                continue;
            }
            if let Some(&further) = places.get(&next) {
                furthest = furthest.max(further);
            } else if seen.mark(next) {
                if graph.is(next, Flag::Origin) {
                    // An origin beside the path: nothing that is to come is passed by all.
                    furthest = path.len();
                }
                waiting.extend(graph.lineage.of(next));
            }
        }
    }
    passed
}
