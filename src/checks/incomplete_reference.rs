//! `incomplete-reference`

use super::required_fields::missing;
use super::rule::{Look, Rule, Severity};
use super::{Entry, Finding, Library};
use crate::domain::is_nameless_stand_in;

/// A source that cannot be cited properly yet.
pub(super) const RULE: Rule = Rule {
    name: "incomplete-reference",
    severity: Severity::Info,
    summary: "a source that lacks what a proper reference needs",
    documentation: "\
What it finds
  A source without something that a reference to this kind of source needs: a book without
  publisher, a ruling without court or number, an article without date.

Why it matters
  Readers cannot find what is not named in full, and the bibliography shows the gap.

How to mend it
  Look the missing facts up and add them: twosource source edit SOURCE --issued 2017-09-10
  The other flags: twosource source edit --help

Example
  A newspaper article was logged with its title, but without the newspaper.
",
    looks: &[Look::Source(find)],
};

fn find(entry: &Entry, _: &Library) -> Option<Finding> {
    let missing = missing(&entry.source);
    if missing.is_empty() || is_nameless_stand_in(&entry.source) {
        return None;
    }
    let kind = entry.source.kind;
    let message = format!("a reference to this {kind} lacks {}", missing.join(", "));
    Some(RULE.elsewhere(message).on(&entry.source.key))
}
