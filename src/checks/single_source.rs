//! `single-source`

use super::rule::{Look, Rule, Severity};
use super::words::named;
use super::{Finding, Subject};
use crate::corroboration::{Level, PointKind};
use crate::domain::{LineageState, Nature};

/// A claim that one source supports.
pub(super) const RULE: Rule = Rule {
    name: "single-source",
    severity: Severity::Warning,
    summary: "a claim that rests on one source",
    documentation: "\
What it finds
  A claim that is supported by one source only. A claim about what a record says (\"article 11
  says\", nature `record`) is left alone where the record itself is what it rests on.

Why it matters
  The two-source rule: if this one source errs, lies or takes its word back, nothing is left.

How to mend it
  Find a second source that does not have it from the first, and cite it:
  twosource cite CLAIM SOURCE
  Or say in the text whose word it is.

Example
  That Iran offered al-Qaeda leaders in exchange is known from one memoir.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    if subject.level.level != Level::SingleSource || is_read_off_the_record(subject) {
        return None;
    }
    let points = &subject.level.weakest_points;
    Some(RULE.finding(subject, format!("rests on one source; it hangs on {}", named(points))))
}

/// What a record says is settled by the record, where it is the record that counts: an original in
/// which the claim itself appears is cited too, but is no evidence.
fn is_read_off_the_record(subject: &Subject<'_>) -> bool {
    subject.claim.nature == Nature::Record
        && subject.supporting().any(|cited| {
            let source = &cited.trail.cited().source;
            source.lineage == LineageState::Original
                && !source.standing.is_fallen()
                && subject.level.weakest_points.iter().any(|point| {
                    point.kind == PointKind::Source && point.name == source.key.as_str()
                })
        })
}
