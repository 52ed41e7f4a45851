//! What a rule is.

use super::finding::Finding;
use super::subject::Subject;
use crate::domain::closed_list::closed_list;

closed_list! {
    /// How grave a finding is.
    Severity, "severity", {
        /// Worth knowing.
        Info = "info",
        /// To be looked into before the text is printed.
        Warning = "warning",
        /// Wrong.
        Error = "error",
    }
}

/// A rule: a name that reads well after "allow", how grave its findings are, and its code.
pub struct Rule {
    /// The name, as in `check --rule NAME`.
    pub name: &'static str,
    /// How grave its findings are.
    pub severity: Severity,
    /// What it finds, in one line.
    pub summary: &'static str,
    /// What it finds, why that matters, how to mend it, and an example: what `rule NAME` prints.
    /// Has the headings of [`Rule::HEADINGS`], each on a line of its own.
    pub documentation: &'static str,
    pub(super) find: fn(&Subject<'_>) -> Option<Finding>,
}

impl Rule {
    /// The headings that every documentation has, in this order.
    pub const HEADINGS: [&'static str; 4] =
        ["What it finds", "Why it matters", "How to mend it", "Example"];

    /// Looks at one claim.
    pub fn look_at(&self, subject: &Subject<'_>) -> Option<Finding> {
        let mut finding = (self.find)(subject)?;
        finding.waived = subject.waived.iter().any(|name| name == self.name);
        Some(finding)
    }

    pub(super) fn finding(&self, subject: &Subject<'_>, message: String) -> Finding {
        Finding {
            rule: self.name,
            severity: self.severity,
            claim: Some(subject.claim.key.clone()),
            source: None,
            message,
            points: subject.level.weakest_points.clone(),
            waived: false,
        }
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rule").field("name", &self.name).finish_non_exhaustive()
    }
}
