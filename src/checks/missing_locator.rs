//! `missing-locator`

use super::rule::{Look, Rule, Severity};
use super::subject::Cited;
use super::{Finding, Subject};
use crate::domain::{Kind, is_nameless_stand_in};

/// A citation that does not say where in the source.
pub(super) const RULE: Rule = Rule {
    name: "missing-locator",
    severity: Severity::Info,
    summary: "a citation that does not say where in the source",
    documentation: "\
What it finds
  A citation without a page, paragraph, minute or other place in the source. Posts, e-mails,
  pictures, testimonies and programs, which have no such places, are left alone; so are what is
  cited as background, and stand-ins for confidential sources, of which no place is told.

Why it matters
  Whoever checks the claim next has to read the whole source, and a footnote needs the place.

How to mend it
  Look the place up: twosource citation list --claim CLAIM, then
  twosource citation edit NUMBER --locator \"page 12\"

Example
  A report of 500 pages is cited as a whole.
",
    looks: &[Look::Evidence(find)],
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let unplaced = subject
        .weighty()
        .filter(|cited| cited.citation.locator.is_none() && !is_withheld(subject, cited));
    let sources = unplaced.map(|cited| &cited.trail.cited().source);
    let sources = sources.filter(|source| has_places(source.kind));
    let finding = |source: &crate::domain::Source| {
        RULE.about(subject, format!("nothing says where in {}", source.key)).on(&source.key)
    };
    sources.map(finding).collect()
}

/// Whether a citation comes from a stand-in, so that its place is not told.
fn is_withheld(subject: &Subject<'_>, cited: &Cited<'_>) -> bool {
    let origins = cited.citation.attributed_to.iter();
    let origins = origins.filter_map(|key| subject.library.place(key));
    let entries = origins.map(|place| subject.library.at(place)).chain([cited.trail.cited()]);
    entries.into_iter().any(|entry| is_nameless_stand_in(&entry.source))
}

fn has_places(kind: Kind) -> bool {
    !matches!(kind, Kind::SocialPost | Kind::Email | Kind::Image | Kind::Testimony | Kind::Software)
}
