//! Sources of a certain standing among all that lies behind the citations of a claim.

use std::collections::HashSet;

use super::rule::Rule;
use super::{Finding, Subject};
use crate::corroboration::PointKind;
use crate::domain::Standing;

/// A finding for each source of such a standing, with the way that leads to it.
pub(super) fn with_standing(
    rule: &Rule,
    subject: &Subject<'_>,
    is_such: impl Fn(Standing) -> bool,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut seen = HashSet::new();
    for cited in subject.weighty() {
        for (number, step) in cited.trail.steps.iter().enumerate() {
            let source = &step.entry.source;
            if !is_such(source.standing) || !seen.insert(source.key.as_str()) {
                continue;
            }
            let (key, standing) = (&source.key, source.standing);
            let message = if number == 0 {
                format!("{key}, which is cited for it, was {standing}")
            } else {
                let way = cited.trail.way_to(number);
                format!("what is cited for it goes back to {key}, which was {standing}: {way}")
            };
            let finding = rule.about(subject, message).on(key);
            findings.push(finding.point(PointKind::Source, key.as_str()));
        }
    }
    findings
}
