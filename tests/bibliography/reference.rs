//! The citation processor that CSL's styles are written with, citeproc-js, against ours: each source of
//! the fixtures, as an entry, as a first note with a page, and as a later one with a paragraph.
//!
//! What citeproc-js printed is kept in `fixtures/golden/reference`, a file for each style;
//! `citeproc.js` beside this file says how it was made. A line of `differences.tsv` accepts that we
//! print something else, with the reason; one that is needed no more is an error too.

use std::collections::BTreeMap;
use std::fs;

use twosource::bibliography::{Agent, Cite, Format, Item, Style, render, render_notes};
use twosource::domain::Stance;

use crate::golden::every_source;
use crate::sources::fixture;

/// The styles that are held against it.
pub(crate) const STYLES: [&str; 8] = [
    "chicago-notes",
    "chicago-author-date",
    "apa",
    "mla",
    "vancouver",
    "ieee",
    "harvard",
    "court-footnotes",
];

const COLUMNS: [&str; 3] = ["entry", "first note", "later note"];

fn ours(style: &Style, item: &Item) -> [String; 3] {
    let entry = render(style, std::slice::from_ref(item), Format::Text).entries[0].text.clone();
    let other = Item::new("zz", "book")
        .text("title", "Zz")
        // Last in every order, so that the number of the item is 1.
        .name("author", Agent::Literal("\u{9fff}".into()));
    let cite = |item: usize, locator: Option<&str>| {
        vec![Cite { item, stance: Stance::Supports, locator: locator.map(str::to_owned) }]
    };
    let notes = [cite(0, Some("page 12-14")), cite(1, None), cite(0, Some("paragraph 3"))];
    let notes: Vec<String> =
        render_notes(style, &[item.clone(), other], &notes).texts(Format::Text).collect();
    [entry, notes[0].clone(), notes[2].clone()]
}

/// What is no difference: the form of apostrophes and blanks.
fn plain(text: &str) -> String {
    text.replace('\'', "’").replace(['\u{a0}', '\u{202f}'], " ")
}

/// Whether the one is the other, or the other with what a style leaves out behind it: see the promises
/// in the documentation of the module.
fn says_the_same(ours: &str, theirs: &str) -> bool {
    let theirs = theirs.trim_end_matches('.');
    ours.strip_prefix(theirs)
        .is_some_and(|rest| rest.is_empty() || rest == "." || rest.starts_with([' ', '.']))
}

/// Style, key and column of each accepted difference, with its reason.
fn accepted() -> BTreeMap<(String, String, String), String> {
    let text = fs::read_to_string(fixture("golden/reference/differences.tsv")).unwrap();
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| {
            let cells: Vec<&str> = line.split('\t').collect();
            let [style, key, column, reason] = cells[..] else { panic!("four cells: {line}") };
            assert!(!reason.is_empty(), "{line}");
            ((style.to_owned(), key.to_owned(), column.to_owned()), reason.to_owned())
        })
        .collect()
}

fn check(name: &str) {
    let style = Style::named(name).unwrap();
    let reference = fs::read_to_string(fixture(&format!("golden/reference/{name}.tsv"))).unwrap();
    let mut accepted = accepted();
    let items: BTreeMap<String, Item> =
        every_source().iter().map(|source| (source.key.to_string(), Item::from(source))).collect();
    let mut wrong = Vec::new();
    let mut looked_at = 0;
    for line in reference.lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let key = cells[0];
        looked_at += 1;
        for ((column, theirs), ours) in
            COLUMNS.iter().zip(&cells[1..]).zip(ours(&style, &items[key]))
        {
            let place = (name.to_owned(), key.to_owned(), (*column).to_owned());
            let known = accepted.remove(&place).is_some();
            // A style that leaves a kind unlisted prints nothing; ours is in the other golden files.
            let differs = !theirs.is_empty() && !says_the_same(&plain(&ours), &plain(theirs));
            if differs != known {
                wrong.push(format!("{name}\t{key}\t{column}\n  theirs {theirs}\n  ours   {ours}"));
            }
        }
    }
    assert_eq!(looked_at, items.len(), "{name}: make the reference anew, see citeproc.js");
    let left: Vec<_> = accepted.keys().filter(|(style, ..)| style == name).collect();
    assert!(wrong.is_empty() && left.is_empty(), "{left:?}\n{}", wrong.join("\n"));
}

#[test]
fn chicago_notes() {
    check("chicago-notes");
}

#[test]
fn chicago_author_date() {
    check("chicago-author-date");
}

#[test]
fn apa() {
    check("apa");
}

#[test]
fn mla() {
    check("mla");
}

#[test]
fn vancouver() {
    check("vancouver");
}

#[test]
fn ieee() {
    check("ieee");
}

#[test]
fn harvard() {
    check("harvard");
}

#[test]
fn court_footnotes() {
    check("court-footnotes");
}
