//! What lies behind one citation: the source, whom it has this from, and so on to the origins.
//!
//! What a support path is, [`crate::corroboration`] defines; here its sources are gathered by name, so
//! that a rule can say which of them is at fault.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::library::{Entry, Library};
use crate::domain::{Citation, Credit};

/// A source behind a citation.
#[derive(Debug, Clone)]
pub(super) struct Step<'a> {
    pub(super) entry: &'a Entry,
    place: usize,
    /// The step from which it is reached; the cited source has none.
    before: Option<usize>,
    /// Whether the claim appears in it, or in another edition of its text.
    pub(super) own_work: bool,
    counts: bool,
    /// Whether a support path passes it.
    pub(super) on_path: bool,
}

/// All that lies behind a citation; the cited source first, and nothing twice.
#[derive(Debug, Clone)]
pub(super) struct Trail<'a> {
    library: &'a Library,
    pub(super) steps: Vec<Step<'a>>,
}

impl<'a> Trail<'a> {
    /// Follows a citation. `works` are the texts of the works that the claim appears in.
    pub(super) fn new(
        library: &'a Library,
        citation: &Citation,
        works: &BTreeSet<usize>,
    ) -> Option<Self> {
        let cited = library.place(&citation.source)?;
        let attributions: Vec<usize> =
            citation.attributed_to.iter().filter_map(|key| library.place(key)).collect();
        let mut trail = Trail { library, steps: Vec::new() };
        let mut seen = HashSet::from([cited]);
        trail.push(cited, None, works);
        let mut edges = Vec::new();
        let mut next = 0;
        while next < trail.steps.len() {
            let entry = trail.steps[next].entry;
            let onward: Vec<usize> = if next == 0 && !attributions.is_empty() {
                attributions.clone()
            } else {
                entry.origins.iter().map(|origin| origin.place).collect()
            };
            for place in onward {
                if seen.insert(place) {
                    trail.push(place, Some(next), works);
                }
                edges.push((next, place));
            }
            next += 1;
        }
        trail.mark_paths(&edges, !attributions.is_empty());
        // An attribution leads past what the cited source republishes; that it must count is why.
        let mut carrier = 0;
        let mut carriers = vec![0];
        while let Some(&step) = carriers.get(carrier) {
            for origin in trail.steps[step].entry.origins.iter() {
                if origin.relation.is_edition() && seen.insert(origin.place) {
                    carriers.push(trail.steps.len());
                    trail.push(origin.place, Some(step), works);
                }
            }
            carrier += 1;
        }
        Some(trail)
    }

    fn push(&mut self, place: usize, before: Option<usize>, works: &BTreeSet<usize>) {
        let texts = self.library.texts(place);
        let own_work = !texts.is_disjoint(works);
        let fallen = texts.iter().any(|&text| self.library.at(text).source.standing.is_fallen());
        let entry = self.library.at(place);
        let counts = !own_work && !fallen;
        self.steps.push(Step { entry, place, before, own_work, counts, on_path: false });
    }

    /// Marks what lies between the cited source and an origin, over sources that count. A path passes
    /// no source twice, so none comes back to the cited one.
    fn mark_paths(&mut self, edges: &[(usize, usize)], attributed: bool) {
        let steps = &mut self.steps;
        let numbers: HashMap<usize, usize> =
            steps.iter().enumerate().map(|(number, step)| (step.place, number)).collect();
        let mut onward = vec![Vec::new(); steps.len()];
        let mut back = vec![Vec::new(); steps.len()];
        for &(from, to) in edges {
            let to = numbers[&to];
            if to != 0 && steps[from].counts && steps[to].counts {
                onward[from].push(to);
                back[to].push(from);
            }
        }
        let reached = reach(&onward, if steps[0].counts { vec![0] } else { Vec::new() });
        let is_end =
            |&step: &usize| steps[step].entry.origins.is_empty() && !(step == 0 && attributed);
        let ends = (0..steps.len()).filter(|&step| reached[step]).filter(is_end).collect();
        let live = reach(&back, ends);
        for (number, step) in steps.iter_mut().enumerate() {
            step.on_path = reached[number] && live[number];
        }
    }

    /// The source that is cited.
    pub(super) fn cited(&self) -> &'a Entry {
        self.steps[0].entry
    }

    /// Whether a support path starts here.
    pub(super) fn supports(&self) -> bool {
        self.steps[0].on_path
    }

    /// The voices on the support paths, with those of the texts that their sources carry.
    pub(super) fn voices(&self) -> impl Iterator<Item = &'a Credit> {
        let library = self.library;
        let passed = self.steps.iter().filter(|step| step.on_path);
        let texts: BTreeSet<usize> = passed.flat_map(|step| library.texts(step.place)).collect();
        texts.into_iter().flat_map(move |text| {
            library.at(text).source.creators.iter().filter(|credit| credit.role.is_voice())
        })
    }

    /// The way from the cited source to a step: `a → b → c`.
    pub(super) fn way_to(&self, step: usize) -> String {
        let mut way = vec![step];
        while let Some(before) = way.last().and_then(|&last| self.steps[last].before) {
            way.push(before);
        }
        way.reverse();
        let keys = way.iter().map(|&step| self.steps[step].entry.source.key.as_str());
        keys.collect::<Vec<_>>().join(" → ")
    }
}

fn reach(onward: &[Vec<usize>], starts: Vec<usize>) -> Vec<bool> {
    let mut reached = vec![false; onward.len()];
    let mut open = starts;
    while let Some(step) = open.pop() {
        if !std::mem::replace(&mut reached[step], true) {
            open.extend(&onward[step]);
        }
    }
    reached
}
