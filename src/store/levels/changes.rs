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

impl LevelChange {
    /// The changes among claims of which both levels are known, in their order.
    pub fn among(levels: impl IntoIterator<Item = (i64, Level, Level)>) -> Vec<LevelChange> {
        let differ = levels.into_iter().filter(|(_, from, to)| from != to);
        differ.map(|(claim, from, to)| LevelChange { claim, from, to }).collect()
    }
}

impl Levels {
    /// The claims whose level is another in `later`, in the order in which they were logged.
    pub fn changes(&self, later: &Levels) -> Vec<LevelChange> {
        let mut claims: Vec<i64> = self.claims().chain(later.claims()).collect();
        claims.sort_unstable();
        claims.dedup();
        let levels = claims.into_iter();
        LevelChange::among(levels.map(|claim| (claim, self.level(claim), later.level(claim))))
    }
}

impl Store {
    /// The key of the claim with this id, if it is still there.
    pub fn claim_key(&self, id: i64) -> Result<Option<Key>> {
        let sql = "SELECT key AS text FROM claim WHERE id = :id";
        self.texts(sql, params! { id: id })?.pop().map(|key| key.parse()).transpose()
    }
}
