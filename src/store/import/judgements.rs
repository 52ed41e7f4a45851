//! Taking in what people judged: reviews, waivers, severities, distinctions.

use chrono::TimeDelta;

use super::super::digest::RecordDigest;
use super::super::{distinction, review, rule_severity};
use super::session::Import;
use super::statements::Bound::{Number, Optional, Text};
use super::{Outcome, Rejection, Taken, faults};
use crate::domain::{Distinction, Name, Pin, Review, RuleSeverity, Timestamp, Waiver};
use crate::error::Result;

impl Import<'_> {
    /// Takes a review in.
    pub fn review(&mut self, review: &Review) -> Taken {
        let taken = self.take_review(review);
        self.summary.reviews.count(&taken);
        taken
    }

    fn take_review(&mut self, review: &Review) -> Taken {
        let claim = self.require_claim("claim", &review.claim)?;
        let digest = self.digester.review(&review.unpinned());
        if self.fresh {
            if !self.seen.note(&digest) {
                return Ok(Outcome::Folded);
            }
        } else {
            let mut same = None;
            self.store.each_review(Some(&review.claim), |known| {
                if known.record.is_same(review) {
                    same = Some(known.version);
                }
                Ok(())
            })?;
            if let Some(version) = same {
                return Ok(self.again(version));
            }
        }
        self.require_likely("reviewed_at", &review.reviewed_at, &review.pin)?;
        self.statements.review.run(&[
            Number(i64::from(claim)),
            Text(&review.reviewer),
            Text(review.verdict.as_str()),
            Text(review.reviewed_at.as_str()),
            Optional(review.note.as_deref()),
            Optional(review.pin.ended().map(Timestamp::as_str)),
            Number(self.version),
        ])?;
        if review.pin.ended().is_some() {
            self.content.add(&self.digester.review(review));
        }
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
        let digest = self.digester.waiver(&waiver.unpinned());
        match self.known_waiver(claim, waiver, digest)? {
            Some((true, version)) => return Ok(self.again(version)),
            Some((false, version)) if self.update && version != self.version => {
                self.require_likely("waived_at", &waiver.waived_at, &waiver.pin)?;
                return self.replace_waiver(waiver);
            }
            Some((false, version)) => {
                return Err(faults::waived_otherwise(waiver, version == self.version));
            }
            None => {}
        }
        self.require_likely("waived_at", &waiver.waived_at, &waiver.pin)?;
        self.statements.waiver.run(&[
            Number(i64::from(claim)),
            Text(&waiver.rule),
            Text(&waiver.actor),
            Text(&waiver.reason),
            Text(waiver.waived_at.as_str()),
            Optional(waiver.pin.ended().map(Timestamp::as_str)),
            Number(self.version),
        ])?;
        if waiver.pin.ended().is_some() {
            self.content.add(&self.digester.waiver(waiver));
        }
        Ok(Outcome::New)
    }

    /// Refuses a judgement that would be given, or end, later than now, or end before it is given: dated
    /// ahead, it would stand above whatever its reviewer finds until then.
    fn require_likely(
        &self,
        column: &'static str,
        given: &Timestamp,
        pin: &Pin,
    ) -> std::result::Result<(), Rejection> {
        let is_ahead = |at: &Timestamp| at.span().0 > self.latest;
        if is_ahead(given) {
            return Err(faults::not_yet(column, given));
        }
        match pin.ended() {
            Some(ended) if is_ahead(ended) => Err(faults::not_yet("ended", ended)),
            // A day for clocks that differ: what is dated a little ahead may end at once.
            Some(ended) if ended.span().1 + TimeDelta::days(1) < given.span().0 => {
                Err(faults::ended_before(ended, given))
            }
            _ => Ok(()),
        }
    }

    /// Takes the severity of a rule in.
    pub fn rule_severity(&mut self, set: &RuleSeverity) -> Taken {
        let taken = self.take_rule_severity(set);
        self.summary.severities.count(&taken);
        taken
    }

    fn take_rule_severity(&mut self, set: &RuleSeverity) -> Taken {
        let mut outcome = Outcome::New;
        if let Some(known) = self.store.rule_severity(&set.rule)? {
            if known.record == *set {
                return Ok(self.again(known.version));
            }
            let in_import = known.version == self.version;
            if in_import || !self.update {
                return Err(faults::set_otherwise(set, &known.record, in_import));
            }
            rule_severity::delete(&mut self.changes, &known.record)?;
            outcome = Outcome::Updated;
        }
        rule_severity::insert(&mut self.changes, set)?;
        self.carry_out_changes()?;
        Ok(outcome)
    }

    /// Takes a distinction in. Who said it first, and when, stays.
    pub fn distinction(&mut self, said: &Distinction) -> Taken {
        let taken = self.take_distinction(said);
        self.summary.distinctions.count(&taken);
        taken
    }

    fn take_distinction(&mut self, said: &Distinction) -> Taken {
        if let Some(known) = self.store.distinction(&said.name, &said.other)? {
            return Ok(self.again(known.version));
        }
        let written = |voice: &str| self.spellings.get(voice).map(Name::voice);
        let is_spelling_of = |one: &str, other: &str| written(one).as_deref() == Some(other);
        if is_spelling_of(&said.name, &said.other) || is_spelling_of(&said.other, &said.name) {
            return Err(faults::known_to_be_one(said));
        }
        distinction::insert(&mut self.changes, said)?;
        self.carry_out_changes()?;
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
                known = Some((row.record.is_same(waiver), row.version));
            }
            Ok(())
        })?;
        Ok(known)
    }
}
