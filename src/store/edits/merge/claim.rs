//! Making one claim of two.

use super::super::super::change::{Change, Signature};
use super::super::super::write::Seen;
use super::super::super::{Citations, Store, claim, evidence};
use super::citations::Recited;
use super::judgements::Union;
use super::{Merged, refuse_itself};
use crate::domain::{Citation, Timestamp, check_claim, merged_claim};
use crate::error::Result;

impl Store {
    /// Makes one claim of two that say the same. What belongs to the other one belongs to the claim that
    /// is kept from then on: citations, appearances, tags, reviews, waivers, assignments.
    ///
    /// A judgement of the other one goes on holding only where the evidence for the claim that is kept
    /// is the very same then, and a review not where its reviewer has logged the other one alone. Fails where the two are one, or one of them is not there.
    pub fn merge_claims(&self, signature: &Signature, [kept, other]: [&str; 2]) -> Result<Merged> {
        let mut seen = Default::default();
        self.change(signature, |store| {
            store.merging_claims(&signature.at, [kept, other], &mut seen)
        })
    }

    /// The same, but nothing is changed: `look` sees the casebook as it would be.
    pub fn rehearse_claim_merge<T>(
        &self,
        signature: &Signature,
        keys: [&str; 2],
        look: impl FnOnce(&Store, &Merged) -> Result<T>,
    ) -> Result<T> {
        let build =
            |store: &Store| store.merging_claims(&signature.at, keys, &mut Default::default());
        self.rehearse(signature, build, look)
    }

    fn merging_claims(
        &self,
        at: &Timestamp,
        [kept, other]: [&str; 2],
        [seen_kept, seen_other]: &mut [Seen; 2],
    ) -> Result<(Change, Merged)> {
        refuse_itself("claim", kept, other)?;
        let (kept, gone) = (self.claim(kept)?, self.claim(other)?);
        seen_kept.check(self, &format!("claim `{}`", kept.record.key), kept.version)?;
        seen_other.check(self, &format!("claim `{}`", gone.record.key), gone.version)?;
        let (kept, gone) = (kept.record, gone.record);
        let mut change = Change::new("claim merge");
        let mut merged = Merged::new(&kept.key, &gone.key);
        let (new, settled) = merged_claim(&kept, &gone);
        merged.settled = settled;
        check_claim(&new)?;
        let citations = self.move_citations(&mut change, &mut merged)?;
        let works = new.appearances.len() - kept.appearances.len();
        merged.count("appearance", works);
        let after = evidence::digest_of(self, &new, citations)?;
        let union = Union {
            new: &new,
            gone: &gone,
            after,
            is_kepts: self.evidence_digest(&kept.key)? == after,
            is_gones: self.evidence_digest(&gone.key)? == after,
            at,
        };
        self.move_judgements(&mut change, &mut merged, &union)?;
        self.move_assignments(&mut change, &mut merged)?;
        if new != kept {
            claim::update(&mut change, &kept, &new)?;
        }
        claim::delete(&mut change, &gone)?;
        change.about("claim", &kept.key);
        Ok((change, merged))
    }

    /// Returns what the citations of the claim that is kept say then.
    fn move_citations(&self, change: &mut Change, merged: &mut Merged) -> Result<Vec<Citation>> {
        let beside = self.citations(Citations::OfClaim(&merged.kept))?;
        let mut recited = Recited::beside(beside);
        let rows = self.citations(Citations::OfClaim(&merged.gone))?;
        let mut moved = 0;
        for row in &rows {
            let new = Citation { claim: merged.kept.clone(), ..row.record.clone() };
            moved += usize::from(recited.put(change, row, new, merged)?);
        }
        merged.count("citation", moved);
        Ok(recited.into_said())
    }
}
