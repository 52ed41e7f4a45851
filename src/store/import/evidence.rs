//! Taking citations and lineage rows in.

use super::super::change::Record;
use super::super::citation::{self, Citations};
use super::super::{lineage as rows, source};
use super::session::Import;
use super::statements::Bound::{Number, Optional, Text};
use super::{Outcome, Taken, faults};
use crate::domain::{Citation, Key, Lineage, LineageState, Source};
use crate::error::Result;

impl Import<'_> {
    /// Takes a citation in.
    pub fn citation(&mut self, citation: &Citation) -> Taken {
        let citation = &*self.by_own_keys(citation);
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
        self.bears_on(&Record::citation(id, citation));
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    /// Puts a citation in the place of one that was there before the import. Where somebody has edited or
    /// removed that one since, it stays so.
    pub fn replace_citation(&mut self, old: &Citation, new: &Citation) -> Taken {
        let known = self.store.citations(Citations::OfPair(&old.claim, &old.source))?;
        let Some(known) = known.into_iter().find(|known| known.record == *old) else {
            return Ok(Outcome::Unchanged);
        };
        citation::update(&mut self.changes, known.id, old, new)?;
        self.carry_out_changes()?;
        self.summary.citations.updated += 1;
        Ok(Outcome::Updated)
    }

    fn same_citation(&self, citation: &Citation) -> Result<Option<Outcome>> {
        let pair = Citations::OfPair(&citation.claim, &citation.source);
        let known = self.store.citations(pair)?;
        let same = known.iter().find(|known| known.record == *citation);
        Ok(same.map(|same| self.again(same.version)))
    }

    /// The same row again: of this import, or of the casebook before it.
    pub(super) fn again(&self, version: i64) -> Outcome {
        if version == self.version { Outcome::Folded } else { Outcome::Unchanged }
    }

    /// Takes a lineage row in; the source becomes derived.
    pub fn lineage(&mut self, lineage: &Lineage) -> Taken {
        let lineage = &*self.lineage_by_own_keys(lineage);
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
            self.make_derived(&lineage.source, source)?;
        }
        self.bears_on(&Record::Lineage(lineage));
        let digest = self.digester.lineage(lineage);
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    /// Makes a source derived. Of one that was there before, history keeps what it was.
    fn make_derived(&mut self, key: &Key, id: u32) -> Result<()> {
        self.sources.set_lineage(key, LineageState::Derived);
        if !self.fresh && !self.brings_source(id) {
            let old = self.store.source(key)?.record;
            let new = Source { lineage: LineageState::Derived, ..old.clone() };
            source::update(&mut self.changes, &old, &new)?;
            return self.carry_out_changes();
        }
        if !self.fresh {
            self.statements.derived.run(&[Number(i64::from(id)), Number(self.version)])?;
        }
        let before = self.digester.lineage_state(key, LineageState::Unknown);
        let after = self.digester.lineage_state(key, LineageState::Derived);
        self.content.subtract(&before);
        self.content.add(&after);
        Ok(())
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
                rows::delete(&mut self.changes, &old)?;
                rows::insert(&mut self.changes, lineage)?;
                self.carry_out_changes()?;
                Ok(Outcome::Updated)
            }
            Some((_, version)) => Err(faults::other_note(lineage, version == self.version)),
            None => Err(super::super::embedded::explained(error).into()),
        }
    }
}
