//! What a rule reports.

use super::rule::Severity;
use crate::corroboration::{PointKind, WeakestPoint};
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
    /// The points that it is about: those that a claim hangs on, or those that are alike.
    pub points: Vec<WeakestPoint>,
    /// Whether somebody has accepted it, with a reason.
    pub waived: bool,
}

impl Finding {
    /// The same about this source.
    pub(super) fn on(mut self, source: &Key) -> Self {
        self.source = Some(source.clone());
        self
    }

    /// The same with a point more.
    pub(super) fn point(mut self, kind: PointKind, name: impl Into<String>) -> Self {
        self.points.push(WeakestPoint { kind, name: name.into() });
        self
    }
}
