//! What is withheld, and what other sources show of it all the same.

use super::super::engine::{Engine, params};
use super::super::source::COLUMNS;
use super::super::{Store, Stored, source};
use crate::domain::{Key, Role, Source};
use crate::error::Result;

impl Store {
    /// Hands on every source that is confidential or on background, in the order in which they were
    /// entered. No pass over the others.
    pub fn each_withheld_source(
        &self,
        mut on_source: impl FnMut(Stored<Source>) -> Result<()>,
    ) -> Result<()> {
        let sql =
            format!("SELECT {COLUMNS} FROM source WHERE confidentiality <> 'open' ORDER BY +id");
        self.engine.query(&sql, params! {}, &mut |row| {
            on_source(self.complete_source(source::bare(row)?)?)
        })
    }

    /// Whether there is an open source with this key.
    pub(in super::super) fn is_open_source(&self, key: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM source
                     WHERE key = :key AND confidentiality = 'open') AS number";
        Ok(self.number(sql, params! { key: key })? != 0)
    }

    /// Whether an open source has this voice.
    pub fn is_voice_of_open_source(&self, voice: &str) -> Result<bool> {
        let mut found = false;
        let sql = "SELECT creator_role.role FROM creator
                   JOIN creator_role ON creator_role.creator_id = creator.id
                   JOIN source ON source.id = creator_role.source_id
                   WHERE creator.voice = :voice AND source.confidentiality = 'open'";
        self.engine.query(sql, params! { voice: voice }, &mut |row| {
            found |= row.parsed::<Role>("role")?.is_voice();
            Ok(())
        })?;
        Ok(found)
    }

    /// Whether a source that is not confidential has this strong identifier.
    pub fn is_identifier_shown(&self, name: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (
                     SELECT 1 FROM strong_identifier
                     JOIN source ON source.id = strong_identifier.source_id
                     WHERE strong_identifier.name = :name
                       AND source.confidentiality <> 'confidential') AS number";
        Ok(self.number(sql, params! { name: name })? != 0)
    }

    /// The sources that have a further variable whose name begins so.
    pub fn sources_with_variable(&self, start: &str) -> Result<Vec<Key>> {
        let mut keys = Vec::new();
        let sql = "SELECT key AS text FROM source WHERE id IN
                     (SELECT source_id FROM variable WHERE name >= :start AND name < :end)";
        let end = format!("{start}\u{10FFFF}");
        for key in self.texts(sql, params! { start: start, end: end })? {
            keys.push(key.parse()?);
        }
        Ok(keys)
    }
}
