//! What a claim was merged into that is not there any more.

use super::super::Store;
use super::super::engine::{Engine, params};
use super::records::{kind, text};
use crate::error::Result;

impl Store {
    /// The key of the claim that one with this key was merged into last.
    pub(in crate::store) fn merged_into(&self, key: &str) -> Result<Option<String>> {
        let mut mergers = Vec::new();
        let sql = "SELECT own.change_id AS id, other.key AS other FROM change_subject AS own
                   JOIN change ON change.id = own.change_id AND change.action = 'claim merge'
                   JOIN change_subject AS other ON other.change_id = own.change_id
                   WHERE own.entity = 'claim' AND own.key = :key
                     AND other.entity = 'claim' AND other.key <> :key ORDER BY own.change_id DESC";
        self.engine.query(sql, params! { key: key }, &mut |row| {
            mergers.push((row.integer("id")?, row.text("other")?));
            Ok(())
        })?;
        for (change, other) in mergers {
            let (before, after) = self.payload(change)?;
            let mut records = before.iter().filter(|record| kind(record) == Some("claim"));
            let stays = |record| kind(record) == Some("claim") && text(record, "key") == key;
            if records.any(|record| text(record, "key") == key) && !after.iter().any(stays) {
                return Ok(Some(other));
            }
        }
        Ok(None)
    }
}
