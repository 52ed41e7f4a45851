//! The keys of one file: what stood under each.

use std::collections::HashMap;

use crate::domain::Key;
use crate::error::Result;
use crate::exchange::library::Entry;

/// The keys of one file, each with what stood under it.
#[derive(Default)]
pub(super) struct Keys(HashMap<Key, blake3::Hash>);

/// Under which key an entry comes in.
pub(super) enum Settled {
    /// The same entry stood there already.
    Again,
    /// The key by which it comes in.
    As(Key),
}

impl Keys {
    /// The key by which an entry comes in: its own, or the next free one where another entry of the
    /// file has it. A key that was made up for the entry must also be `free` in the casebook.
    pub(super) fn settle(
        &mut self,
        entry: &Entry,
        mut free: impl FnMut(&Key) -> Result<bool>,
    ) -> Result<Settled> {
        let key = &entry.source.key;
        let content = blake3::hash(format!("{:?}", entry.source).as_bytes());
        let mut proposed = key.clone();
        for number in 2.. {
            match self.0.get(&proposed) {
                None if entry.has_key || free(&proposed)? => break,
                Some(known) if *known == content => return Ok(Settled::Again),
                _ => proposed = format!("{key}-{number}").parse::<Key>()?,
            }
        }
        self.0.insert(proposed.clone(), content);
        Ok(Settled::As(proposed))
    }

    /// Whether an entry of the file has this key.
    pub(super) fn has(&self, key: &Key) -> bool {
        self.0.contains_key(key)
    }
}
