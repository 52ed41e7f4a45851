//! Taking in how a desk reviews: who is to review which claim, and what a verdict needs to stand.

use super::super::review_policy;
use super::session::Import;
use super::statements::Bound::{Number, Text};
use super::{Outcome, Taken, faults};
use crate::domain::{Assignment, ReviewPolicySetting, signed_name};
use crate::error::Result;

impl Import<'_> {
    /// Takes an assignment in. Who made it first, and when, stays.
    pub fn assignment(&mut self, assignment: &Assignment) -> Taken {
        let taken = self.take_assignment(assignment);
        self.summary.assignments.count(&taken);
        taken
    }

    fn take_assignment(&mut self, assignment: &Assignment) -> Taken {
        let claim = self.require_claim("claim", &assignment.claim)?;
        if let Some(version) = self.assigned_in(claim, assignment)? {
            return Ok(self.again(version));
        }
        self.statements.assignment.run(&[
            Number(i64::from(claim)),
            Text(&assignment.reviewer),
            Text(&assignment.assigned_by),
            Text(assignment.assigned_at.as_str()),
            Number(self.version),
        ])?;
        let digest = self.digester.assignment(assignment);
        self.content.add(&digest);
        Ok(Outcome::New)
    }

    /// The change that assigned the claim to this person already, if one did.
    fn assigned_in(&mut self, claim: u32, assignment: &Assignment) -> Result<Option<i64>> {
        if self.fresh {
            let new = self.assigned.insert((claim, signed_name(&assignment.reviewer).into()));
            return Ok((!new).then_some(self.version));
        }
        let known = self.store.assignment(&assignment.claim, &assignment.reviewer)?;
        Ok(known.map(|row| row.version))
    }

    /// Takes in what a verdict needs to stand.
    pub fn review_policy(&mut self, set: &ReviewPolicySetting) -> Taken {
        let taken = self.take_review_policy(set);
        self.summary.policies.count(&taken);
        taken
    }

    fn take_review_policy(&mut self, set: &ReviewPolicySetting) -> Taken {
        let mut outcome = Outcome::New;
        if let Some(known) = self.store.review_policy_setting()? {
            if known.record == *set {
                return Ok(self.again(known.version));
            }
            let in_import = known.version == self.version;
            if in_import || !self.update {
                return Err(faults::other_policy(set, &known.record, in_import));
            }
            review_policy::delete(&mut self.changes, &known.record)?;
            outcome = Outcome::Updated;
        }
        review_policy::insert(&mut self.changes, set)?;
        self.carry_out_changes()?;
        Ok(outcome)
    }
}
