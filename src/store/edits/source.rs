//! Adding, changing and removing sources.

use super::super::change::{Change, Signature};
use super::super::engine::params;
use super::super::write::Seen;
use super::super::{Citations, Store, citation, claim, evidence, lineage, source};
use super::keys::{self, KeyChoice};
use super::{Removal, rekey};
use crate::domain::{Key, LineageState, Source, check_source, shell_word};
use crate::error::{Error, Result};

impl Store {
    /// Adds a source and returns its key. Fails where the key is taken.
    pub fn add_source(
        &self,
        signature: &Signature,
        source: &Source,
        choice: KeyChoice,
    ) -> Result<Key> {
        self.change(signature, |store| {
            let mut source = source.clone();
            store.respell(&[], &mut source.creators)?;
            put_in_order(&mut source)?;
            check_source(&source)?;
            if choice == KeyChoice::Proposed {
                source.key = store.free_source_key(&source)?;
            } else {
                store.refuse_taken_key(&source.key)?;
            }
            store.check_aliases(&source)?;
            let mut change = Change::new("source add");
            source::insert(&mut change, &source)?;
            Ok((change, source.key))
        })
    }

    /// Changes a source as `edit` says; `action` is the command, for history. Returns whether anything
    /// is different.
    pub fn edit_source(
        &self,
        signature: &Signature,
        action: &str,
        key: &str,
        edit: impl Fn(&mut Source) -> Result<()>,
    ) -> Result<bool> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let old = store.source(key)?;
            seen.check(store, &format!("source `{key}`"), old.version)?;
            let mut new = old.record.clone();
            edit(&mut new)?;
            store.respell(&old.record.creators, &mut new.creators)?;
            put_in_order(&mut new)?;
            check_source(&new)?;
            let mut change = Change::new(action);
            if new == old.record {
                return Ok((change, false));
            }
            store.check_lineage_state(&old.record.key, &new)?;
            if new.aliases != old.record.aliases {
                store.check_aliases(&new)?;
            }
            if new.key != old.record.key {
                // A source may take one of its other keys for its own.
                if store.known_as(&new.key)?.as_ref() == Some(&old.record.key) {
                    new.aliases.retain(|alias| *alias != new.key);
                } else {
                    store.refuse_taken_key(&new.key)?;
                }
                rekey::source(store, &mut change, &old.record.key, &new.key)?;
                evidence::follow_rename(store, &mut change, &old.record.key, &new.key)?;
            }
            source::update(&mut change, &old.record, &new)?;
            Ok((change, true))
        })
    }

    /// Refuses a key that a source has, or is also known by.
    fn refuse_taken_key(&self, key: &Key) -> Result<()> {
        if self.find_source(key)?.is_some() {
            return Err(keys::taken("source", key));
        }
        match self.known_as(key)? {
            None => Ok(()),
            Some(own) => Err(keys::known_by_another(key, &own)),
        }
    }

    /// Refuses other keys that mean another source, or that stand there twice.
    fn check_aliases(&self, source: &Source) -> Result<()> {
        for (position, alias) in source.aliases.iter().enumerate() {
            if *alias == source.key || source.aliases[..position].contains(alias) {
                return Err(Error::invalid(format!("`{alias}` is said twice to be its key"))
                    .hint("give each other key once, and not the key itself"));
            }
            if self.find_source(alias)?.is_some() {
                return Err(keys::taken("source", alias));
            }
            match self.known_as(alias)? {
                Some(own) if own != source.key => return Err(keys::known_by_another(alias, &own)),
                _ => {}
            }
        }
        Ok(())
    }

    /// A source that has origins is derived, whatever else is said of it.
    fn check_lineage_state(&self, key: &str, source: &Source) -> Result<()> {
        if source.lineage == LineageState::Derived {
            return Ok(());
        }
        match self.origins_of(key)?.first() {
            None => Ok(()),
            Some(row) => Err(Error::invalid(format!(
                "`{key}` cannot be `{}`: it {} `{}`",
                source.lineage, row.relation, row.origin
            ))
            .hint(format!(
                "take the origin off first: twosource source derive {} --from {} --remove",
                shell_word(key),
                shell_word(&row.origin)
            ))),
        }
    }

    /// Removes a source. What leans on it stands against that, or goes too with `cascade`: citations
    /// of it or attributed to it, lineage rows of sources that come from it, appearances in it.
    ///
    /// A citation that is attributed to it goes whole: without the attribution it would pass for
    /// first-hand evidence.
    pub fn remove_source(
        &self,
        signature: &Signature,
        key: &str,
        cascade: bool,
    ) -> Result<Removal> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let old = store.source(key)?;
            seen.check(store, &format!("source `{key}`"), old.version)?;
            let mut change = Change::new("source remove");
            let leaning = store.release_source(&mut change, key)?;
            if !leaning.is_empty() && !cascade {
                return Ok((Change::new("source remove"), Removal::Refused(leaning)));
            }
            for row in store.origins_of(key)? {
                lineage::delete(&mut change, &row)?;
            }
            source::delete(&mut change, &old.record)?;
            Ok((change, Removal::Done(leaning)))
        })
    }

    /// Takes away all that leans on a source and names it.
    fn release_source(&self, change: &mut Change, key: &str) -> Result<Vec<String>> {
        let mut leaning = Vec::new();
        let mut cited = self.citations(Citations::OfSource(key))?;
        for attributed in self.citations(Citations::AttributedTo(key))? {
            if cited.iter().all(|known| known.id != attributed.id) {
                cited.push(attributed);
            }
        }
        for row in cited {
            leaning.push(format!(
                "citation {} of {} by claim {}",
                row.id, row.record.source, row.record.claim
            ));
            citation::delete(change, row.id, &row.record)?;
        }
        for row in self.derived_from(key)? {
            leaning.push(format!("the entry that {} {} it", row.source, row.relation));
            lineage::delete(change, &row)?;
        }
        for old in self.claims_appearing_in(key)? {
            leaning.push(format!("the appearance of claim {} in it", old.key));
            let mut new = old.clone();
            new.appearances.retain(|appearance| appearance.source.as_str() != key);
            claim::update(change, &old, &new)?;
        }
        Ok(leaning)
    }

    /// The claims that appear in a source.
    pub fn claims_appearing_in(&self, key: &str) -> Result<Vec<crate::domain::Claim>> {
        let sql = "SELECT DISTINCT claim.key AS text FROM appearance
                   JOIN claim ON claim.id = appearance.claim_id
                   JOIN source ON source.id = appearance.source_id
                   WHERE source.key = :key ORDER BY claim.id";
        let keys = self.texts(sql, params! { key: key })?;
        keys.iter().map(|claim| Ok(self.claim(claim)?.record)).collect()
    }

    /// How many sources there are.
    pub fn count_sources(&self) -> Result<i64> {
        self.number("SELECT count(*) AS number FROM source", params! {})
    }
}

/// Variables have no order of their own: they are kept in that of their names, each once.
fn put_in_order(source: &mut Source) -> Result<()> {
    source.variables.sort();
    match source.variables.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        None => Ok(()),
        Some(pair) => Err(Error::invalid(format!("the variable `{}` is given twice", pair[0].0))
            .hint("give each CSL variable one value")),
    }
}
