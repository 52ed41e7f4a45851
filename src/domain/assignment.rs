//! Who is to review a claim.

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::timestamp::Timestamp;

/// That somebody is to review a claim. One row of `assignments.csv`; at most one for a claim and
/// reviewer, whoever assigned it first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Assignment {
    /// The claim.
    pub claim: Key,
    /// Who is to review it. Never empty.
    pub reviewer: String,
    /// Who said so. Never empty.
    pub assigned_by: String,
    /// When.
    pub assigned_at: Timestamp,
}
