//! `unsupported-claim`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::corroboration::Level;

/// A claim that nothing supports.
pub(super) const RULE: Rule = Rule {
    name: "unsupported-claim",
    severity: Severity::Warning,
    summary: "a claim that no source supports",
    documentation: "\
What it finds
  A claim for which there is no evidence: nobody is cited for it, or only works that cannot count:
  sources that were withdrawn, retracted or overturned, and the works that make the claim.

Why it matters
  The statement stands on the word of the text alone. If it is challenged, there is nothing to show.

How to mend it
  Find where the statement comes from and cite it: twosource cite CLAIM SOURCE
  If there is nothing to be found, say so in the text, or leave the statement out.

Example
  \"The bombings killed 223 people\" stands in the article without a source.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    if subject.level.level != Level::Unsupported {
        return None;
    }
    Some(RULE.finding(subject, reason(subject).to_owned()))
}

fn reason(subject: &Subject<'_>) -> &'static str {
    let mut supporting = subject.supporting().peekable();
    if supporting.peek().is_none() {
        return if subject.citations.is_empty() {
            "no source is cited for it"
        } else {
            "none of the sources cited supports it"
        };
    }
    if supporting.all(|cited| cited.trail.cited().source.standing.is_fallen()) {
        "every source that supports it was withdrawn, retracted or overturned"
    } else {
        "what is cited for it cannot count: it leads only to works that make the claim, to fallen \
         sources, or round in a circle"
    }
}
