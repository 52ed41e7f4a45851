//! Which sources and points several of the cited sources rely on.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::fault::Fault;
use super::nearby::Network;
use crate::corroboration::PointKind;
use crate::domain::{Citation, Stance};

/// How many of the sources that are cited in support rely on a source or point.
#[derive(Debug, Default)]
pub(crate) struct Reach {
    sources: HashMap<usize, usize>,
    points: HashMap<(PointKind, String), usize>,
}

impl Reach {
    pub(crate) fn new(
        network: &Network<'_>,
        faults: &[Option<Fault>],
        citations: &[(i64, Citation)],
    ) -> Self {
        let mut reached_from: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for (_, citation) in citations.iter().filter(|(_, it)| it.stance == Stance::Supports) {
            let Some(cited) = network.number(&citation.source) else { continue };
            let reached = reached_from.entry(cited).or_default();
            if faults[cited].is_some() {
                continue;
            }
            reached.insert(cited);
            let attributed = network.attributions(citation);
            let first = if attributed.is_empty() { origins(network, cited) } else { attributed };
            walk(network, faults, cited, first, reached);
        }
        let mut reach = Reach::default();
        for reached in reached_from.values() {
            let mut points = BTreeSet::new();
            for source in reached {
                *reach.sources.entry(*source).or_default() += 1;
                points
                    .extend(network.own_points(*source).into_iter().map(|(k, name, _)| (k, name)));
            }
            for point in points {
                *reach.points.entry(point).or_default() += 1;
            }
        }
        reach
    }

    pub(crate) fn of_source(&self, source: usize) -> usize {
        self.sources.get(&source).copied().unwrap_or(0)
    }

    pub(crate) fn of_point(&self, kind: PointKind, name: &str) -> usize {
        self.points.get(&(kind, name.to_owned())).copied().unwrap_or(0)
    }
}

fn origins(network: &Network<'_>, source: usize) -> Vec<usize> {
    network.origins[source].iter().map(|(origin, _)| *origin).collect()
}

/// Follows lineage over sources that count; the cited source is not passed again.
fn walk(
    network: &Network<'_>,
    faults: &[Option<Fault>],
    cited: usize,
    mut waiting: Vec<usize>,
    reached: &mut BTreeSet<usize>,
) {
    let mut seen = BTreeSet::from([cited]);
    while let Some(source) = waiting.pop() {
        if faults[source].is_none() && seen.insert(source) {
            reached.insert(source);
            waiting.extend(origins(network, source));
        }
    }
}
