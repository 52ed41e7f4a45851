//! Saying how many reviewers a casebook asks for, and who may be one.

use super::super::change::{Change, Signature};
use super::super::{Store, review_policy};
use crate::domain::{ReviewPolicy, ReviewPolicySetting};
use crate::error::Result;

/// What a casebook asks for after a request to set it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PolicySet {
    /// The policy that holds now.
    pub policy: ReviewPolicy,
    /// Whether it was another one before.
    pub changed: bool,
}

impl Store {
    /// Makes the policy what `edit` makes of the one that holds; the signature says who and when.
    ///
    /// Fails where it would ask for none or for too many reviewers.
    pub fn set_review_policy(
        &self,
        signature: &Signature,
        edit: impl Fn(ReviewPolicy) -> ReviewPolicy,
    ) -> Result<PolicySet> {
        self.change(signature, |store| {
            let mut change = Change::new("review set");
            let old = store.review_policy_setting()?.map(|row| row.record);
            let before = old.as_ref().map(|set| set.policy).unwrap_or_default();
            let policy = edit(before);
            ReviewPolicy::read_required(&policy.required.to_string())?;
            if policy == before {
                return Ok((change, PolicySet { policy, changed: false }));
            }
            if let Some(old) = &old {
                review_policy::delete(&mut change, old)?;
            }
            let (actor, set_at) = (signature.actor.clone(), signature.at.clone());
            review_policy::insert(&mut change, &ReviewPolicySetting { policy, actor, set_at })?;
            Ok((change, PolicySet { policy, changed: true }))
        })
    }
}
