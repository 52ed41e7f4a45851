//! What a rule is.

use super::finding::Finding;
use super::library::{Entry, Library};
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
    pub(super) looks: &'static [Look],
}

/// One way in which a rule looks at the casebook.
pub(super) enum Look {
    /// At a claim with its evidence, for at most one finding.
    Claim(fn(&Subject<'_>) -> Option<Finding>),
    /// At a claim and each thing it rests on.
    Evidence(fn(&Subject<'_>) -> Vec<Finding>),
    /// At a source and where it comes from.
    Source(fn(&Entry, &Library) -> Option<Finding>),
    /// At all sources together.
    Library(fn(&Library) -> Vec<Finding>),
}

impl Rule {
    /// The headings that every documentation has, in this order.
    pub const HEADINGS: [&'static str; 4] =
        ["What it finds", "Why it matters", "How to mend it", "Example"];

    /// Whether it looks at claims, so that a finding can be waived.
    pub fn is_about_claims(&self) -> bool {
        self.looks.iter().any(|look| matches!(look, Look::Claim(_) | Look::Evidence(_)))
    }

    /// Looks at one claim.
    pub fn look_at(&self, subject: &Subject<'_>) -> Vec<Finding> {
        let mut findings = Vec::new();
        for look in self.looks {
            match look {
                Look::Claim(find) => findings.extend(find(subject)),
                Look::Evidence(find) => findings.extend(find(subject)),
                Look::Source(_) | Look::Library(_) => {}
            }
        }
        if !findings.is_empty() {
            self.mark_waived(subject, &mut findings);
        }
        findings
    }

    /// Looks at the sources, each for itself and all together.
    pub fn look_through(&self, library: &Library) -> Vec<Finding> {
        let mut findings = Vec::new();
        for look in self.looks {
            match look {
                Look::Source(find) => {
                    let entries = library.entries().iter();
                    findings.extend(entries.filter_map(|entry| find(entry, library)));
                }
                Look::Library(find) => findings.extend(find(library)),
                Look::Claim(_) | Look::Evidence(_) => {}
            }
        }
        findings
    }

    /// A waiver accepts the findings as long as the evidence is what it was given for.
    fn mark_waived(&self, subject: &Subject<'_>, findings: &mut [Finding]) {
        let mut waivers = subject.case.waivers.iter();
        let Some(judged) = waivers.find(|judged| judged.record.rule == self.name) else {
            return;
        };
        let waiver = &judged.record;
        for finding in findings {
            finding.waived = judged.ended.is_none();
            if let Some(ended) = &judged.ended {
                finding.message.push_str(&format!(
                    " (its waiver of {} by {} has ended: {ended})",
                    waiver.waived_at.day(),
                    waiver.actor
                ));
            }
        }
    }

    /// A finding about what a claim hangs on.
    pub(super) fn finding(&self, subject: &Subject<'_>, message: String) -> Finding {
        let points = subject.level.weakest_points.clone();
        Finding { points, ..self.about(subject, message) }
    }

    /// A finding about something else of a claim.
    pub(super) fn about(&self, subject: &Subject<'_>, message: String) -> Finding {
        Finding { claim: Some(subject.claim.key.clone()), ..self.elsewhere(message) }
    }

    /// A finding that is about no claim.
    pub(super) fn elsewhere(&self, message: String) -> Finding {
        Finding {
            rule: self.name,
            severity: self.severity,
            claim: None,
            source: None,
            message,
            points: Vec::new(),
            waived: false,
        }
    }
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rule").field("name", &self.name).finish_non_exhaustive()
    }
}
