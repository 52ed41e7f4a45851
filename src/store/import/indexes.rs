//! Indexes and triggers that are taken away for the time of a bulk load and built again after it:
//! sorting once is many times quicker than inserting into a tree at random.

use super::super::Store;
use super::super::embedded::explained;
use super::super::engine::params;
use crate::error::Result;

/// The SQL that makes what was taken away.
pub(super) struct Suspended(Vec<String>);

impl Suspended {
    /// Takes all indexes and triggers away.
    pub(super) fn suspend(store: &Store) -> Result<Self> {
        let mine = "FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql IS NOT NULL";
        let made = store.texts(&format!("SELECT sql AS text {mine} ORDER BY rowid"), params! {})?;
        let drops = store.texts(
            &format!(
                "SELECT 'DROP ' || type || ' \"' || name || '\"' AS text {mine} ORDER BY rowid"
            ),
            params! {},
        )?;
        for drop in drops {
            store.engine.connection.execute_batch(&drop).map_err(explained)?;
        }
        Ok(Suspended(made))
    }

    /// Builds them again, and the full-text index from its texts.
    pub(super) fn restore(self, store: &Store) -> Result<()> {
        for sql in self.0 {
            store.engine.connection.execute_batch(&sql).map_err(explained)?;
        }
        let rebuild = "INSERT INTO search_index (search_index) VALUES ('rebuild')";
        store.engine.connection.execute_batch(rebuild).map_err(explained)
    }
}
