//! The sources around a claim, with all that explains its level.

use std::collections::BTreeSet;

use super::super::Store;
use super::super::engine::params;
use crate::domain::{Citation, Claim, Key, strong_identifiers};
use crate::error::{Error, Result};
use crate::explanation::Nearby;

impl Store {
    /// The sources that a claim cites, attributes to or appears in, and all that their lineage leads
    /// to. No pass over the casebook.
    pub fn sources_near<'a>(
        &self,
        claim: &'a Claim,
        citations: impl IntoIterator<Item = &'a Citation>,
    ) -> Result<Vec<Nearby>> {
        let mut seeds: BTreeSet<&Key> = claim.appearances.iter().map(|work| &work.source).collect();
        for citation in citations {
            seeds.insert(&citation.source);
            seeds.extend(&citation.attributed_to);
        }
        self.sources_behind(seeds)
    }

    /// The sources with these keys, and all that their lineage leads to.
    pub fn sources_behind<'a>(
        &self,
        keys: impl IntoIterator<Item = &'a Key>,
    ) -> Result<Vec<Nearby>> {
        let ids = keys.into_iter().map(|key| self.source_id(key)).collect::<Result<Vec<_>>>()?;
        self.with_origins(ids)?.into_iter().map(|id| self.nearby(id)).collect()
    }

    /// The source with this key and all that comes from it by lineage.
    pub fn sources_in_front(&self, key: &Key) -> Result<Vec<Key>> {
        let ids: Vec<i64> = self.with_derived(&[self.source_id(key)?])?.into_iter().collect();
        self.source_keys(&ids)
    }

    /// Every source, with what explains levels.
    pub fn sources_with_origins(&self) -> Result<Vec<Nearby>> {
        let mut all = Vec::new();
        self.each_source(|stored| {
            let source = stored.record;
            let identifiers = strong_identifiers(&source);
            all.push(Nearby { identifiers, origins: self.origins_of(&source.key)?, source });
            Ok(())
        })?;
        Ok(all)
    }

    fn nearby(&self, id: i64) -> Result<Nearby> {
        let sql = "SELECT key AS text FROM source WHERE id = :id";
        let key = self.texts(sql, params! { id: id })?.pop();
        let key = key.ok_or_else(|| Error::storage(format!("there is no source number {id}")))?;
        let source = self.source(&key)?.record;
        let identifiers = strong_identifiers(&source);
        Ok(Nearby { identifiers, origins: self.origins_of(&key)?, source })
    }
}
