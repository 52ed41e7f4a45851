//! `unestablished-independence`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::corroboration::Level;

/// A claim whose sources may or may not be independent.
pub(super) const RULE: Rule = Rule {
    name: "unestablished-independence",
    severity: Severity::Info,
    summary: "a claim whose sources are not known to be independent",
    documentation: "\
What it finds
  A claim with several sources that share nothing that is known of, but too few of them are known to
  be first-hand: where the others have it from, nobody has looked into, or all of them are unnamed.

Why it matters
  Sources of unknown origin often turn out to have the same one. Until that is settled the claim
  only seems to be corroborated.

How to mend it
  Find out where each source has it from. If it is first-hand: twosource source edit SOURCE
  --lineage original. If it comes from another: twosource source derive SOURCE --from ORIGIN, or,
  for this one statement, twosource citation edit NUMBER --attributed-to ORIGIN

Example
  A newspaper and a document say the same, and the newspaper does not tell where it has it from.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    if subject.level.level != Level::Apparent {
        return None;
    }
    let sources = subject.level.sources;
    let message =
        format!("its {sources} sources share nothing known, but are not shown to be independent");
    Some(RULE.finding(subject, message))
}
