//! `anonymous-only`

use std::collections::BTreeSet;

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::corroboration::PointKind;
use crate::domain::Credit;

/// A claim for which nobody stands with a name.
pub(super) const RULE: Rule = Rule {
    name: "anonymous-only",
    severity: Severity::Warning,
    summary: "a claim that only people without a name bear out",
    documentation: "\
What it finds
  A claim where every voice on every way to an origin is unnamed: officials, insiders, witnesses
  whose names are withheld.

Why it matters
  Nobody can be asked, and nobody answers for it. Two unnamed people may also be one.

How to mend it
  Find a source that stands for it by name, or a document, and cite it: twosource cite CLAIM SOURCE
  If a name has become known: twosource source edit SOURCE --creator \"speaker: Family, Given\"

Example
  Two newspapers quote a senior official on condition that he is not named.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    // A document without a voice stands for itself.
    if subject
        .supporting()
        .any(|cited| cited.trail.supports() && cited.trail.voices().next().is_none())
    {
        return None;
    }
    let voices: Vec<&Credit> =
        subject.supporting().flat_map(|cited| cited.trail.voices()).collect();
    if voices.is_empty() || voices.iter().any(|credit| !credit.unnamed) {
        return None;
    }
    let names: BTreeSet<String> = voices.iter().map(|credit| credit.name.voice()).collect();
    let listed = names.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    let finding = RULE.about(subject, format!("nobody stands for it by name, only {listed}"));
    Some(names.into_iter().fold(finding, |finding, name| finding.point(PointKind::Voice, name)))
}
