//! Judgements of a claim, and who is to judge it, where it is made one with another.

use super::super::super::change::Change;
use super::super::super::source::Stored;
use super::super::super::{Store, assignment, review};
use super::Merged;
use crate::domain::{Assignment, EvidenceDigest, Judged, Pin, Review, Settled, Timestamp, Waiver};
use crate::error::Result;

impl Store {
    /// Reviews and waivers belong to the claim that is kept; where both have a waiver of one rule, its own
    /// stays. `after` is the evidence for the claim that is kept as it is then.
    pub(super) fn move_judgements(
        &self,
        change: &mut Change,
        merged: &mut Merged,
        after: EvidenceDigest,
        at: &Timestamp,
    ) -> Result<()> {
        let is_same = self.evidence_digest(&merged.gone)? == after;
        let (kept, judged) = (merged.kept.clone(), self.judgements(Some(&merged.gone))?);
        let mut known = Vec::new();
        self.each_review(Some(&kept), |row| {
            known.push(row.record.unpinned());
            Ok(())
        })?;
        let mut moved = 0;
        for one in judged.reviews {
            let pin = pin_of(&one, is_same.then_some(after), at);
            let old = stored(one);
            let new = Review { claim: kept.clone(), pin, ..old.record.clone() };
            review::delete_review(change, &old)?;
            if !known.contains(&new.unpinned()) {
                moved += 1;
                review::insert_review(change, &new)?;
                known.push(new.unpinned());
            }
        }
        merged.count("review", moved);
        moved = 0;
        for one in judged.waivers {
            let pin = pin_of(&one, is_same.then_some(after), at);
            let old = stored(one);
            let new = Waiver { claim: kept.clone(), pin, ..old.record.clone() };
            review::delete_waiver(change, &old)?;
            match self.waiver(&kept, &new.rule)? {
                None => {
                    moved += 1;
                    review::insert_waiver(change, &new)?;
                }
                Some(known) => merged.settled.push(Settled {
                    field: format!("waiver of {}", new.rule),
                    kept: reason(&known.record),
                    dropped: Some(reason(&new)),
                }),
            }
        }
        merged.count("waiver", moved);
        Ok(())
    }

    /// Who is to review either of the two is to review the one that is kept.
    pub(super) fn move_assignments(&self, change: &mut Change, merged: &mut Merged) -> Result<()> {
        let mut moved = 0;
        let kept = merged.kept.clone();
        self.each_assignment(Some(&merged.gone), |row| {
            assignment::delete(change, &row.record)?;
            if self.assignment(&kept, &row.record.reviewer)?.is_none() {
                moved += 1;
                let new = Assignment { claim: kept.clone(), ..row.record };
                assignment::insert(change, &new)?;
            }
            Ok(())
        })?;
        merged.count("assignment", moved);
        Ok(())
    }
}

/// What a judgement of the claim that goes is pinned to: `same` is the evidence, where that is what it is
/// for the claim that is kept. Otherwise it ends at this moment; what of the past of the other claim
/// ended it earlier, the history of the one that is kept does not tell.
fn pin_of<T>(judged: &Judged<T>, same: Option<EvidenceDigest>, at: &Timestamp) -> Pin {
    match (&judged.ended, same) {
        (Some(ended), _) => Pin::Ended(ended.since.clone()),
        (None, Some(same)) => Pin::Evidence(same),
        (None, None) => Pin::Ended(at.clone()),
    }
}

fn stored<T>(judged: Judged<T>) -> Stored<T> {
    Stored { id: judged.id, version: 0, record: judged.record }
}

fn reason(waiver: &Waiver) -> String {
    format!("{} ({})", waiver.reason, waiver.actor)
}
