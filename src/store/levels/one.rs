//! The level of one claim; no pass over the casebook.

use std::collections::BTreeSet;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::kept::Entry;
use crate::corroboration::ClaimLevel;
use crate::error::{Error, Result};

/// A supporting citation: the source, and the sources it is attributed to there.
pub(super) type Support = (i64, Vec<i64>);

impl Store {
    /// The level of the claim with this id; a claim that is not there has no support.
    pub fn level_of_claim(&self, id: i64) -> Result<ClaimLevel> {
        self.in_snapshot(|store| {
            if let Some(entry) = store.kept_entry(id)? {
                return store.with_names(entry, &store.kept_points(id)?);
            }
            let found = store.assess_some(&[id])?.pop();
            let (_, kept) = found.ok_or_else(|| Error::storage("a claim was not assessed"))?;
            store.with_names(Entry::of(id, &kept), &kept.points)
        })
    }

    pub(super) fn support_of(&self, claim: i64) -> Result<Vec<Support>> {
        let mut citations = Vec::new();
        let sql = "SELECT id, source_id FROM citation WHERE claim_id = :id AND stance = 'supports'";
        self.engine.query(sql, params! { id: claim }, &mut |row| {
            citations.push((row.integer("id")?, row.integer("source_id")?));
            Ok(())
        })?;
        let sql =
            "SELECT source_id AS id FROM attribution WHERE citation_id = :id ORDER BY position";
        citations.into_iter().map(|(id, source)| Ok((source, self.ids(sql, id)?))).collect()
    }

    /// These sources and all that lineage leads to from them.
    pub(super) fn with_origins(&self, seeds: Vec<i64>) -> Result<BTreeSet<i64>> {
        let mut found: BTreeSet<i64> = seeds.iter().copied().collect();
        let mut open = seeds;
        while let Some(id) = open.pop() {
            for origin in
                self.ids("SELECT origin_id AS id FROM lineage WHERE source_id = :id", id)?
            {
                if found.insert(origin) {
                    open.push(origin);
                }
            }
        }
        Ok(found)
    }

    pub(in super::super) fn ids(&self, sql: &str, id: i64) -> Result<Vec<i64>> {
        let mut ids = Vec::new();
        self.engine.query(sql, params! { id: id }, &mut |row| {
            ids.push(row.integer("id")?);
            Ok(())
        })?;
        Ok(ids)
    }
}
