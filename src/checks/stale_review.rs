//! `stale-review`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};

/// A review of what has changed since.
pub(super) const RULE: Rule = Rule {
    name: "stale-review",
    severity: Severity::Warning,
    summary: "a claim that has changed since it was reviewed",
    documentation: "\
What it finds
  A claim where the claim itself, a citation of it, or a source behind it is not what it was at its
  latest review. A change that was taken back does not count, nor do notes, tags and the like. A
  review by who logged the claim is not looked at where the casebook asks for others.

Why it matters
  The verdict was about other evidence. It may still be right, but nobody has looked.

How to mend it
  Look at what has changed: twosource review diff CLAIM
  Then judge it anew: twosource review CLAIM --verdict supported

Example
  The claim was found to be supported on Monday; on Tuesday one of its sources was retracted.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let found = subject.consensus();
    let latest =
        found.counting.iter().chain(&found.outdated).max_by_key(|judged| judged.given())?;
    let ended = latest.ended.as_ref()?;
    let review = &latest.record;
    let message =
        format!("{ended}, after the review of {} by {}", review.reviewed_at.day(), review.reviewer);
    Some(RULE.about(subject, message))
}
