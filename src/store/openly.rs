//! What is withheld, and what open sources show all the same.

use super::Store;
use super::engine::{Engine, params};
use super::search::pattern;
use crate::domain::{Key, Source};
use crate::error::Result;

impl Store {
    /// The sources that are confidential or on background, in the order in which they were entered.
    pub fn withheld_sources(&self) -> Result<Vec<Source>> {
        let sql = "SELECT key AS text FROM source WHERE confidentiality <> 'open' ORDER BY id";
        let keys = self.texts(sql, params! {})?;
        keys.iter().map(|key| Ok(self.source(key)?.record)).collect()
    }

    /// Whether an open source names this voice.
    pub fn is_named_by_an_open_source(&self, voice: &str) -> Result<bool> {
        self.is_named(voice, "= 'open'")
    }

    /// The people who work at the desk, as they are written: who changed something, logged, reviews, was
    /// asked to, or lets a finding stand.
    pub fn people_of_the_desk(&self) -> Result<Vec<String>> {
        let sql = "SELECT actor AS text FROM change
                   UNION SELECT logged_by FROM claim WHERE logged_by IS NOT NULL
                   UNION SELECT reviewer FROM review UNION SELECT reviewer FROM assignment
                   UNION SELECT assigned_by FROM assignment UNION SELECT actor FROM waiver";
        self.texts(sql, params! {})
    }

    /// Whether an open source has this strong identifier.
    pub fn is_open_identifier(&self, name: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (
                     SELECT 1 FROM strong_identifier JOIN source ON source.id = source_id
                     WHERE name = :name AND confidentiality = 'open') AS number";
        Ok(self.number(sql, params! { name: name })? != 0)
    }

    /// Open sources that have all of the words in their texts; so many at most.
    pub fn open_sources_with(&self, words: &str, most: usize) -> Result<Vec<Source>> {
        let Some(pattern) = pattern(words) else { return Ok(Vec::new()) };
        let sql = "SELECT source.key FROM search_index
                   JOIN source ON source.id = search_index.rowid / 4
                   WHERE search_index MATCH :pattern AND search_index.rowid % 4 = 1
                     AND source.confidentiality = 'open' LIMIT :most";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut keys: Vec<Key> = Vec::new();
        self.engine.query(sql, params! { pattern: pattern, most: most }, &mut |row| {
            keys.push(row.parsed("key")?);
            Ok(())
        })?;
        keys.iter().map(|key| Ok(self.source(key)?.record)).collect()
    }
}
