//! `self-review`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::domain::same_person;

/// A claim that was judged by who logged it.
pub(super) const RULE: Rule = Rule {
    name: "self-review",
    severity: Severity::Warning,
    summary: "a claim that only who logged it has reviewed",
    documentation: "\
What it finds
  A claim all of whose reviews are by the person who logged it.

Why it matters
  Nobody sees their own slips. A review is a second pair of eyes.

How to mend it
  Have somebody else review it: twosource claim assign CLAIM NAME
  So that it cannot happen: twosource review set --not-by-logger

Example
  On a small desk the researcher has also signed the verdict.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let logger = subject.claim.logged_by.as_deref()?;
    let reviews = &subject.case.reviews;
    let own = |reviewer: &str| same_person(reviewer, logger);
    if reviews.is_empty() || !reviews.iter().all(|review| own(&review.record.reviewer)) {
        return None;
    }
    Some(RULE.about(subject, format!("{logger} logged it and is the only one who has reviewed it")))
}
