//! The keys an import knows: those of its own rows, and those of the casebook it has looked up.

use super::super::names::Names;
use crate::domain::{LineageState, nearest};

/// What is known of a key.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known {
    /// The id of the row.
    pub(super) id: u32,
    /// The line of the import on which the key was defined; 0 for one that was in the casebook.
    pub(super) line: u32,
    /// For a source: its lineage state.
    pub(super) lineage: LineageState,
}

/// Keys of one entity.
#[derive(Debug, Default)]
pub(super) struct Keys {
    names: Names,
    known: Vec<Known>,
}

impl Keys {
    /// What is known of a key.
    pub(super) fn get(&self, key: &str) -> Option<Known> {
        self.known.get(self.names.find(key)? as usize).copied()
    }

    /// Notes a key.
    pub(super) fn insert(&mut self, key: &str, known: Known) {
        let number = self.names.number(key) as usize;
        match self.known.get_mut(number) {
            Some(before) => *before = known,
            None => self.known.push(known),
        }
    }

    /// Notes a new lineage state of a source.
    pub(super) fn set_lineage(&mut self, key: &str, state: LineageState) {
        let number = self.names.find(key);
        if let Some(known) = number.and_then(|number| self.known.get_mut(number as usize)) {
            known.lineage = state;
        }
    }

    /// The nearest known key, for "did you mean". Of very many only some are looked at.
    pub(super) fn nearest(&self, key: &str) -> Option<&str> {
        const LOOKED_AT: usize = 50_000;
        nearest(key, self.names.texts().iter().take(LOOKED_AT))
    }
}
