//! `superseded-source`

use super::behind::with_standing;
use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::domain::Standing;

/// A claim that rests on a source that a later version replaced.
pub(super) const RULE: Rule = Rule {
    name: "superseded-source",
    severity: Severity::Warning,
    summary: "a claim that rests on a source that was superseded",
    documentation: "\
What it finds
  A claim for or against which a source is cited that a later version has replaced, or whose
  source has what it says from such a one. What is cited as background is left alone.

Why it matters
  The later version may say something else: figures are revised, laws are amended.

How to mend it
  Look the statement up in the later version and cite that: twosource cite CLAIM SOURCE
  Then take the old one off: twosource citation list --claim CLAIM, and
  twosource citation remove NUMBER

Example
  The figure stands in the first release of a statistic; the release of the year after has
  another one.
",
    looks: &[Look::Evidence(find)],
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    with_standing(&RULE, subject, |standing| standing == Standing::Superseded)
}
