//! What a casebook asks for before a verdict stands.

use std::fmt;
use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

use super::timestamp::Timestamp;
use crate::error::{Error, Result, shortened};

/// How many reviewers have to agree on a claim, and who may be one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReviewPolicy {
    /// How many reviewers have to give the same verdict; one of [`ReviewPolicy::REQUIRED`].
    pub required: u32,
    /// Whether who logged a claim is no reviewer of it.
    pub not_by_logger: bool,
}

impl ReviewPolicy {
    /// How many reviewers can be asked for.
    pub const REQUIRED: RangeInclusive<u32> = 1..=9;

    /// Reads how many reviewers are asked for, as a user writes it.
    ///
    /// # Errors
    /// It is no such number.
    pub fn read_required(text: &str) -> Result<u32> {
        let number = text.trim().parse().ok().filter(|number| Self::REQUIRED.contains(number));
        number.ok_or_else(|| {
            Error::invalid(format!("`{}` is no number of reviewers", shortened(text.trim())))
                .hint("say how many must agree, from 1 to 9")
        })
    }
}

/// In words: "2 reviewers must agree, none of them who logged the claim".
impl fmt::Display for ReviewPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.required, self.not_by_logger) {
            (1, false) => f.write_str("one reviewer is enough, whoever that is"),
            (1, true) => f.write_str("one reviewer is enough, but not who logged the claim"),
            (required, false) => write!(f, "{required} reviewers must agree, whoever they are"),
            (required, true) => {
                write!(f, "{required} reviewers must agree, none of them who logged the claim")
            }
        }
    }
}

impl Default for ReviewPolicy {
    fn default() -> Self {
        ReviewPolicy { required: 1, not_by_logger: false }
    }
}

/// What was said of reviewing in a casebook. The row of `review_policy.csv`; without it the policy is
/// [`ReviewPolicy::default`].
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReviewPolicySetting {
    /// What is asked for.
    #[serde(flatten)]
    pub policy: ReviewPolicy,
    /// Who said so. Never empty.
    pub actor: String,
    /// When.
    pub set_at: Timestamp,
}
