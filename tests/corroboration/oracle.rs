//! The definition of corroboration, word by word: every support path written out, no shortcuts.
//!
//! It shares no code with the program but the names of the levels.

use std::collections::{BTreeSet, HashMap, HashSet};

use twosource::corroboration::Level;

use crate::casebook::{Casebook, Claim, Source, Verdict};

struct Path {
    sources: Vec<String>,
    /// It leaves some source by one of several lineage origins.
    chosen: bool,
}

struct Oracle<'a> {
    sources: HashMap<&'a str, &'a Source>,
    appears_in: &'a [String],
}

pub(crate) fn verdict(book: &Casebook, claim: &Claim) -> Verdict {
    let oracle = Oracle {
        sources: book.sources.iter().map(|source| (source.key.as_str(), source)).collect(),
        appears_in: &claim.appears_in,
    };
    let paths = oracle.support_paths(claim);
    let starts: HashSet<&String> = paths.iter().map(|path| &path.sources[0]).collect();
    let origins: HashSet<&String> = paths.iter().filter_map(|path| path.sources.last()).collect();
    let weakest = common(paths.iter().map(|path| oracle.points_of_path(path)));
    let firm: Vec<&Path> = paths.iter().filter(|path| oracle.is_firm(path)).collect();
    let firm_weakest = common(firm.iter().map(|path| {
        let merged = oracle.points_of_path(path).into_iter();
        merged.map(|point| oracle.unnamed_as_one(point)).collect()
    }));
    let level = if paths.is_empty() {
        Level::Unsupported
    } else if starts.len() == 1 {
        Level::SingleSource
    } else if !weakest.is_empty() {
        Level::SingleOrigin
    } else if !firm.is_empty() && firm_weakest.is_empty() {
        Level::Corroborated
    } else {
        Level::Apparent
    };
    Verdict { level, sources: starts.len(), origins: origins.len(), weakest }
}

/// What all sets have in common; nothing when there is none.
fn common(mut sets: impl Iterator<Item = BTreeSet<String>>) -> BTreeSet<String> {
    let first = sets.next().unwrap_or_default();
    sets.fold(first, |left, right| left.intersection(&right).cloned().collect())
}

impl Oracle<'_> {
    fn support_paths(&self, claim: &Claim) -> Vec<Path> {
        let mut paths = Vec::new();
        for (source, attributions) in &claim.citations {
            if !self.counts(source) {
                continue;
            }
            if attributions.is_empty() {
                self.follow(vec![source.clone()], false, &mut paths);
            }
            for origin in attributions {
                if self.counts(origin) && origin != source {
                    self.follow(vec![source.clone(), origin.clone()], false, &mut paths);
                }
            }
        }
        paths
    }

    /// Extends a path along lineage, in every way there is.
    fn follow(&self, path: Vec<String>, chosen: bool, paths: &mut Vec<Path>) {
        let last = path.last().unwrap().clone();
        let origins: BTreeSet<&String> =
            self.sources[last.as_str()].lineage.iter().map(|(_, origin)| origin).collect();
        if origins.is_empty() {
            paths.push(Path { sources: path, chosen });
            return;
        }
        let several = origins.len() > 1;
        for origin in origins {
            if self.counts(origin) && !path.contains(origin) {
                let mut longer = path.clone();
                longer.push(origin.clone());
                self.follow(longer, chosen || several, paths);
            }
        }
    }

    fn is_firm(&self, path: &Path) -> bool {
        !path.chosen && self.sources[path.sources.last().unwrap().as_str()].original
    }

    /// It has not fallen, the claim does not appear in it or in another edition, and what it
    /// republishes or translates counts too.
    fn counts(&self, source: &str) -> bool {
        self.texts(source).iter().all(|text| {
            !self.sources[text.as_str()].fallen
                && !self.appears_in.iter().any(|work| self.are_editions(text, work))
        })
    }

    /// One republishes or translates the other, by steps, or both do so with a third.
    fn are_editions(&self, one: &str, other: &str) -> bool {
        !self.texts(one).is_disjoint(&self.texts(other))
    }

    /// The source and all that it republishes or translates, by steps.
    fn texts(&self, source: &str) -> BTreeSet<String> {
        let mut texts = BTreeSet::from([source.to_owned()]);
        loop {
            let more: BTreeSet<String> = texts
                .iter()
                .flat_map(|text| &self.sources[text.as_str()].lineage)
                .filter(|(relation, _)| relation == "republishes" || relation == "translates")
                .map(|(_, origin)| origin.clone())
                .collect();
            let before = texts.len();
            texts.extend(more);
            if texts.len() == before {
                return texts;
            }
        }
    }

    fn points_of_path(&self, path: &Path) -> BTreeSet<String> {
        let texts = path.sources.iter().flat_map(|source| self.texts(source));
        texts
            .flat_map(|text| {
                let source = self.sources[text.as_str()];
                let voices = source.voices.iter().map(|(name, _)| format!("voice:{name}"));
                let identifiers = source.identifiers.iter().map(|id| format!("identifier:{id}"));
                let mut points: Vec<String> = voices.chain(identifiers).collect();
                points.push(format!("source:{text}"));
                points
            })
            .collect()
    }

    fn unnamed_as_one(&self, point: String) -> String {
        let unnamed = self
            .sources
            .values()
            .flat_map(|source| &source.voices)
            .any(|(name, unnamed)| *unnamed && point == format!("voice:{name}"));
        if unnamed { "somebody".to_owned() } else { point }
    }
}
