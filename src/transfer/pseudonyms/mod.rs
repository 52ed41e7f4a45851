//! Confidential sources on their way out: a stand-in for each, under a key that tells nothing.

mod gather;
mod mask;
mod records;
mod sources;

use std::collections::{HashMap, HashSet};

use crate::domain::{Key, Source};

/// What withheld sources and names are called outside.
///
/// The numbers follow the order in which the sources were entered. A voice that is withheld has the
/// same stand-in in every source, so that levels come out as they are; where it also speaks in an open
/// source, saying so would give it away. Then the source goes out as one of unknown origin: not marked
/// original, with no lineage and no attributions of its own. So no path through it is firm, the firm
/// paths that are left share no less than inside, and nothing passes for corroborated outside that is
/// not so inside.
#[derive(Debug, Default)]
pub struct Pseudonyms {
    keys: HashMap<Key, StandIn>,
    voices: HashMap<String, usize>,
    /// The strong identifiers of confidential sources.
    pages: HashMap<String, Page>,
    /// Withheld sources that have something in common with an open one.
    cut: HashSet<Key>,
    /// Those, and whatever carries the text of one.
    carriers: HashSet<Key>,
    /// Claims that were made in works that are withheld, and the sources that they cite: what is kept of
    /// a fact-check of such a claim may name the work, and who is behind it.
    made_in_secret: HashSet<Key>,
    cited_for_secret: HashSet<Key>,
    background: usize,
    withholds: bool,
}

/// What a confidential source is called.
#[derive(Debug)]
struct StandIn {
    number: usize,
    key: Key,
}

/// An identifier that stays behind, and how many confidential sources have it.
#[derive(Debug)]
struct Page {
    number: usize,
    sources: usize,
}

impl Pseudonyms {
    /// None at all: everything goes out as it is.
    pub fn none() -> Self {
        Self::default()
    }

    /// How many confidential sources there are.
    pub fn confidential(&self) -> usize {
        self.keys.len()
    }

    /// How many sources on background there are.
    pub fn background(&self) -> usize {
        self.background
    }

    /// The key by which a source is known outside.
    pub fn key(&self, key: &Key) -> Key {
        self.keys.get(key).map_or(key, |stand_in| &stand_in.key).clone()
    }
}

/// The voices of a source in the form in which they are compared.
fn voices(source: &Source) -> impl Iterator<Item = String> {
    source.creators.iter().filter(|credit| credit.role.is_voice()).map(|credit| credit.name.voice())
}
