//! Which support paths are firm, and what keeps the others from it.

use std::collections::BTreeSet;

use super::fault::{Fault, texts_of};
use super::nearby::{Network, Subject};
use crate::corroboration::PointKind;
use crate::domain::{LineageState, Stance};

/// What is known of the paths that nobody has to choose on.
#[derive(Debug, Default)]
pub(crate) struct Firmness {
    /// Origins that are not known to be first-hand.
    pub(crate) unknown: Vec<usize>,
    /// Sources that are left by one of several origins, and the citations on whose path they lie.
    pub(crate) several: Vec<(usize, i64)>,
    /// For each firm path what lies on it.
    paths: Vec<BTreeSet<(PointKind, String)>>,
    all_unnamed: bool,
}

impl Firmness {
    pub(crate) fn new(
        subject: Subject<'_>,
        network: &Network<'_>,
        faults: &[Option<Fault>],
    ) -> Self {
        let mut firmness = Firmness { all_unnamed: true, ..Firmness::default() };
        for (number, citation) in subject.citations {
            let Some(cited) = network.number(&citation.source) else { continue };
            if citation.stance != Stance::Supports || faults[cited].is_some() {
                continue;
            }
            let attributions = network.attributions(citation);
            if attributions.is_empty() {
                firmness.follow(network, faults, *number, Vec::new(), cited);
            }
            for from in attributions {
                firmness.follow(network, faults, *number, vec![cited], from);
            }
        }
        firmness
    }

    fn follow(
        &mut self,
        network: &Network<'_>,
        faults: &[Option<Fault>],
        citation: i64,
        mut way: Vec<usize>,
        mut source: usize,
    ) {
        let mut seen: BTreeSet<usize> = way.iter().copied().collect();
        loop {
            if faults[source].is_some() || !seen.insert(source) {
                return;
            }
            way.push(source);
            match network.origins[source].as_slice() {
                [] if network.nodes[source].source.lineage == LineageState::Original => {
                    return self.note_path(network, &way);
                }
                [] => return note(&mut self.unknown, source),
                [(origin, _)] => source = *origin,
                _ => return note(&mut self.several, (source, citation)),
            }
        }
    }

    fn note_path(&mut self, network: &Network<'_>, way: &[usize]) {
        let mut points = BTreeSet::new();
        let mut unnamed = false;
        for text in texts_of(network, way) {
            points.insert((PointKind::Source, network.key(text).to_string()));
            for (kind, name, withheld) in network.own_points(text) {
                unnamed |= withheld;
                points.insert((kind, name));
            }
        }
        self.all_unnamed &= unnamed;
        self.paths.push(points);
    }

    /// How many firm paths there are.
    pub(crate) fn paths(&self) -> usize {
        self.paths.len()
    }

    /// Whether every firm path has a voice whose name is withheld.
    pub(crate) fn all_unnamed(&self) -> bool {
        self.all_unnamed && !self.paths.is_empty()
    }

    /// What lies on every firm path.
    pub(crate) fn common(&self) -> Vec<(PointKind, String)> {
        let Some((first, others)) = self.paths.split_first() else { return Vec::new() };
        let on_all = |point: &&(PointKind, String)| others.iter().all(|path| path.contains(*point));
        first.iter().filter(on_all).cloned().collect()
    }
}

fn note<T: PartialEq>(list: &mut Vec<T>, item: T) {
    if !list.contains(&item) {
        list.push(item);
    }
}
