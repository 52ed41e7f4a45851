//! What became of levels between two moments.

use super::super::Store;
use super::super::engine::params;
use super::Levels;
use crate::corroboration::Level;
use crate::domain::Key;
use crate::error::Result;

/// A claim whose level is another than it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LevelChange {
    /// The id of the claim.
    pub claim: i64,
    /// What it was.
    pub from: Level,
    /// What it is.
    pub to: Level,
}

impl Levels {
    /// The claims whose level is another in `later`, in the order in which they were logged.
    pub fn changes(&self, later: &Levels) -> Vec<LevelChange> {
        let mut claims: Vec<i64> = self.claims().chain(later.claims()).collect();
        claims.sort_unstable();
        claims.dedup();
        claims
            .into_iter()
            .map(|claim| LevelChange { claim, from: self.level(claim), to: later.level(claim) })
            .filter(|change| change.from != change.to)
            .collect()
    }
}

impl Store {
    /// The key of the claim with this id, if it is still there.
    pub fn claim_key(&self, id: i64) -> Result<Option<Key>> {
        let sql = "SELECT key AS text FROM claim WHERE id = :id";
        self.texts(sql, params! { id: id })?.pop().map(|key| key.parse()).transpose()
    }
}
