//! Whether a claim's support comes by some sources at all.

use super::assess::Scratch;
use super::evidence::Evidence;
use super::graph::Graph;
use super::summary::Flag;

impl Graph {
    /// Whether the support of a claim comes by a source that has fallen in `then`, the same graph at
    /// another moment. What is no evidence for the claim as it is, because it has fallen, leads to no
    /// origin, or is a work that the claim appears in, carries nothing.
    pub fn relies_on_fallen(
        &self,
        then: &Graph,
        evidence: &Evidence,
        scratch: &mut Scratch,
    ) -> bool {
        let search = &mut scratch.search;
        search.exclude(self, evidence.appearances());
        evidence.citations().any(|citation| {
            if !search.counts(self, citation.source) {
                return false;
            }
            // The cited source first; each with the steps that lead to it.
            let (mut reached, mut steps) = (vec![citation.source], Vec::new());
            let mut places = std::collections::HashMap::from([(citation.source, 0)]);
            let mut next = 0;
            while let Some(&source) = reached.get(next) {
                let said = next == 0 && !citation.attributions.is_empty();
                let onward = if said { citation.attributions } else { self.lineage.of(source) };
                for &origin in onward.iter().filter(|&&it| it != citation.source) {
                    if search.counts(self, origin) {
                        let place = *places.entry(origin).or_insert(reached.len());
                        if place == reached.len() {
                            reached.push(origin);
                        }
                        steps.push((next, place));
                    }
                }
                next += 1;
            }
            let said = !citation.attributions.is_empty();
            let is_end = |&place: &usize| {
                self.lineage.of(reached[place]).is_empty() && !(place == 0 && said)
            };
            let ends = (0..reached.len()).filter(is_end).collect();
            let carries = leading_to(ends, &steps, reached.len());
            reached.iter().zip(carries).any(|(&it, carries)| carries && then.is(it, Flag::Fallen))
        })
    }
}

/// From which places, of so many, steps lead to one of these ends.
fn leading_to(mut open: Vec<usize>, steps: &[(usize, usize)], places: usize) -> Vec<bool> {
    let mut before = vec![Vec::new(); places];
    steps.iter().for_each(|&(from, to)| before[to].push(from));
    let mut leads = vec![false; places];
    while let Some(place) = open.pop() {
        if !std::mem::replace(&mut leads[place], true) {
            open.extend(&before[place]);
        }
    }
    leads
}
