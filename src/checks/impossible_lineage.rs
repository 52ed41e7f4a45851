//! `impossible-lineage`

use super::rule::{Look, Rule, Severity};
use super::{Entry, Finding, Library};
use crate::corroboration::PointKind;
use crate::domain::Source;

/// A source that is older than what it comes from.
pub(super) const RULE: Rule = Rule {
    name: "impossible-lineage",
    severity: Severity::Error,
    summary: "a source that is dated before what it is said to come from",
    documentation: "\
What it finds
  A source whose date is before the date of a source that it is said to come from. Dates that are
  only roughly known count as the earliest or latest day that they can mean.

Why it matters
  Nothing can report what did not exist yet: a date is wrong, or the two are the other way round.

How to mend it
  Look both dates up: twosource source show SOURCE
  Correct the date: twosource source edit SOURCE --issued 2017-09-10
  Or the lineage: twosource source derive SOURCE --from ORIGIN --remove

Example
  An article of 2015 is said to report a study of 2017.
",
    looks: &[Look::Source(find)],
};

fn find(entry: &Entry, library: &Library) -> Option<Finding> {
    let source = &entry.source;
    let origins = entry.origins.iter().map(|row| &library.at(row.place).source);
    let mut later: Vec<&Source> = origins.filter(|origin| is_before(source, origin)).collect();
    later.dedup_by_key(|origin| &origin.key);
    let date =
        |source: &Source| source.issued.as_ref().map_or_else(String::new, ToString::to_string);
    let named: Vec<String> =
        later.iter().map(|origin| format!("{} ({})", origin.key, date(origin))).collect();
    if named.is_empty() {
        return None;
    }
    let message =
        format!("dated {}, but comes from what is later: {}", date(source), named.join(", "));
    let finding = RULE.elsewhere(message).on(&source.key);
    let finding = finding.point(PointKind::Source, source.key.as_str());
    let points = later.iter().map(|origin| origin.key.as_str());
    Some(points.fold(finding, |finding, key| finding.point(PointKind::Source, key)))
}

/// Whether the one is older than the other, whatever their dates mean.
fn is_before(source: &Source, origin: &Source) -> bool {
    let latest = source.issued.as_ref().and_then(|date| date.bounds().1);
    let earliest = origin.issued.as_ref().and_then(|date| date.bounds().0);
    latest.zip(earliest).is_some_and(|(latest, earliest)| earliest > latest)
}
