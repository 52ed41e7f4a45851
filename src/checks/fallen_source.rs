//! `fallen-source`

use super::behind::with_standing;
use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};

/// A claim that rests on a source that was taken back.
pub(super) const RULE: Rule = Rule {
    name: "fallen-source",
    severity: Severity::Error,
    summary: "a claim that rests on a withdrawn, retracted or overturned source",
    documentation: "\
What it finds
  A claim for or against which a source is cited that was withdrawn, retracted or overturned, or
  whose source has what it says from such a one. What is cited as background is left alone.

Why it matters
  What was taken back is no evidence. Whoever repeats it repeats the mistake, and a reader who
  looks the source up finds that out first.

How to mend it
  Find another source and cite it: twosource cite CLAIM SOURCE
  Then take the fallen one off: twosource citation list --claim CLAIM, and
  twosource citation remove NUMBER
  If it is only told that the source existed: twosource citation edit NUMBER --stance context

Example
  A newspaper reports a study; the study was retracted a year later.
",
    looks: &[Look::Evidence(find)],
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    with_standing(&RULE, subject, |standing| standing.is_fallen())
}
