//! What rules look at: one claim with its evidence.

use crate::corroboration::ClaimLevel;
use crate::domain::{Citation, Claim, LineageState};

/// A citation with what matters of its source.
#[derive(Debug, Clone)]
pub struct CitedSource {
    /// The citation.
    pub citation: Citation,
    /// The lineage state of the source.
    pub lineage: LineageState,
    /// Whether the source has fallen.
    pub fallen: bool,
}

/// A claim with its evidence, as it is handed to each rule.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// What its evidence amounts to.
    pub level: &'a ClaimLevel,
    /// Its citations, of every stance.
    pub citations: &'a [CitedSource],
    /// The names of the rules that are waived for it.
    pub waived: &'a [String],
}
