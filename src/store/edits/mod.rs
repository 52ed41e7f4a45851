//! What a user does to a casebook, each as one change: it reads, checks, and writes one batch.

mod alias;
mod assignment;
mod citation;
mod claim;
mod creator;
mod disclosure;
mod distinction;
pub(in super::super) mod keys;
mod lineage;
mod merge;
mod redact;
mod rekey;
mod review;
mod review_policy;
mod rule;
mod source;
mod undo;
mod waiver;

pub(super) use alias::spelling_of_another;
pub use assignment::Assigned;
pub use citation::Cited;
pub use creator::{Respelled, Respelling};
pub use keys::KeyChoice;
pub use merge::Merged;
pub use redact::{Place, Redactable, Redacted, Redaction};
pub use review_policy::PolicySet;
pub use undo::{Undo, Undone};

use super::Store;
use crate::domain::Key;
use crate::error::Result;

/// What became of a request to remove something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Removal {
    /// It is gone, and with it what is named here.
    Done(Vec<String>),
    /// Nothing was changed: these lean on it.
    Refused(Vec<String>),
}

impl Store {
    /// An error unless each of the sources is there.
    fn require_sources<'a>(&self, keys: impl IntoIterator<Item = &'a Key>) -> Result<()> {
        keys.into_iter().try_for_each(|key| self.source_id(key).map(drop))
    }

    /// The id of a source, if there is one with this key.
    pub(super) fn find_source_id(&self, key: &str) -> Result<Option<i64>> {
        self.id_of("SELECT id AS number FROM source WHERE key = :key", key)
    }

    /// The id of a source; where there is none, an error that names the nearest key.
    pub(super) fn source_id(&self, key: &str) -> Result<i64> {
        self.find_source_id(key)?.ok_or_else(|| self.unknown_key("source", key))
    }

    /// The key of the source that has this key, or that is also known by it.
    ///
    /// # Errors
    /// There is none; the nearest key is named.
    pub fn source_key(&self, key: &str) -> Result<Key> {
        match self.known_as(key)? {
            Some(own) => Ok(own),
            None => self.source(key).map(|found| found.record.key),
        }
    }

    /// Puts the keys that sources have in the place of others by which they are known. A key that no
    /// source is known by stays: what it is for will say so.
    pub fn put_own_keys<'k>(&self, keys: impl IntoIterator<Item = &'k mut Key>) -> Result<()> {
        for key in keys {
            if let Some(own) = self.known_as(key)? {
                *key = own;
            }
        }
        Ok(())
    }

    /// The key of the source that is also known by another.
    pub(super) fn known_as(&self, alias: &str) -> Result<Option<Key>> {
        let sql = "SELECT source.key AS text FROM source_alias
                   JOIN source ON source.id = source_alias.source_id WHERE alias = :alias";
        let found = self.texts(sql, super::engine::params! { alias: alias })?;
        found.first().map(|key| key.parse()).transpose()
    }

    /// The id of a claim; where there is none, an error that names the nearest key.
    fn claim_id(&self, key: &str) -> Result<i64> {
        self.find_claim_id(key)?.ok_or_else(|| self.unknown_key("claim", key))
    }

    /// The id of a claim, if there is one with this key.
    pub(super) fn find_claim_id(&self, key: &str) -> Result<Option<i64>> {
        self.id_of("SELECT id AS number FROM claim WHERE key = :key", key)
    }

    fn id_of(&self, sql: &str, key: &str) -> Result<Option<i64>> {
        let id = self.number(sql, super::engine::params! { key: key })?;
        Ok((id != 0).then_some(id))
    }
}
