//! A casebook as those outside may see it.

use super::pseudonyms::Pseudonyms;
use crate::domain::Key;
use crate::error::Result;
use crate::store::Store;

/// A casebook as those outside may see it: confidential sources are stand-ins in it.
///
/// Whatever is read from it, and whatever follows (levels, findings), is what somebody outside would
/// find who has an exported case folder, and so tells nothing that the folder does not. Numbers of
/// citations, dates and who made changes are those of the casebook. It shows one moment, and nothing
/// can be written to it.
pub struct Outside {
    store: Store,
    names: Pseudonyms,
}

impl Outside {
    /// That of a casebook; `None` where nothing is withheld, so that the casebook itself may be seen.
    pub fn of(store: &Store) -> Result<Option<Self>> {
        if store.count_withheld()? == 0 {
            return Ok(None);
        }
        let (store, names) = store.outside(|inside| {
            let names = Pseudonyms::of(inside)?;
            Ok((names.mask(inside)?, names))
        })?;
        Ok(Some(Outside { store, names }))
    }

    /// The casebook.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// The key by which the source with this key is known outside.
    pub fn key_of(&self, key: &Key) -> Key {
        self.names.key(key)
    }

    /// How many sources are confidential.
    pub fn confidential(&self) -> usize {
        self.names.confidential()
    }

    /// How many sources are on background.
    pub fn background(&self) -> usize {
        self.names.background()
    }
}
