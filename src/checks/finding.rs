//! What a rule reports.

use super::rule::Severity;
use crate::corroboration::WeakestPoint;
use crate::domain::Key;

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The name of the rule.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// The claim it is about, if it is about one.
    pub claim: Option<Key>,
    /// The source it is about, if it is about one.
    pub source: Option<Key>,
    /// What was found, as a sentence without a full stop.
    pub message: String,
    /// The points that the claim hangs on, where the finding is about that.
    pub points: Vec<WeakestPoint>,
    /// Whether somebody has accepted it, with a reason.
    pub waived: bool,
}
