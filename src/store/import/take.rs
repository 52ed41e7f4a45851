//! Taking records in, one at a time: proving their references, telling new from known.

use super::super::citation::Citations;
use super::super::digest::RecordDigest;
use super::super::{claim, review, source};
use super::keys::Known;
use super::session::Import;
use super::statements::Bound::{Number, Optional, Text};
use super::{Outcome, Rejection, Taken, faults};
use crate::domain::{
    Appearance, Citation, Claim, Key, Lineage, LineageState, Review, Source, Waiver, is_stand_in,
};
use crate::error::Result;

impl Import<'_> {
    /// Takes a source in; `line` is where it stands in the import.
    pub fn source(&mut self, source: &Source, line: u64) -> Taken {
        let taken = self.take_source(source, line as u32);
        self.summary.sources.count(&taken);
        taken
    }

    fn take_source(&mut self, source: &Source, line: u32) -> Taken {
        let known = self.known_source(&source.key)?;
        if !self.fresh && is_stand_in(source) && !self.is_as_before(source)? {
            return Err(faults::stand_in(&source.key));
        }
        match known {
            Some(known) if known.line > 0 => {
                return Err(faults::twice("source", &source.key, known.line));
            }
            Some(known) => {
                self.sources.insert(&source.key, Known { line, ..known });
                return self.known_source_again(source);
            }
            None => {}
        }
        let id = self.next_source;
        self.next_source += 1;
        self.sources.insert(&source.key, Known { id, line, lineage: source.lineage });
        self.write_source(i64::from(id), source)?;
        let digest = self.digester.source(source);
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    /// Whether the casebook has exactly this source.
    fn is_as_before(&self, source: &Source) -> Result<bool> {
        Ok(self.store.find_source(&source.key)?.is_some_and(|known| known.record == *source))
    }

    fn known_source_again(&mut self, source: &Source) -> Taken {
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
        if !self.update {
            return Err(faults::different("source", &source.key, &old, &new));
        }
        source::update(&mut self.changes, &old, &new)?;
        self.carry_out_changes()?;
        self.sources.set_lineage(&source.key, new.lineage);
        Ok(Outcome::Updated)
    }

    /// Takes a claim in, all its appearances included; `line` is where it stands in the import.
    pub fn claim(&mut self, claim: &Claim, line: u64) -> Taken {
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
            return Err(faults::different("claim", &new.key, old, new));
        }
        claim::update(&mut self.changes, old, new)?;
        self.carry_out_changes()?;
        Ok(Outcome::Updated)
    }

    /// Takes in a further appearance of a claim that was in the casebook before the import.
    pub fn appearance(&mut self, key: &Key, appearance: &Appearance) -> Taken {
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

    /// Takes a citation in.
    pub fn citation(&mut self, citation: &Citation) -> Taken {
        let taken = self.take_citation(citation);
        self.summary.citations.count(&taken);
        taken
    }

    fn take_citation(&mut self, citation: &Citation) -> Taken {
        let claim = self.require_claim("claim", &citation.claim)?;
        let source = self.require_source("source", &citation.source)?;
        let mut attributions = Vec::with_capacity(citation.attributed_to.len());
        for key in &citation.attributed_to {
            if *key == citation.source {
                return Err(faults::self_attribution(key));
            }
            attributions.push(self.require_source("attributed_to", key)?);
        }
        let digest = self.digester.citation(citation);
        if self.fresh {
            if !self.seen.note(&digest) {
                return Ok(Outcome::Folded);
            }
        } else if let Some(same) = self.same_citation(citation)? {
            return Ok(same);
        }
        let id = self.next_citation;
        self.next_citation += 1;
        self.write_citation(id, citation, (claim, source, &attributions))?;
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    fn same_citation(&self, citation: &Citation) -> Result<Option<Outcome>> {
        let known = self.store.citations(Citations::OfClaim(&citation.claim))?;
        let same = known.iter().find(|known| known.record == *citation);
        Ok(same.map(|same| self.again(same.version)))
    }

    /// The same row again: of this import, or of the casebook before it.
    fn again(&self, version: i64) -> Outcome {
        if version == self.version { Outcome::Folded } else { Outcome::Unchanged }
    }

    /// Takes a lineage row in; the source becomes derived.
    pub fn lineage(&mut self, lineage: &Lineage) -> Taken {
        let taken = self.take_lineage(lineage);
        self.summary.lineage.count(&taken);
        taken
    }

    fn take_lineage(&mut self, lineage: &Lineage) -> Taken {
        let source = self.require_source("source", &lineage.source)?;
        let origin = self.require_source("origin", &lineage.origin)?;
        if source == origin {
            return Err(faults::own_origin(&lineage.source));
        }
        let state = self.known_source(&lineage.source)?.map(|known| known.lineage);
        if state == Some(LineageState::Original) {
            return Err(faults::original(lineage.source.as_str(), &lineage.origin));
        }
        let written = self.statements.lineage.try_run(&[
            Number(i64::from(source)),
            Number(i64::from(origin)),
            Text(lineage.relation.as_str()),
            Optional(lineage.note.as_deref()),
            Number(self.version),
        ]);
        if let Err(error) = written {
            return self.same_lineage(lineage, (source, origin), error);
        }
        if state == Some(LineageState::Unknown) {
            if !self.fresh {
                self.statements.derived.run(&[Number(i64::from(source)), Number(self.version)])?;
            }
            self.sources.set_lineage(&lineage.source, LineageState::Derived);
            let before = self.digester.lineage_state(&lineage.source, LineageState::Unknown);
            let after = self.digester.lineage_state(&lineage.source, LineageState::Derived);
            self.content.subtract(&before);
            self.content.add(&after);
        }
        let digest = self.digester.lineage(lineage);
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    fn same_lineage(
        &mut self,
        lineage: &Lineage,
        (source, origin): (u32, u32),
        error: rusqlite::Error,
    ) -> Taken {
        if error.sqlite_error_code() != Some(rusqlite::ErrorCode::ConstraintViolation) {
            return Err(super::super::embedded::explained(error).into());
        }
        let known = self.store.lineage_row(source, origin, lineage.relation)?;
        match known {
            Some((note, version)) if note == lineage.note => Ok(self.again(version)),
            Some((note, version)) if self.update && version != self.version => {
                let old = Lineage { note, ..lineage.clone() };
                super::super::lineage::delete(&mut self.changes, &old)?;
                super::super::lineage::insert(&mut self.changes, lineage)?;
                self.carry_out_changes()?;
                Ok(Outcome::Updated)
            }
            Some((_, version)) => Err(faults::other_note(lineage, version == self.version)),
            None => Err(super::super::embedded::explained(error).into()),
        }
    }

    /// Takes a review in.
    pub fn review(&mut self, review: &Review) -> Taken {
        let taken = self.take_review(review);
        self.summary.reviews.count(&taken);
        taken
    }

    fn take_review(&mut self, review: &Review) -> Taken {
        let claim = self.require_claim("claim", &review.claim)?;
        let digest = self.digester.review(review);
        if self.fresh {
            if !self.seen.note(&digest) {
                return Ok(Outcome::Folded);
            }
        } else {
            let mut same = None;
            self.store.each_review(Some(&review.claim), |known| {
                if known.record == *review {
                    same = Some(known.version);
                }
                Ok(())
            })?;
            if let Some(version) = same {
                return Ok(self.again(version));
            }
        }
        self.statements.review.run(&[
            Number(i64::from(claim)),
            Text(&review.reviewer),
            Text(review.verdict.as_str()),
            Text(review.reviewed_at.as_str()),
            Optional(review.note.as_deref()),
            Number(self.version),
        ])?;
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    /// Takes a waiver in.
    pub fn waiver(&mut self, waiver: &Waiver) -> Taken {
        let taken = self.take_waiver(waiver);
        self.summary.waivers.count(&taken);
        taken
    }

    fn take_waiver(&mut self, waiver: &Waiver) -> Taken {
        let claim = self.require_claim("claim", &waiver.claim)?;
        let digest = self.digester.waiver(waiver);
        match self.known_waiver(claim, waiver, digest)? {
            Some((true, version)) => return Ok(self.again(version)),
            Some((false, version)) if self.update && version != self.version => {
                return self.replace_waiver(waiver);
            }
            Some((false, version)) => {
                return Err(faults::waived_otherwise(waiver, version == self.version));
            }
            None => {}
        }
        self.statements.waiver.run(&[
            Number(i64::from(claim)),
            Text(&waiver.rule),
            Text(&waiver.actor),
            Text(&waiver.reason),
            Text(waiver.waived_at.as_str()),
            Number(self.version),
        ])?;
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    fn replace_waiver(&mut self, waiver: &Waiver) -> Taken {
        let mut old = None;
        self.store.each_waiver(Some(&waiver.claim), |row| {
            if row.record.rule == waiver.rule {
                old = Some(row);
            }
            Ok(())
        })?;
        if let Some(old) = old {
            review::delete_waiver(&mut self.changes, &old)?;
            self.carry_out_changes()?;
            self.take_waiver(waiver)?;
        }
        Ok(Outcome::Updated)
    }

    /// Whether there is a waiver of this rule for the claim: if it is the same, and its version.
    fn known_waiver(
        &mut self,
        claim: u32,
        waiver: &Waiver,
        digest: RecordDigest,
    ) -> Result<Option<(bool, i64)>> {
        if self.fresh {
            let known = self.waived.insert((claim, waiver.rule.as_str().into()), digest);
            return Ok(known.map(|known| (known == digest, self.version)));
        }
        let mut known = None;
        self.store.each_waiver(Some(&waiver.claim), |row| {
            if row.record.rule == waiver.rule {
                known = Some((row.record == *waiver, row.version));
            }
            Ok(())
        })?;
        Ok(known)
    }

    /// The id of a source that the import or the casebook has.
    pub fn require_source(
        &mut self,
        column: &'static str,
        key: &Key,
    ) -> std::result::Result<u32, Rejection> {
        match self.known_source(key)? {
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

    /// The nearest key; for the first few faults only, because looking for it takes long.
    fn near(&mut self, entity: &'static str, key: &str) -> Option<String> {
        self.hints_left = self.hints_left.checked_sub(1)?;
        let keys = if entity == "claim" { &self.claims } else { &self.sources };
        keys.nearest(key)
            .map(str::to_owned)
            .or_else(|| if self.fresh { None } else { self.store.near_key(entity, key) })
    }

    fn known_source(&mut self, key: &Key) -> Result<Option<Known>> {
        let known = self.sources.get(key);
        if known.is_some() || self.fresh {
            return Ok(known);
        }
        let Some(found) = self.store.find_source(key)? else { return Ok(None) };
        let known = Known { id: found.id as u32, line: 0, lineage: found.record.lineage };
        self.sources.insert(key, known);
        Ok(Some(known))
    }

    fn known_claim(&mut self, key: &Key) -> Result<Option<Known>> {
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
