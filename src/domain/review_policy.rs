//! What a casebook asks for before a verdict stands.

use serde::{Deserialize, Serialize};

/// How many reviewers have to agree on a claim, and who may be one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct ReviewPolicy {
    /// How many reviewers have to give the same verdict; one at least.
    pub required: u32,
    /// Whether who logged a claim is no reviewer of it.
    pub not_by_logger: bool,
}

impl Default for ReviewPolicy {
    fn default() -> Self {
        ReviewPolicy { required: 1, not_by_logger: false }
    }
}
