//! Accepting findings, and taking that back.

use super::super::change::{Change, Signature};
use super::super::source::Stored;
use super::super::{Store, review};
use crate::domain::{EvidenceDigest, Key, Pin, Waiver, shell_word};
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Accepts what a rule finds about a claim, with a reason; the signature says who and when.
    ///
    /// A waiver of the rule that has ended gives way, and is returned. Fails where there is no such
    /// claim, the reason is empty, or the rule is waived already.
    pub fn waive(
        &self,
        signature: &Signature,
        claim: &Key,
        rule: &str,
        reason: &str,
    ) -> Result<Option<Waiver>> {
        self.waive_on(signature, claim, (rule, reason), None)
    }

    /// The same for who has looked at the evidence for a while; see [`Store::judge_as_seen`].
    ///
    /// Fails also where the evidence has changed meanwhile.
    pub fn waive_as_seen(
        &self,
        signature: &Signature,
        claim: &Key,
        accepted: (&str, &str),
        seen: EvidenceDigest,
    ) -> Result<Option<Waiver>> {
        self.waive_on(signature, claim, accepted, Some(seen))
    }

    fn waive_on(
        &self,
        signature: &Signature,
        claim: &Key,
        (rule, reason): (&str, &str),
        seen: Option<EvidenceDigest>,
    ) -> Result<Option<Waiver>> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(Error::invalid("the reason is empty")
                .hint("say why the finding is accepted: --reason \"…\""));
        }
        self.change(signature, |store| {
            store.claim_id(claim)?;
            let evidence = store.require_as_seen(claim, seen)?;
            let mut change = Change::new("waive");
            let replaced = match store.waiver(claim, rule)? {
                Some(known) if store.has_ended(&known.record)? => {
                    review::delete_waiver(&mut change, &known)?;
                    Some(known.record)
                }
                Some(known) => return Err(waived_already(&known.record)),
                None => None,
            };
            let waiver = Waiver {
                claim: claim.clone(),
                rule: rule.to_owned(),
                actor: signature.actor.clone(),
                reason: reason.to_owned(),
                waived_at: signature.at.clone(),
                pin: Pin::Evidence(evidence),
            };
            review::insert_waiver(&mut change, &waiver)?;
            Ok((change, replaced))
        })
    }

    fn has_ended(&self, waiver: &Waiver) -> Result<bool> {
        let judged = self.judgements(Some(&waiver.claim))?.waivers;
        let same = judged.iter().find(|judged| judged.record.rule == waiver.rule);
        Ok(same.is_some_and(|judged| judged.ended.is_some()))
    }

    /// Takes a waiver off, and returns what it was.
    pub fn remove_waiver(&self, signature: &Signature, claim: &Key, rule: &str) -> Result<Waiver> {
        self.change(signature, |store| {
            store.claim_id(claim)?;
            let known = store.waiver(claim, rule)?.ok_or_else(|| {
                Error::not_found(format!("claim `{claim}` has no waiver of {rule}"))
                    .hint("`twosource waive list` shows all waivers")
            })?;
            let mut change = Change::new("waive remove");
            review::delete_waiver(&mut change, &known)?;
            Ok((change, known.record))
        })
    }

    pub(super) fn waiver(&self, claim: &Key, rule: &str) -> Result<Option<Stored<Waiver>>> {
        let mut found = None;
        self.each_waiver(Some(claim), |waiver| {
            if waiver.record.rule == rule {
                found = Some(waiver);
            }
            Ok(())
        })?;
        Ok(found)
    }
}

fn waived_already(waiver: &Waiver) -> Error {
    Error::new(
        ErrorKind::Exists,
        format!(
            "{} is waived for claim `{}` already, by {} on {}",
            waiver.rule,
            waiver.claim,
            waiver.actor,
            waiver.waived_at.day()
        ),
    )
    .hint(format!(
        "to give a new reason, first: twosource waive remove {} {}",
        shell_word(&waiver.claim),
        waiver.rule
    ))
}
