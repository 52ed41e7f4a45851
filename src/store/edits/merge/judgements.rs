//! Judgements of a claim where it is made one with another.

use super::super::super::change::Change;
use super::super::super::evidence::Pinned;
use super::super::super::source::Stored;
use super::super::super::{Judgements, Store, review};
use super::Merged;
use super::ended::ended;
use crate::domain::{
    Claim, EvidenceDigest, Judged, Pin, Review, Settled, Timestamp, Waiver, same_person,
};
use crate::error::Result;

/// Two claims while they are made one, as far as it decides which judgements go on holding.
pub(super) struct Union<'a> {
    /// The claim that is kept, as it is then.
    pub(super) new: &'a Claim,
    /// The one that goes.
    pub(super) gone: &'a Claim,
    /// The evidence for the claim that is kept, as it is then.
    pub(super) after: EvidenceDigest,
    /// Whether that is the evidence for the one that is kept now.
    pub(super) is_kepts: bool,
    /// Whether it is the evidence for the one that goes.
    pub(super) is_gones: bool,
    pub(super) at: &'a Timestamp,
}

impl Store {
    /// Reviews and waivers belong to the claim that is kept; where both have a waiver of one rule, its own
    /// stays, unless the other one alone holds.
    pub(super) fn move_judgements(
        &self,
        change: &mut Change,
        merged: &mut Merged,
        union: &Union<'_>,
    ) -> Result<()> {
        let both = [self.judgements(Some(&merged.kept))?, self.judgements(Some(&merged.gone))?];
        merged.ended = ended(union, &both, self.review_policy()?);
        let [kept, gone] = both;
        let moved = union.move_reviews(change, &kept, gone.reviews)?;
        merged.count("review", moved);
        union.move_waivers(change, merged, &kept, gone.waivers)
    }
}

impl Union<'_> {
    fn move_reviews(
        &self,
        change: &mut Change,
        kept: &Judgements,
        gone: Vec<Judged<Review>>,
    ) -> Result<usize> {
        let (mut moved, mut brought) = (0, Vec::new());
        for one in gone {
            let goes_on = self.review_goes_on(&one);
            let new = Review {
                claim: self.new.key.clone(),
                pin: self.pin_of(&one, goes_on),
                ..one.record.clone()
            };
            review::delete_review(change, &stored(one))?;
            if brought.contains(&new.unpinned()) {
                continue;
            }
            match kept.reviews.iter().find(|known| known.record.is_same(&new)) {
                Some(known) if self.holds(known) || !goes_on => continue,
                Some(known) => review::delete_review(change, &stored(known.clone()))?,
                None => moved += 1,
            }
            brought.push(new.unpinned());
            review::insert_review(change, &new)?;
        }
        Ok(moved)
    }

    fn move_waivers(
        &self,
        change: &mut Change,
        merged: &mut Merged,
        kept: &Judgements,
        gone: Vec<Judged<Waiver>>,
    ) -> Result<()> {
        let mut moved = 0;
        for one in gone {
            let goes_on = self.goes_on(&one);
            let new = Waiver {
                claim: self.new.key.clone(),
                pin: self.pin_of(&one, goes_on),
                ..one.record.clone()
            };
            review::delete_waiver(change, &stored(one))?;
            let known = kept.waivers.iter().find(|known| known.record.rule == new.rule);
            let Some(known) = known else {
                moved += 1;
                review::insert_waiver(change, &new)?;
                continue;
            };
            let (mut stays, mut dropped) = (reason(&known.record), reason(&new));
            if goes_on && !self.holds(known) {
                review::delete_waiver(change, &stored(known.clone()))?;
                review::insert_waiver(change, &new)?;
                std::mem::swap(&mut stays, &mut dropped);
            }
            let field = format!("waiver of {}", new.rule);
            merged.settled.push(Settled { field, kept: stays, dropped: Some(dropped) });
        }
        merged.count("waiver", moved);
        Ok(())
    }

    /// Whether a judgement of the claim that is kept holds then.
    pub(super) fn holds<T: Pinned>(&self, known: &Judged<T>) -> bool {
        match known.record.pin() {
            Pin::Evidence(digest) => *digest == self.after,
            Pin::Ended(_) => false,
            Pin::Entered => known.ended.is_none() && self.is_kepts,
        }
    }

    /// Whether a judgement of the claim that goes holds of the one that is kept.
    pub(super) fn goes_on<T>(&self, one: &Judged<T>) -> bool {
        one.ended.is_none() && self.is_gones
    }

    /// The same of a review: who has logged the claim that goes would judge their own work, and of the
    /// claim that is kept nothing tells that it is.
    fn review_goes_on(&self, one: &Judged<Review>) -> bool {
        self.goes_on(one) && !self.lost_its_logger(&one.record.reviewer)
    }

    /// Whether this person has logged the claim that goes, and is not who has logged the one that is kept.
    pub(super) fn lost_its_logger(&self, person: &str) -> bool {
        let is_logger = |claim: &Claim| {
            claim.logged_by.as_deref().is_some_and(|logger| same_person(logger, person))
        };
        is_logger(self.gone) && !is_logger(self.new)
    }

    /// What a judgement of the claim that goes is pinned to. Where it does not go on it ends at this
    /// moment; what of the past of the other claim ended it earlier, the history of the one that is kept
    /// does not tell.
    fn pin_of<T>(&self, one: &Judged<T>, goes_on: bool) -> Pin {
        match &one.ended {
            Some(ended) => Pin::Ended(ended.since.clone()),
            None if goes_on => Pin::Evidence(self.after),
            None => Pin::Ended(self.at.clone()),
        }
    }
}

fn stored<T>(judged: Judged<T>) -> Stored<T> {
    Stored { id: judged.id, version: 0, record: judged.record }
}

fn reason(waiver: &Waiver) -> String {
    format!("{} ({})", waiver.reason, waiver.actor)
}
