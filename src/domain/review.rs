//! Reviews and waivers: dated, signed judgements on a claim.

use serde::{Deserialize, Serialize};

use super::key::Key;
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
}
