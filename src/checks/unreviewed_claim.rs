//! `unreviewed-claim`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};

/// A claim that nobody has judged.
pub(super) const RULE: Rule = Rule {
    name: "unreviewed-claim",
    severity: Severity::Info,
    summary: "a claim that nobody has reviewed",
    documentation: "\
What it finds
  A claim without a review.

Why it matters
  The evidence is gathered, but nobody has said what follows from it.

How to mend it
  Judge it, and record that as a row of reviews.csv (claim, reviewer, verdict, reviewed_at) in a
  case folder: twosource import FOLDER

Example
  A claim was logged yesterday and has two citations; the reviewer has not come to it yet.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let reviewed = !subject.case.reviews.is_empty();
    (!reviewed).then(|| RULE.about(subject, "nobody has reviewed it".to_owned()))
}
