//! Other keys by which sources are known.

use std::borrow::Cow;
use std::collections::HashMap;

use super::super::engine::{Engine, params};
use super::super::{Store, source};
use super::session::Import;
use super::{Rejection, faults};
use crate::domain::{Citation, Claim, Key, Lineage, Source};
use crate::error::Result;

impl Store {
    /// The other keys of all sources, and the key that each has.
    pub(super) fn further_keys(&self) -> Result<HashMap<Key, Key>> {
        let mut keys = HashMap::new();
        let sql = "SELECT source_alias.alias, source.key FROM source_alias
                   JOIN source ON source.id = source_alias.source_id";
        self.engine.query(sql, params! {}, &mut |row| {
            keys.insert(row.parsed("alias")?, row.parsed("key")?);
            Ok(())
        })?;
        Ok(keys)
    }
}

impl Import<'_> {
    /// The key of the source that is also known by this one.
    pub fn known_as(&self, key: &Key) -> Option<&Key> {
        self.further_keys.get(key)
    }

    /// Counts an entry that is a source from before the import, and says nothing new of it.
    pub fn meet_again(&mut self) {
        self.summary.sources.unchanged += 1;
    }

    /// Notes that a source from before the import is also known by a key of it.
    pub fn also_known_as(&mut self, key: &Key, alias: &Key) -> Result<()> {
        let old = self.store.source(key)?.record;
        let mut new = old.clone();
        new.aliases.push(alias.clone());
        source::update(&mut self.changes, &old, &new)?;
        self.carry_out_changes()?;
        self.further_keys.insert(alias.clone(), key.clone());
        self.summary.further_keys.new += 1;
        Ok(())
    }

    /// Refuses a source by whose key another is known, and one with another key that is not free.
    pub(super) fn check_keys(&mut self, source: &Source) -> std::result::Result<(), Rejection> {
        if let Some(own) = self.further_keys.get(&source.key) {
            return Err(faults::known_by_another("key", &source.key, own));
        }
        for (position, alias) in source.aliases.iter().enumerate() {
            let own = self.further_keys.get(alias).filter(|own| **own != source.key);
            if let Some(own) = own {
                return Err(faults::known_by_another("aliases", alias, own));
            }
            let is_double = *alias == source.key || source.aliases[..position].contains(alias);
            if is_double || self.known_source(alias)?.is_some() {
                return Err(faults::taken_alias(alias));
            }
        }
        Ok(())
    }

    /// Remembers the other keys of a source.
    pub(super) fn note_further_keys(&mut self, source: &Source) {
        let own = &source.key;
        self.further_keys.extend(source.aliases.iter().map(|alias| (alias.clone(), own.clone())));
    }

    fn replace(&self, key: &mut Key) {
        if let Some(own) = self.further_keys.get(key) {
            key.clone_from(own);
        }
    }

    fn has_further_key<'k>(&self, mut keys: impl Iterator<Item = &'k Key>) -> bool {
        !self.further_keys.is_empty() && keys.any(|key| self.further_keys.contains_key(key))
    }

    /// The citation with the keys that its sources have.
    pub(super) fn by_own_keys<'c>(&self, citation: &'c Citation) -> Cow<'c, Citation> {
        let keys = citation.attributed_to.iter().chain([&citation.source]);
        if !self.has_further_key(keys) {
            return Cow::Borrowed(citation);
        }
        let mut citation = citation.clone();
        self.replace(&mut citation.source);
        citation.attributed_to.iter_mut().for_each(|key| self.replace(key));
        Cow::Owned(citation)
    }

    /// The lineage row with the keys that its sources have.
    pub(super) fn lineage_by_own_keys<'l>(&self, lineage: &'l Lineage) -> Cow<'l, Lineage> {
        if !self.has_further_key([&lineage.source, &lineage.origin].into_iter()) {
            return Cow::Borrowed(lineage);
        }
        let mut lineage = lineage.clone();
        self.replace(&mut lineage.source);
        self.replace(&mut lineage.origin);
        Cow::Owned(lineage)
    }

    /// The claim with the keys that the works have in which it appears.
    pub(super) fn claim_by_own_keys<'c>(&self, claim: &'c Claim) -> Cow<'c, Claim> {
        let keys = claim.appearances.iter().map(|appearance| &appearance.source);
        if !self.has_further_key(keys) {
            return Cow::Borrowed(claim);
        }
        let mut claim = claim.clone();
        claim.appearances.iter_mut().for_each(|appearance| self.replace(&mut appearance.source));
        Cow::Owned(claim)
    }
}
