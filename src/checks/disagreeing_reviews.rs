//! `disagreeing-reviews`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::domain::ReviewState;

/// A claim that reviewers judge differently.
pub(super) const RULE: Rule = Rule {
    name: "disagreeing-reviews",
    severity: Severity::Warning,
    summary: "a claim on which its reviewers disagree",
    documentation: "\
What it finds
  A claim to which two reviewers give different verdicts on the same evidence. Of each reviewer the
  latest review counts, and only while the claim, its citations and the sources behind them are what
  they were; one by who logged the claim does not where the casebook says so.

Why it matters
  No verdict stands until they agree. Whoever prints the claim takes a side without saying so.

How to mend it
  See who said what and why: twosource claim show CLAIM
  Let them talk; then whoever has changed their mind judges anew:
  twosource review CLAIM --verdict refuted --note \"…\"

Example
  One reviewer takes a minister's denial for enough to refute the claim, the other does not.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let found = &subject.consensus;
    let disagree = found.state == ReviewState::Disagreed;
    disagree.then(|| RULE.about(subject, found.disagreement()))
}
