//! `similar-voices`

use std::collections::BTreeMap;

use super::alike::pairs;
use super::rule::{Look, Rule, Severity};
use super::words::quoted;
use super::{Finding, Library};
use crate::corroboration::PointKind;
use crate::domain::Name;

/// Two names that look like one person.
pub(super) const RULE: Rule = Rule {
    name: "similar-voices",
    severity: Severity::Info,
    summary: "two names that look like those of one person",
    documentation: "\
What it finds
  Two names behind sources that differ only in accents, order, titles, initials, one letter, or the
  way in which a foreign name is spelt, also where they are in different scripts; and a body and its
  initials. Names that differ as those of two relatives do are left alone.

Why it matters
  Names decide levels: somebody who is spelt in two ways looks like two people, and a claim that
  rests on that one person looks corroborated.

How to mend it
  If they are one, make one of them: twosource creator merge \"KEPT\" \"OTHER\"
  If they are two, say so, and check does not ask again: twosource creator distinct \"A\" \"B\"

Example
  \"Larijani, Mohammad-Javad\" in one source, \"Larijani, Muhammad Javad\" in another.
",
    looks: &[Look::Library(find)],
};

fn find(library: &Library) -> Vec<Finding> {
    // In the order of the names, so that the same casebook gives the same list.
    let mut voices: BTreeMap<String, (&Name, usize)> = BTreeMap::new();
    for entry in library.entries() {
        let credits = entry.source.creators.iter();
        for credit in credits.filter(|credit| credit.role.is_voice() && !credit.unnamed) {
            voices.entry(credit.name.voice()).or_insert((&credit.name, 0)).1 += 1;
        }
    }
    let voices: Vec<(&Name, usize)> = voices.into_values().collect();
    let names: Vec<&Name> = voices.iter().map(|(name, _)| *name).collect();
    pairs(&names)
        .into_iter()
        .filter(|(one, other)| !library.are_distinct(names[*one].voice(), names[*other].voice()))
        .map(|(one, other)| finding(voices[one], voices[other]))
        .collect()
}

/// The name that more sources have is proposed to be kept.
fn finding(one: (&Name, usize), other: (&Name, usize)) -> Finding {
    let (kept, given_up) = if one.1 >= other.1 { (one.0, other.0) } else { (other.0, one.0) };
    let message = format!(
        "{kept} and {given_up} look like one; if they are: twosource creator merge {0} {1}; if they \
         are two: twosource creator distinct {0} {1}",
        quoted(kept.as_written()),
        quoted(given_up.as_written())
    );
    let finding = RULE.elsewhere(message).point(PointKind::Voice, kept.voice());
    finding.point(PointKind::Voice, given_up.voice())
}
