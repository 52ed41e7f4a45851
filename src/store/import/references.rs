//! Proving that what a record refers to is there.

use super::keys::Known;
use super::session::Import;
use super::{Rejection, faults};
use crate::domain::{Key, LineageState, Source};
use crate::error::Result;

impl Import<'_> {
    /// The id of a source that the import or the casebook has.
    pub fn require_source(
        &mut self,
        column: &'static str,
        key: &Key,
    ) -> std::result::Result<u32, Rejection> {
        let own = self.known_as(key).cloned();
        match self.known_source(own.as_ref().unwrap_or(key))? {
            Some(known) => Ok(known.id),
            None => Err(faults::dangling(column, "source", key, self.near("source", key))),
        }
    }

    /// The id of a claim that the import or the casebook has.
    pub fn require_claim(
        &mut self,
        column: &'static str,
        key: &Key,
    ) -> std::result::Result<u32, Rejection> {
        match self.known_claim(key)? {
            Some(known) => Ok(known.id),
            None => Err(faults::dangling(column, "claim", key, self.near("claim", key))),
        }
    }

    /// The source that the casebook had under this key before the import.
    pub fn source_before(&self, key: &Key) -> Result<Option<Source>> {
        if self.fresh {
            return Ok(None);
        }
        let found = self.store.find_source(key)?;
        Ok(found.filter(|found| found.version != self.version).map(|found| found.record))
    }

    /// The nearest key; for the first few faults only, because looking for it takes long.
    fn near(&mut self, entity: &'static str, key: &str) -> Option<String> {
        self.hints_left = self.hints_left.checked_sub(1)?;
        let keys = if entity == "claim" { &self.claims } else { &self.sources };
        let near = keys.nearest(key).map(str::to_owned);
        near.filter(|near| entity == "claim" || self.store.may_name_source(near).unwrap_or(false))
            .or_else(|| if self.fresh { None } else { self.store.near_key(entity, key) })
    }

    pub(super) fn known_source(&mut self, key: &Key) -> Result<Option<Known>> {
        let known = self.sources.get(key);
        if known.is_some() || self.fresh {
            return Ok(known);
        }
        let Some(found) = self.store.find_source(key)? else { return Ok(None) };
        let known = Known { id: found.id as u32, line: 0, lineage: found.record.lineage };
        self.sources.insert(key, known);
        Ok(Some(known))
    }

    pub(super) fn known_claim(&mut self, key: &Key) -> Result<Option<Known>> {
        let known = self.claims.get(key);
        if known.is_some() || self.fresh {
            return Ok(known);
        }
        let Some(found) = self.store.find_claim(key)? else { return Ok(None) };
        let known = Known { id: found.id as u32, line: 0, lineage: LineageState::Unknown };
        self.claims.insert(key, known);
        Ok(Some(known))
    }
}
