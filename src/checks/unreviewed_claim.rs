//! `unreviewed-claim`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::domain::ReviewState;

/// A claim that too few have judged.
pub(super) const RULE: Rule = Rule {
    name: "unreviewed-claim",
    severity: Severity::Info,
    summary: "a claim that too few people have reviewed",
    documentation: "\
What it finds
  A claim without a review, or with fewer reviewers than the casebook asks for. A review by who
  logged the claim does not count where the casebook says so: twosource review set --not-by-logger

Why it matters
  The evidence is gathered, but nobody has said what follows from it.

How to mend it
  Look at it: twosource claim show CLAIM
  Then judge it: twosource review CLAIM --verdict supported --note \"…\"
  What waits for you: twosource review list

Example
  A claim was logged yesterday and has two citations; the reviewer has not come to it yet.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let found = &subject.consensus;
    match found.state {
        ReviewState::Unreviewed | ReviewState::InReview => {
            Some(RULE.about(subject, found.in_words()))
        }
        ReviewState::Agreed | ReviewState::Disagreed | ReviewState::Stale => None,
    }
}
