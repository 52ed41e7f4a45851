//! The sources that a run of the rules looks at, each once, with their lineage.

use std::collections::{BTreeSet, HashMap};

use super::cycles;
use crate::domain::{Alias, Distinction, Lineage, Relation, Source, strong_identifiers};

/// A source, where it comes from, and what makes two records of it one.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The source.
    pub source: Source,
    /// Its strong identifiers: `doi:…`, `ecli:…`, `url:…`.
    pub(super) identifiers: Vec<String>,
    /// Its lineage origins, each once for each relation.
    pub(super) origins: Vec<Origin>,
    /// The number of the circle that it is part of.
    pub(super) cycle: Option<usize>,
}

/// A lineage row, seen from the source that derives.
#[derive(Debug, Clone, Copy)]
pub(super) struct Origin {
    pub(super) place: usize,
    pub(super) relation: Relation,
}

/// Sources with their lineage. A source is called by its place in the order they were entered in.
#[derive(Debug, Clone, Default)]
pub struct Library {
    entries: Vec<Entry>,
    places: HashMap<String, usize>,
    /// The circles in the lineage, each spelled out from a source back to the one before it.
    cycles: Vec<Vec<usize>>,
    /// Other spellings, and the voice that is written for each.
    spellings: HashMap<String, String>,
    /// Voices that were said to be two, the smaller one first.
    distinct: BTreeSet<(String, String)>,
}

impl Library {
    /// The sources with the lineage rows between them; a row that names another source is left out.
    pub fn new(sources: Vec<Source>, lineage: Vec<Lineage>) -> Self {
        let mut library = Library::default();
        for source in sources {
            library.places.insert(source.key.as_str().to_owned(), library.entries.len());
            let identifiers = strong_identifiers(&source);
            let (origins, cycle) = (Vec::new(), None);
            library.entries.push(Entry { source, identifiers, origins, cycle });
        }
        for row in lineage {
            let ends = (library.place(&row.source), library.place(&row.origin));
            if let (Some(source), Some(place)) = ends {
                library.entries[source].origins.push(Origin { place, relation: row.relation });
            }
        }
        library.cycles = cycles::find(&library.entries);
        for (number, cycle) in library.cycles.iter().enumerate() {
            for &place in cycle {
                library.entries[place].cycle = Some(number);
            }
        }
        library
    }

    /// The same with the voices that were said to be two.
    #[must_use]
    pub fn with_distinctions(mut self, said: &[Distinction]) -> Self {
        self.distinct = said.iter().map(|two| (two.name.clone(), two.other.clone())).collect();
        self
    }

    /// The same with the names that are known to be other spellings.
    #[must_use]
    pub fn with_aliases(mut self, aliases: Vec<Alias>) -> Self {
        let pair = |alias: Alias| (alias.spelling, alias.name.voice());
        self.spellings = aliases.into_iter().map(pair).collect();
        self
    }

    /// The voice that is written for this one; itself where it is no other spelling.
    pub(super) fn written_voice(&self, voice: String) -> String {
        self.spellings.get(&voice).cloned().unwrap_or(voice)
    }

    /// Whether somebody has said that two voices are two.
    pub(super) fn are_distinct(&self, one: String, other: String) -> bool {
        self.distinct.contains(&Distinction::pair(one, other))
    }

    /// The sources, in the order in which they were entered.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The place of the source with this key.
    pub(super) fn place(&self, key: &str) -> Option<usize> {
        self.places.get(key).copied()
    }

    /// The source at a place.
    pub(super) fn at(&self, place: usize) -> &Entry {
        &self.entries[place]
    }

    /// The circles in the lineage, each as the sources that one passes on the way round.
    pub(super) fn cycles(&self) -> &[Vec<usize>] {
        &self.cycles
    }

    /// A circle spelled out: `a → b → a`.
    pub(super) fn spelled_out(&self, cycle: &[usize]) -> String {
        let round = cycle.iter().chain(cycle.first());
        round.map(|&place| self.at(place).source.key.as_str()).collect::<Vec<_>>().join(" → ")
    }

    /// The source and all that it republishes or translates, by steps.
    pub(super) fn texts(&self, place: usize) -> BTreeSet<usize> {
        let mut texts = BTreeSet::from([place]);
        let mut open = vec![place];
        while let Some(text) = open.pop() {
            for origin in self.at(text).origins.iter().filter(|row| row.relation.is_edition()) {
                if texts.insert(origin.place) {
                    open.push(origin.place);
                }
            }
        }
        texts
    }
}
