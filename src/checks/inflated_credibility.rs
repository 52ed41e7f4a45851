//! `inflated-credibility`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::corroboration::Level;
use crate::domain::Credibility;

/// A credibility that the evidence does not bear out.
pub(super) const RULE: Rule = Rule {
    name: "inflated-credibility",
    severity: Severity::Warning,
    summary: "a citation with credibility 1 for a claim that is not corroborated",
    documentation: "\
What it finds
  A supporting citation whose credibility is 1, \"confirmed by other sources\", though the claim is
  not corroborated by independent sources.

Why it matters
  In the Admiralty code, 1 says that independent sources confirm it. Who reads the 1 will not ask
  for them.

How to mend it
  Give the credibility that the item has by itself: twosource citation list --claim CLAIM, then
  twosource citation edit NUMBER --credibility 2
  Or find the independent source, and cite it: twosource cite CLAIM SOURCE

Example
  A credible memoir got a 1, but nobody else tells of the meeting.
",
    looks: &[Look::Evidence(find)],
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let level = subject.level.level;
    if level == Level::Corroborated {
        return Vec::new();
    }
    let confirmed = subject
        .supporting()
        .filter(|cited| cited.citation.credibility == Some(Credibility::Confirmed));
    let finding = |cited: &super::subject::Cited<'_>| {
        let key = &cited.citation.source;
        let message =
            format!("{key} is rated 1, confirmed by other sources, but the claim is {level}");
        RULE.about(subject, message).on(key)
    };
    confirmed.map(finding).collect()
}
