//! `contested-claim`

use std::collections::BTreeSet;

use super::rule::{Look, Rule, Severity};
use super::words::keys;
use super::{Finding, Subject};
use crate::domain::{Key, Stance};

/// A claim for and against which there is evidence.
pub(super) const RULE: Rule = Rule {
    name: "contested-claim",
    severity: Severity::Warning,
    summary: "a claim that some sources support and others dispute",
    documentation: "\
What it finds
  A claim that is supported and that another source disputes. On either side only what can count is
  looked at: not what was withdrawn, retracted or overturned, nor what comes from such a source
  alone. A work in which the claim is made is no support for it, but may well dispute it.

Why it matters
  Somebody is wrong. A text that tells only one side misleads, even if that side is right.

How to mend it
  Find out why they differ, and tell both sides in the text; then record the judgement, and accept
  the finding:
  twosource review CLAIM --verdict conflicting-evidence
  twosource waive CLAIM contested-claim --reason \"…\"

Example
  A report says that the meeting took place in 1990, another that it was 1992.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let standing = |stance: Stance| -> BTreeSet<&Key> {
        let cited = subject.citations.iter().filter(|cited| cited.citation.stance == stance);
        let counting = cited.filter(|cited| cited.trail.supports());
        counting.map(|cited| &cited.trail.cited().source.key).collect()
    };
    let (supporting, disputing) = (standing(Stance::Supports), standing(Stance::Disputes));
    if supporting.is_empty() || disputing.is_empty() {
        return None;
    }
    let message = format!("supported by {}, disputed by {}", keys(supporting), keys(disputing));
    Some(RULE.about(subject, message))
}
