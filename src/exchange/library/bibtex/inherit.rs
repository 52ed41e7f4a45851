//! What an entry has from others: `crossref` and `xdata`, by BibLaTeX's rules.
//!
//! A chapter has the title of its book as `booktitle`, and so on (appendix B of BibLaTeX's manual);
//! other fields come under their own name, where the entry has none that says the same. What is the
//! parent's alone is not handed on, nor, other than in BibLaTeX, its type, or what would make parent and
//! child one work to a casebook: DOI, address, eprint, abstract.

use std::collections::HashMap;

use super::group::{Group, group_of};
use super::raw_entry::{ENTRY_TYPE, Fields, RawEntry};
use super::split::Splitter;

/// How many parents in a row are looked at: enough for any library, and an end for those that go round.
const DEEPEST: usize = 8;

/// The entries of a file that others may have fields from.
#[derive(Default)]
pub(super) struct Parents<'t> {
    entries: HashMap<&'t str, Fields<'t>>,
    /// Their keys in small letters: BibTeX does not tell `Proc` and `proc` apart in a `crossref`.
    by_small_letters: HashMap<String, &'t str>,
}

impl<'t> Parents<'t> {
    /// The parents in a file; it is read for them only where it names any.
    pub(super) fn of(text: &'t str) -> Self {
        let lower = |word: &[u8]| {
            text.as_bytes().windows(word.len()).any(|window| window.eq_ignore_ascii_case(word))
        };
        if !lower(b"crossref") && !lower(b"xdata") {
            return Parents::default();
        }
        let mut parents = Parents::default();
        for entry in Splitter::new(text).flatten().filter(|entry| !entry.key.is_empty()) {
            parents.by_small_letters.entry(entry.key.to_lowercase()).or_insert(entry.key);
            parents.entries.entry(entry.key).or_insert(entry.fields);
        }
        parents
    }

    fn find(&self, key: &str) -> Option<&Fields<'t>> {
        let other = || self.entries.get(*self.by_small_letters.get(&key.to_lowercase())?);
        self.entries.get(key).or_else(other)
    }

    /// Gives an entry what it has from others; returns the field that names one which is not there.
    pub(super) fn complete(&self, entry: &mut RawEntry<'t>) -> Option<&'static str> {
        if self.entries.is_empty()
            || !["crossref", "xdata"].iter().any(|it| entry.fields.get(it).is_some())
        {
            return None;
        }
        let mut missing = None;
        let mut current = Some(&entry.fields).cloned();
        for _ in 0..DEEPEST {
            let Some(child) = current.take() else { break };
            for key in keys(&child, "xdata") {
                match self.find(&key) {
                    Some(parent) => self.take_data(&mut entry.fields, parent, DEEPEST),
                    None => missing = Some("xdata"),
                }
            }
            if let Some(key) = keys(&child, "crossref").into_iter().next() {
                match self.find(&key) {
                    Some(parent) => {
                        take_parent(&mut entry.fields, parent);
                        current = Some(parent.clone());
                    }
                    None => missing = Some("crossref"),
                }
            }
        }
        let used =
            !keys(&entry.fields, "xdata").is_empty() && entry.fields.get("xdata 2").is_none();
        if used && missing != Some("xdata") {
            entry.fields.remove("xdata");
        }
        missing
    }

    /// Takes all fields of an `@xdata` entry, and of those that it names.
    fn take_data(&self, fields: &mut Fields<'t>, data: &Fields<'t>, depth: usize) {
        take(
            fields,
            data.iter()
                .filter(|(name, _)| *name != ENTRY_TYPE && *name != "xdata")
                .map(|(name, value)| (name.to_owned(), value.clone())),
        );
        if depth > 0
            && let Some(key) = keys(data, "xdata").first()
            && let Some(more) = self.find(key)
        {
            self.take_data(fields, more, depth - 1);
        }
    }
}

