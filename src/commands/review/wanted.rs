//! Which claims of the review queue are wanted.

use clap::Args;

use super::queue_order::QueuedClaim;
use crate::commands::values::one_of;
use crate::domain::{ReviewState, Verdict};

/// Which claims are wanted; where nothing is said but `--mine`, those that need a look.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Wanted {
    /// Only claims that are assigned to you
    #[arg(long)]
    pub(crate) mine: bool,

    /// Only claims whose evidence has changed since their review
    #[arg(long)]
    pub(crate) stale: bool,

    /// Only claims in this state of review, also those that need no look; may be given several times
    #[arg(long = "state", value_name = "STATE",
          value_parser = one_of(ReviewState::ALL, ReviewState::as_str))]
    pub(crate) states: Vec<ReviewState>,
}

impl Wanted {
    /// Whether claims are wanted for their state, and not for who is at work.
    pub(crate) fn is_about_states(&self) -> bool {
        self.stale || !self.states.is_empty()
    }

    /// Whether this claim is wanted by who is at work.
    pub(crate) fn wants(&self, queued: &QueuedClaim, actor: &str) -> bool {
        let mine = !self.mine || queued.is_assigned_to(actor);
        mine && (if self.is_about_states() {
            self.wants_state_of(queued)
        } else {
            queued.needs_a_look_by(actor)
        })
    }

    /// What is said where no claim is wanted.
    pub(crate) fn none_in_words(&self, actor: &str) -> String {
        if self.is_about_states() {
            return "no claim is like that".to_owned();
        }
        if self.mine {
            return format!("no claim that is assigned to {actor} needs a look by {actor}");
        }
        format!("no claim needs a look by {actor}")
    }

    /// Whether the claim is in one of the states.
    pub(crate) fn wants_state_of(&self, queued: &QueuedClaim) -> bool {
        let consensus = queued.consensus();
        let is_agreed = consensus.state == ReviewState::Agreed;
        let is_stale = !consensus.outdated.is_empty() && !is_agreed;
        (self.stale && is_stale) || self.states.contains(&consensus.state)
    }
}

/// The verdicts of a list, beside what else is wanted.
#[derive(Debug, Clone, Default, Args)]
pub(crate) struct Verdicts {
    /// Only claims of which a review that counts gives this verdict; may be given several times
    #[arg(long = "verdict", value_name = "VERDICT",
          value_parser = one_of(Verdict::ALL, Verdict::as_str))]
    pub(crate) verdicts: Vec<Verdict>,
}
