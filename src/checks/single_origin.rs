//! `single-origin`

use super::rule::{Look, Rule, Severity};
use super::words::named;
use super::{Finding, Subject};
use crate::corroboration::Level;

/// A claim whose sources are really one.
pub(super) const RULE: Rule = Rule {
    name: "single-origin",
    severity: Severity::Warning,
    summary: "a claim whose several sources are really one",
    documentation: "\
What it finds
  A claim that several sources support, all of which have it from the same place: one wire report,
  one document, one official, or one page that was logged twice.

Why it matters
  Ten papers that carry one report are one source. Discredit that one, and all ten fall with it.

How to mend it
  Find a source that has it from somewhere else, and cite it. If two sources were taken for
  dependent by mistake, correct where they come from: twosource source show SOURCE

Example
  A letter, and the government release that publishes the letter, both cited for what it says.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    if subject.level.level != Level::SingleOrigin {
        return None;
    }
    let sources = subject.level.sources;
    let points = named(&subject.level.weakest_points);
    Some(
        RULE.finding(
            subject,
            format!("its {sources} sources are really one; all hang on {points}"),
        ),
    )
}
