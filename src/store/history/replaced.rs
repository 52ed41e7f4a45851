//! What an edit has put in the place of what somebody else wrote.

use serde_json::Value as Json;

use super::super::Store;
use super::super::change::Signature;
use super::records::{number, text};
use super::{Difference, Past};
use crate::error::Result;

/// How many changes of a record are looked at to find who wrote a field.
const LOOKED_AT: usize = 50;

/// A record that was edited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited<'a> {
    /// The claim with this key.
    Claim(&'a str),
    /// The source with this key.
    Source(&'a str),
    /// The citation with this number.
    Citation(i64),
}

/// A value that somebody else had written, and what stands in its place.
#[derive(Debug, Clone)]
pub struct Replaced {
    /// The name of the field, as in the case folder.
    pub field: String,
    /// What stood there.
    pub before: Json,
    /// What stands there; none where the field was emptied.
    pub after: Option<Json>,
    /// The change that had written it.
    pub change: i64,
    /// Who made that, and when.
    pub by: Signature,
}

impl Store {
    /// The values of a record that its last change has replaced and somebody else than who made that had
    /// written. Nothing is said of lists, to which people add, nor of what came with an import.
    pub fn replaced(&self, record: Edited<'_>) -> Result<Vec<Replaced>> {
        let (entity, key, version) = match record {
            Edited::Claim(key) => ("claim", key.to_owned(), self.claim(key)?.version),
            Edited::Source(key) => ("source", key.to_owned(), self.source(key)?.version),
            Edited::Citation(number) => {
                let row = self.citation(number)?;
                ("claim", row.record.claim.to_string(), row.version)
            }
        };
        let (made, _) = self.made(version)?;
        let mut found = Vec::new();
        for one in self.past(version)?.differences.iter().filter(|one| record.is(one)) {
            // Before this change it may have had another key.
            let old = one.before.as_ref().map_or("", |before| text(before, "key")).to_owned();
            let (record, key) = match record {
                Edited::Claim(_) => (Edited::Claim(&old), &old),
                Edited::Source(_) => (Edited::Source(&old), &old),
                Edited::Citation(_) => (record, &key),
            };
            let mut earlier = self.changes_about(entity, key, 0)?;
            earlier.retain(|change| *change < version);
            let earlier: Vec<i64> = earlier.into_iter().rev().take(LOOKED_AT).collect();
            let mut read = Vec::new();
            for field in one.fields() {
                let Some(before) = field.before.filter(|value| !value.is_array()) else { continue };
                let writer = self.writer(record, (field.name, before), &earlier, &mut read)?;
                let Some(change) = writer else { continue };
                let (by, _) = self.made(change)?;
                if by.actor != made.actor {
                    let (field, after) = (field.name.to_owned(), field.after.cloned());
                    found.push(Replaced { field, before: before.clone(), after, change, by });
                }
            }
        }
        Ok(found)
    }

    /// The last of these changes that gave a field of the record this value; `read` keeps those that were
    /// looked at, in their order.
    fn writer(
        &self,
        record: Edited<'_>,
        (name, value): (&str, &Json),
        changes: &[i64],
        read: &mut Vec<Past>,
    ) -> Result<Option<i64>> {
        for (place, change) in changes.iter().enumerate() {
            if place == read.len() {
                read.push(self.past(*change)?);
            }
            let past = &read[place];
            let records = past.differences.iter().filter(|one| record.is(one));
            let wrote = records
                .flat_map(Difference::fields)
                .any(|field| field.name == name && field.after == Some(value));
            if wrote {
                return Ok(Some(*change));
            }
        }
        Ok(None)
    }
}

impl Edited<'_> {
    /// Whether a difference is one of this record.
    fn is(self, one: &Difference) -> bool {
        let Some(record) = one.after.as_ref() else { return false };
        match self {
            Edited::Claim(key) => one.kind == "claim" && text(record, "key") == key,
            Edited::Source(key) => one.kind == "source" && text(record, "key") == key,
            Edited::Citation(wanted) => one.kind == "citation" && number(record) == Some(wanted),
        }
    }
}