/// The keys that a field names.
fn keys(fields: &Fields<'_>, field: &str) -> Vec<String> {
    let value = fields.get(field).map(|value| value.tex().into_owned()).unwrap_or_default();
    let keys = value.split(',').map(str::trim).filter(|key| !key.is_empty());
    keys.map(str::to_owned).collect()
}

fn take_parent<'t>(fields: &mut Fields<'t>, parent: &Fields<'t>) {
    let type_of = |fields: &Fields<'_>| {
        fields.get(ENTRY_TYPE).map(|value| value.tex().into_owned()).unwrap_or_default()
    };
    let (child_type, parent_type) = (type_of(fields), type_of(parent));
    let handed_on = parent.iter().filter(|(name, _)| !stays(name)).filter_map(|(name, value)| {
        Some((name, renamed(name, &parent_type, &child_type)?, value.clone()))
    });
    let mut handed_on: Vec<_> = handed_on.collect();
    // The book's own `title` counts before a `booktitle` that it has as well.
    handed_on.sort_by_key(|(name, renamed, _)| name == renamed);
    let mut handed_on: Vec<_> =
        handed_on.into_iter().map(|(_, name, value)| (name, value)).collect();
    if is_book(&parent_type)
        && matches!(child_type.as_str(), "inbook" | "bookinbook" | "suppbook")
        && let Some(author) = parent.get("author")
    {
        handed_on.push(("bookauthor".to_owned(), author.clone()));
    }
    take(fields, handed_on.into_iter());
}

/// Adds fields where the entry has none that says the same.
fn take<'t>(
    fields: &mut Fields<'t>,
    from: impl Iterator<Item = (String, super::value::Value<'t>)>,
) {
    let own: Vec<Group> = fields.iter().map(|(name, _)| group_of(name)).collect();
    for (name, value) in from {
        // A date is one thing; a title and a subtitle are two.
        let said = match group_of(&name) {
            Group::Other | Group::Title | Group::Container => false,
            group => own.contains(&group),
        };
        if !said && fields.get(&name).is_none() {
            fields.add(name, value);
        }
    }
}

/// Fields that are a parent's own.
fn stays(name: &str) -> bool {
    matches!(
        name,
        ENTRY_TYPE
            | "ids"
            | "crossref"
            | "xref"
            | "xdata"
            | "entryset"
            | "entrysubtype"
            | "kind"
            | "execute"
            | "label"
            | "options"
            | "presort"
            | "related"
            | "relatedoptions"
            | "relatedstring"
            | "relatedtype"
            | "shorthand"
            | "shorthandintro"
            | "sortkey"
            | "key"
            | "citation-key"
            | "doi"
            | "eprint"
            | "eprinttype"
            | "eprintclass"
            | "archiveprefix"
            | "archive"
            | "archive_location"
            | "primaryclass"
            | "url"
            | "archiveurl"
            | "urldate"
            | "file"
            | "abstract"
            | "annotation"
            | "type"
            | "ecli"
            | "docket"
            | "citation"
    ) || name.contains(' ')
}

fn is_book(kind: &str) -> bool {
    matches!(kind, "book" | "mvbook")
}

/// What a parent's field is called in a child; `None` where it is not handed on.
fn renamed(name: &str, parent: &str, child: &str) -> Option<String> {
    let chapter = match child {
        "inbook" | "bookinbook" | "suppbook" => parent == "book",
        "incollection" | "inreference" | "suppcollection" => {
            matches!(parent, "collection" | "reference" | "book")
        }
        "inproceedings" | "conference" => parent == "proceedings",
        _ => false,
    };
    let prefix = if chapter {
        "book"
    } else if parent == "periodical" && matches!(child, "article" | "suppperiodical") {
        "journal"
    } else if parent.starts_with("mv") {
        "main"
    } else {
        return Some(name.to_owned());
    };
    match name {
        "title" | "subtitle" | "titleaddon" => Some(format!("{prefix}{name}")),
        "shorttitle" | "sorttitle" | "indextitle" | "indexsorttitle" => None,
        _ => Some(name.to_owned()),
    }
}
