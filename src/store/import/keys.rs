//! The keys an import knows: those of its own rows, and those of the casebook it has looked up.

use std::collections::HashMap;

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
pub(super) struct Keys(HashMap<Box<str>, Known>);

impl Keys {
    /// What is known of a key.
    pub(super) fn get(&self, key: &str) -> Option<Known> {
        self.0.get(key).copied()
    }

    /// Notes a key.
    pub(super) fn insert(&mut self, key: &str, known: Known) {
        self.0.insert(key.into(), known);
    }

    /// Notes a new lineage state of a source.
    pub(super) fn set_lineage(&mut self, key: &str, state: LineageState) {
        if let Some(known) = self.0.get_mut(key) {
            known.lineage = state;
        }
    }

    /// The nearest known key, for "did you mean". Of very many only some are looked at.
    pub(super) fn nearest(&self, key: &str) -> Option<&str> {
        const LOOKED_AT: usize = 50_000;
        nearest(key, self.0.keys().take(LOOKED_AT).map(AsRef::as_ref))
    }
}
