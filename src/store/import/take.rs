//! Taking sources and claims in: telling new from known.

use super::super::change::Record;
use super::super::{claim, source};
use super::keys::Known;
use super::session::Import;
use super::{Outcome, Taken, faults};
use crate::domain::{Appearance, Claim, Key, LineageState, Source, is_stand_in};
use crate::error::Result;

impl Import<'_> {
    /// Takes a source in; `line` is where it stands in the import.
    pub fn source(&mut self, source: &Source, line: u64) -> Taken {
        let respelt = self.respelt(source)?;
        let taken = self.take_source(respelt.as_ref().unwrap_or(source), line as u32);
        self.summary.sources.count(&taken);
        if respelt.is_some() && matches!(taken, Ok(Outcome::New | Outcome::Updated)) {
            self.note_respelt(source)?;
        }
        taken
    }

    fn take_source(&mut self, source: &Source, line: u32) -> Taken {
        let known = self.known_source(&source.key)?;
        if !self.fresh && is_stand_in(source) && !self.is_as_before(source)? {
            return Err(faults::stand_in(&source.key));
        }
        self.check_keys(source)?;
        match known {
            Some(known) if known.line > 0 => {
                return Err(faults::twice("source", &source.key, known.line));
            }
            Some(known) => {
                self.sources.insert(&source.key, Known { line, ..known });
                return self.known_source_again(source, self.update);
            }
            None => {}
        }
        let id = self.next_source;
        self.next_source += 1;
        self.sources.insert(&source.key, Known { id, line, lineage: source.lineage });
        self.write_source(i64::from(id), source)?;
        self.bears_on(&Record::Source(source));
        self.note_further_keys(source);
        let digest = self.digester.source(source);
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    /// Takes in what was added to a source that was in the casebook before the import. Nothing of it is
    /// overwritten, so that this needs no leave to update; `line` is where the addition stands.
    pub fn supplement(&mut self, source: &Source, line: u64) -> Taken {
        let taken = match self.known_source(&source.key)? {
            Some(known) => {
                self.sources.insert(&source.key, Known { line: line as u32, ..known });
                self.known_source_again(source, true)
            }
            None => return self.source(source, line),
        };
        self.summary.sources.count(&taken);
        taken
    }

    /// Whether the casebook has exactly this source.
    fn is_as_before(&self, source: &Source) -> Result<bool> {
        Ok(self.store.find_source(&source.key)?.is_some_and(|known| known.record == *source))
    }

    fn known_source_again(&mut self, source: &Source, may_change: bool) -> Taken {
        let old = self.store.source(&source.key)?.record;
        let mut new = source.clone();
        if new.lineage != LineageState::Derived
            && let Some(row) = self.store.origins_of(&source.key)?.first()
        {
            if new.lineage == LineageState::Original {
                return Err(faults::original(source.key.as_str(), &row.origin));
            }
            new.lineage = LineageState::Derived;
        }
        if new == old {
            return Ok(Outcome::Unchanged);
        }
        if !may_change {
            let told = self.store.may_tell_of(&old) && self.store.may_tell_of(&new);
            return Err(faults::different(("source", &source.key), &old, &new, told));
        }
        source::update(&mut self.changes, &old, &new)?;
        self.carry_out_changes()?;
        self.sources.set_lineage(&source.key, new.lineage);
        self.further_keys.retain(|_, key| *key != new.key);
        self.note_further_keys(&new);
        Ok(Outcome::Updated)
    }

    /// Takes a claim in, all its appearances included; `line` is where it stands in the import.
    pub fn claim(&mut self, claim: &Claim, line: u64) -> Taken {
        let claim = &*self.claim_by_own_keys(claim);
        let taken = self.take_claim(claim, line as u32);
        self.summary.claims.count(&taken);
        taken
    }

    fn take_claim(&mut self, claim: &Claim, line: u32) -> Taken {
        let known = self.known_claim(&claim.key)?;
        if let Some(known) = known.filter(|known| known.line > 0) {
            return Err(faults::twice("claim", &claim.key, known.line));
        }
        let mut works = Vec::with_capacity(claim.appearances.len());
        for appearance in &claim.appearances {
            works.push(self.require_source("appears_in", &appearance.source)?);
        }
        if let Some(known) = known {
            self.claims.insert(&claim.key, Known { line, ..known });
            let old = self.store.claim(&claim.key)?.record;
            return self.replace_claim(&old, claim);
        }
        let id = self.next_claim;
        self.next_claim += 1;
        self.claims.insert(&claim.key, Known { id, line, lineage: LineageState::Unknown });
        self.write_claim(i64::from(id), claim, &works)?;
        let digest = self.digester.claim(claim);
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    fn replace_claim(&mut self, old: &Claim, new: &Claim) -> Taken {
        if new == old {
            return Ok(Outcome::Unchanged);
        }
        if !self.update {
            let works = old.appearances.iter().chain(&new.appearances);
            let told = old.appearances == new.appearances || self.may_name_all(works)?;
            return Err(faults::different(("claim", &new.key), old, new, told));
        }
        claim::update(&mut self.changes, old, new)?;
        self.carry_out_changes()?;
        Ok(Outcome::Updated)
    }

    /// Whether a message may name the works.
    fn may_name_all<'w>(&self, works: impl Iterator<Item = &'w Appearance>) -> Result<bool> {
        for work in works {
            if !self.store.may_name_source(&work.source)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Takes in a further appearance of a claim that was in the casebook before the import.
    pub fn appearance(&mut self, key: &Key, appearance: &Appearance) -> Taken {
        let mut appearance = appearance.clone();
        if let Some(own) = self.known_as(&appearance.source) {
            appearance.source = own.clone();
        }
        let appearance = &appearance;
        self.require_claim("claim", key)?;
        self.require_source("source", &appearance.source)?;
        let old = self.store.claim(key)?.record;
        if old.appearances.contains(appearance) {
            return Ok(Outcome::Unchanged);
        }
        let mut new = old.clone();
        new.appearances.push(appearance.clone());
        claim::update(&mut self.changes, &old, &new)?;
        self.carry_out_changes()?;
        self.summary.claims.updated += 1;
        Ok(Outcome::Updated)
    }
}
