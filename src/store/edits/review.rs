//! Judging claims.

use super::super::change::{Change, Signature};
use super::super::{Store, review};
use crate::domain::{
    Ended, EvidenceDigest, Key, Pin, Review, Verdict, bars, check_review, same_person,
};
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Records what the signature's actor finds of a claim, pinned to the evidence as it is. What they
    /// found before stays in the casebook, but counts no more.
    ///
    /// # Errors
    /// There is no such claim; the policy of the casebook bars who has logged it; or the casebook has a review of it by the same person that is dated
    /// later, which would go on counting; a text is longer than a cell may be.
    pub fn judge(
        &self,
        signature: &Signature,
        claim: &Key,
        verdict: Verdict,
        note: Option<&str>,
    ) -> Result<Review> {
        self.judge_evidence(signature, claim, verdict, note, None)
    }

    /// The same for who has looked at the evidence for a while: `seen` is its digest from when it was
    /// shown.
    ///
    /// # Errors
    /// As of [`Store::judge`]; and a conflict where the evidence has changed meanwhile, which says what
    /// was changed and by whom.
    pub fn judge_as_seen(
        &self,
        signature: &Signature,
        claim: &Key,
        (verdict, note): (Verdict, Option<&str>),
        seen: EvidenceDigest,
    ) -> Result<Review> {
        self.judge_evidence(signature, claim, verdict, note, Some(seen))
    }

    fn judge_evidence(
        &self,
        signature: &Signature,
        claim: &Key,
        verdict: Verdict,
        note: Option<&str>,
        seen: Option<EvidenceDigest>,
    ) -> Result<Review> {
        let note = note.map(str::trim).filter(|note| !note.is_empty());
        self.change(signature, |store| {
            store.refuse_the_logger(signature, claim)?;
            let evidence = store.require_as_seen(claim, seen)?;
            let review = Review {
                claim: claim.clone(),
                reviewer: signature.actor.clone(),
                verdict,
                reviewed_at: signature.at.clone(),
                note: note.map(str::to_owned),
                pin: Pin::Evidence(evidence),
            };
            check_review(&review)?;
            store.refuse_before_a_later_one(&review)?;
            let mut change = Change::new("review");
            review::insert_review(&mut change, &review)?;
            Ok((change, review))
        })
    }

    fn refuse_the_logger(&self, signature: &Signature, claim: &Key) -> Result<()> {
        let logged_by = self.claim(claim)?.record.logged_by;
        if !bars(self.review_policy()?, logged_by.as_deref(), &signature.actor) {
            return Ok(());
        }
        Err(Error::invalid(format!(
            "{} has logged `{claim}`, and in this casebook nobody reviews a claim of their own",
            signature.actor
        ))
        .hint("anybody else can review it, as --actor NAME; what this casebook asks for: twosource review set"))
    }

    /// The digest of the evidence for a claim, which must be the one that was seen, if one was.
    pub(super) fn require_as_seen(
        &self,
        claim: &Key,
        seen: Option<EvidenceDigest>,
    ) -> Result<EvidenceDigest> {
        let evidence = self.evidence_digest(claim)?;
        match seen.filter(|seen| *seen != evidence) {
            Some(seen) => Err(changed_meanwhile(claim, &self.end_of_evidence(claim, seen)?)),
            None => Ok(evidence),
        }
    }

    fn refuse_before_a_later_one(&self, new: &Review) -> Result<()> {
        let moment = |review: &Review| review.reviewed_at.span().0;
        self.each_review(Some(&new.claim), |known| {
            let known = known.record;
            if !same_person(&known.reviewer, &new.reviewer) || moment(&known) <= moment(new) {
                return Ok(());
            }
            let (claim, reviewer, at) = (&known.claim, &known.reviewer, &known.reviewed_at);
            Err(Error::invalid(format!(
                "the casebook has a review of `{claim}` by {reviewer} that is dated {at}, later than now"
            ))
            .hint("set this computer's clock if it is slow, or take back the change that brought that review in: twosource history"))
        })
    }
}

fn changed_meanwhile(claim: &Key, ended: &Ended) -> Error {
    let by = ended.cause.as_ref().map(|cause| format!(", by {}", cause.actor)).unwrap_or_default();
    let message = format!("the evidence for `{claim}` has changed meanwhile: {ended}{by}");
    Error::new(ErrorKind::Conflict, message).hint("look at it again, then decide")
}
