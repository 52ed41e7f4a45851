//! Sources that share what makes two records one.

use super::Store;
use super::engine::{Engine, params};
use crate::domain::Key;
use crate::error::Result;

impl Store {
    /// The source with this strong identifier (`url:…`, `doi:…`); of several the one entered first.
    pub fn source_with_identifier(&self, name: &str) -> Result<Option<Key>> {
        let mut found = None;
        let sql = "SELECT source.key, source.id FROM strong_identifier
                   JOIN source ON source.id = strong_identifier.source_id
                   WHERE strong_identifier.name = :name ORDER BY source.id LIMIT 1";
        self.engine.query(sql, params! { name: name }, &mut |row| {
            found = Some(row.parsed("key")?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The other sources that share a strong identifier with this one: each with the identifier.
    pub fn twins_of_source(&self, key: &str) -> Result<Vec<(Key, String)>> {
        let mut twins = Vec::new();
        let sql = "SELECT other.key, mine.name, other.id FROM source
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
