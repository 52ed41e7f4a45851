//! Free keys for records that the user gave none.

use super::super::Store;
use crate::domain::{Key, Source, proposed_key, shell_word};
use crate::error::{Error, ErrorKind, Result};

/// Whether the key in a new record is the user's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyChoice {
    /// It is, and must be free.
    Given,
    /// It is a stand-in, to be replaced by a free one.
    Proposed,
}

impl Store {
    /// The next free key of the form `c13`.
    pub(super) fn free_claim_key(&self) -> Result<Key> {
        let mut number = self.next_number("claim")?;
        loop {
            let key: Key = format!("c{number}").parse()?;
            if self.find_claim(&key)?.is_none() {
                return Ok(key);
            }
            number += 1;
        }
    }

    /// A free citation key of the form `larijani-2018`, as [`proposed_key`] makes it.
    pub fn free_source_key(&self, source: &Source) -> Result<Key> {
        let stem = proposed_key(source);
        let mut key: Key = stem.parse()?;
        let mut number = 2;
        while self.find_source(&key)?.is_some() || self.known_as(&key)?.is_some() {
            key = format!("{stem}-{number}").parse()?;
            number += 1;
        }
        Ok(key)
    }
}

/// The error for a key that is taken.
pub(super) fn taken(what: &str, key: &str) -> Error {
    Error::new(ErrorKind::Exists, format!("there is a {what} `{key}` already")).hint(format!(
        "choose another key, or change it with `twosource {what} edit {}`",
        shell_word(key)
    ))
}

/// The error for a key by which another source is known.
pub(in super::super) fn known_by_another(key: &Key, own: &Key) -> Error {
    Error::new(ErrorKind::Exists, format!("`{own}` is also known as `{key}`")).hint(format!(
        "choose another key; or see what it is: twosource source show {}",
        shell_word(own)
    ))
}
