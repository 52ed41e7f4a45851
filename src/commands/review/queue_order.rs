//! The claims to be reviewed with what was found about each, the worst first.

use std::cmp::Reverse;

use crate::checks::{Case, Finding, Selection, Severity};
use crate::commands::check::survey_with;
use crate::commands::export::claim_order::by_place_of;
use crate::corroboration::ClaimLevel;
use crate::domain::{
    Claim, Consensus, Judged, Review, ReviewPolicy, ReviewState, bars, same_person,
};
use crate::error::Result;
use crate::store::Store;

/// A claim in the queue, with all by which it is placed there.
#[derive(Debug, Clone)]
pub(crate) struct QueuedClaim {
    /// The claim.
    pub(crate) claim: Claim,
    /// What its evidence amounts to.
    pub(crate) level: ClaimLevel,
    /// What was found about it and nobody has accepted, the gravest first.
    pub(crate) findings: Vec<Finding>,
    /// Its reviews, in the order in which they were entered.
    pub(crate) reviews: Vec<Judged<Review>>,
    /// Who is to review it.
    pub(crate) assigned_to: Vec<String>,
    policy: ReviewPolicy,
}

impl QueuedClaim {
    fn new(case: &Case, findings: &[Finding]) -> Self {
        QueuedClaim {
            claim: case.claim.clone(),
            level: case.level.clone(),
            findings: findings.iter().filter(|finding| !finding.waived).cloned().collect(),
            reviews: case.reviews.clone(),
            assigned_to: Vec::new(),
            policy: case.policy,
        }
    }

    /// What its reviews come to.
    pub(crate) fn consensus(&self) -> Consensus<'_> {
        Consensus::new(&self.reviews, self.claim.logged_by.as_deref(), self.policy)
    }

    /// Whether it still needs a look, and this person may and has not judged it as it is. Where reviewers
    /// disagree, it needs one by each of them too: nothing but a look by one of them settles it.
    pub(crate) fn needs_a_look_by(&self, person: &str) -> bool {
        let consensus = self.consensus();
        let is_their_turn =
            consensus.state == ReviewState::Disagreed || consensus.counting_of(person).is_none();
        consensus.state != ReviewState::Agreed
            && is_their_turn
            && !bars(self.policy, self.claim.logged_by.as_deref(), person)
    }

    /// Whether this person is to review it.
    pub(crate) fn is_assigned_to(&self, person: &str) -> bool {
        self.assigned_to.iter().any(|name| same_person(name, person))
    }

    fn gravest(&self) -> Option<Severity> {
        self.findings.iter().map(|finding| finding.severity).max()
    }
}

/// The claims that are wanted: those with the gravest findings first, of these the ones of the highest
/// priority, of these in the order in which their works make them.
///
/// One pass over the casebook, as `check` makes it; what is not wanted is not kept.
pub(crate) fn load(
    store: &Store,
    mut is_wanted: impl FnMut(&QueuedClaim) -> bool,
) -> Result<Vec<QueuedClaim>> {
    let mut assigned = store.reviewers_by_claim()?;
    let mut queue = Vec::new();
    survey_with(store, Selection::new(&[], &[])?, &[], &mut |case, findings| {
        let mut queued = QueuedClaim::new(case, findings);
        queued.assigned_to = assigned.remove(&case.claim.key).unwrap_or_default();
        if is_wanted(&queued) {
            queue.push(queued);
        }
    })?;
    by_place_of(&mut queue, |queued| &queued.claim, None);
    queue.sort_by_key(|queued| (Reverse(queued.gravest()), queued.claim.priority));
    Ok(queue)
}
