//! `duplicate-source`

use std::collections::{BTreeMap, HashMap, HashSet};

use super::rule::{Look, Rule, Severity};
use super::{Entry, Finding, Library};
use crate::corroboration::PointKind;
use crate::domain::{Source, may_be_of_one_day, shell_word, title_words};

/// Two records of what looks like one source.
pub(super) const RULE: Rule = Rule {
    name: "duplicate-source",
    severity: Severity::Info,
    summary: "two records that look like one source",
    documentation: "\
What it finds
  Two sources with the same DOI, ECLI or web address, or with the same title, first author and year,
  where nothing says that one comes from the other.

Why it matters
  One source that was logged twice looks like two. By the same address twosource knows them for one;
  by the same title it does not.

How to mend it
  If they are one, make one of them: twosource source merge OTHER --into KEPT
  If one carries the text of the other: twosource source derive SOURCE --from ORIGIN

Example
  An article was logged from the newspaper's page, and again from an archived copy.
",
    looks: &[Look::Library(find)],
};

fn find(library: &Library) -> Vec<Finding> {
    let mut known: HashSet<(usize, usize)> = HashSet::new();
    let mut findings = BTreeMap::new();
    let mut note = |first: usize, place: usize, why: String, identifier: Option<&str>| {
        let (one, other) = (library.at(first), library.at(place));
        if !are_related(library, first, place) && known.insert((first, place)) {
            findings.insert((place, first), finding(one, other, &why, identifier));
        }
    };
    let mut by_identifier: HashMap<&str, usize> = HashMap::new();
    for (place, entry) in library.entries().iter().enumerate() {
        for identifier in &entry.identifiers {
            let first = *by_identifier.entry(identifier).or_insert(place);
            if first != place {
                note(first, place, identifier.clone(), Some(identifier));
            }
        }
    }
    let mut by_title: HashMap<String, usize> = HashMap::new();
    for (place, entry) in library.entries().iter().enumerate() {
        let Some(title) = title_voice_year(&entry.source) else { continue };
        let first = *by_title.entry(title).or_insert(place);
        if first != place && are_of_one_day(&library.at(first).source, &entry.source) {
            note(first, place, "title, author and year".to_owned(), None);
        }
    }
    findings.into_values().collect()
}

fn finding(one: &Entry, other: &Entry, why: &str, identifier: Option<&str>) -> Finding {
    let (one, other) = (&one.source.key, &other.source.key);
    let why = match identifier {
        Some(name) => format!("both are {name}"),
        None => format!("both have the same {why}"),
    };
    let message = format!(
        "looks like the same source as {one}: {why}; if it is: twosource source merge {} --into {}",
        shell_word(other),
        shell_word(one)
    );
    let finding = RULE.elsewhere(message).on(other).point(PointKind::Source, one.as_str());
    let finding = finding.point(PointKind::Source, other.as_str());
    match identifier {
        Some(name) => finding.point(PointKind::Identifier, name),
        None => finding,
    }
}

/// Whether lineage says already what the two have to do with each other.
fn are_related(library: &Library, one: usize, other: usize) -> bool {
    let comes_from = |source: usize, origin: usize| {
        library.at(source).origins.iter().any(|row| row.place == origin)
    };
    comes_from(one, other) || comes_from(other, one)
}

/// What two records of one work have in common; none for a source of which too little is known.
fn title_voice_year(source: &Source) -> Option<String> {
    let words = title_words(&source.title);
    let voice = source.creators.iter().find(|credit| credit.role.is_voice());
    let voice = voice.map(|credit| credit.name.voice());
    let year = source.issued.as_ref().and_then(|date| date.year());
    if words.is_empty() || (voice.is_none() && year.is_none()) {
        return None;
    }
    Some(format!("{}\n{voice:?}\n{year:?}", words.join(" ")))
}

/// Two columns of one name and author are two when their days differ.
fn are_of_one_day(one: &Source, other: &Source) -> bool {
    may_be_of_one_day(one.issued.as_ref(), other.issued.as_ref())
}
