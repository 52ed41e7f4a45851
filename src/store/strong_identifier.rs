//! Sources that share what makes two records one.

use super::Store;
use super::engine::{Engine, params};
use crate::domain::Key;
use crate::error::Result;

impl Store {
    /// The other sources that share a strong identifier with this one: each with the identifier.
    pub fn twins_of_source(&self, key: &str) -> Result<Vec<(Key, String)>> {
        let mut twins = Vec::new();
        let sql = "SELECT other.key, mine.name FROM source
                   JOIN strong_identifier AS mine ON mine.source_id = source.id
                   JOIN strong_identifier AS shared ON shared.name = mine.name
                   JOIN source AS other ON other.id = shared.source_id
                   WHERE source.key = :key AND other.id <> source.id
                   ORDER BY other.id, mine.name";
        self.engine.query(sql, params! { key: key }, &mut |row| {
            twins.push((row.parsed("key")?, row.text("name")?));
            Ok(())
        })?;
        Ok(twins)
    }
}
