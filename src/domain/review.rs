//! Reviews and waivers: dated, signed judgements on a claim.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::key::Key;
use super::pin::{Ended, Pin};
use super::timestamp::Timestamp;
use super::words::Verdict;

/// What a reviewer found of a claim. One row of `reviews.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Review {
    /// The claim.
    pub claim: Key,
    /// Who judged. Never empty.
    pub reviewer: String,
    /// What was found.
    pub verdict: Verdict,
    /// When.
    pub reviewed_at: Timestamp,
    /// Why.
    pub note: Option<String>,
    /// What it was given for.
    #[serde(default, skip_serializing_if = "Pin::is_entered")]
    pub pin: Pin,
}

/// A signed reason to accept a finding. One row of `waivers.csv`; at most one for a claim and rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Waiver {
    /// The claim.
    pub claim: Key,
    /// The name of the check.
    pub rule: String,
    /// Who accepted the finding. Never empty.
    pub actor: String,
    /// Why. Never empty.
    pub reason: String,
    /// When.
    pub waived_at: Timestamp,
    /// What it was given for.
    #[serde(default, skip_serializing_if = "Pin::is_entered")]
    pub pin: Pin,
}

impl Review {
    /// Whether the two are one judgement, whatever each was given for.
    pub fn is_same(&self, other: &Review) -> bool {
        self.unpinned() == other.unpinned()
    }

    /// What was judged, without what it was given for.
    pub fn unpinned(&self) -> Review {
        Review { pin: Pin::Entered, ..self.clone() }
    }
}

impl Waiver {
    /// Whether the two are one judgement, whatever each was given for.
    pub fn is_same(&self, other: &Waiver) -> bool {
        self.unpinned() == other.unpinned()
    }

    /// What was accepted, without what it was given for.
    pub fn unpinned(&self) -> Waiver {
        Waiver { pin: Pin::Entered, ..self.clone() }
    }
}

/// A judgement, and whether it still holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Judged<T> {
    /// The number of the row.
    pub id: i64,
    /// The judgement.
    pub record: T,
    /// Since when and why it does not hold any more, if so.
    pub ended: Option<Ended>,
}

impl Judged<Review> {
    /// When it was given, to be compared; of those given in one moment the later was entered later. A
    /// day alone is its first instant.
    pub fn given(&self) -> (DateTime<Utc>, i64) {
        (self.record.reviewed_at.span().0, self.id)
    }
}
