//! The article's bibliography and every further kind of source, against what the styles' manuals ask for.
//!
//! The files are read by people: a change in one is a change in what editors get. Write them anew
//! with `BLESS=1 cargo test --test bibliography`, and read the difference.

use twosource::bibliography::{Format, Item, Style, render};
use twosource::domain::Source;

use crate::sources::{fixture, from_csv};

/// The article's sources, and kinds of source that it has no instance of.
pub(crate) fn every_source() -> Vec<Source> {
    let mut sources = from_csv("menamm-2019/sources.csv");
    sources.extend(from_csv("bibliography/further-sources.csv"));
    sources
}

fn check(style: &str) {
    let sources = every_source();
    let items: Vec<Item> = sources.iter().map(Item::from).collect();
    let bibliography = render(&Style::named(style).unwrap(), &items, Format::Text);
    assert_eq!(bibliography.warnings, []);
    assert_eq!(bibliography.entries.len(), sources.len());
    let path = fixture(&format!("golden/bibliography/{style}.txt"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bibliography.document()).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    for (printed, expected) in bibliography.document().lines().zip(expected.lines()) {
        assert_eq!(printed, expected, "{style}");
    }
    assert_eq!(bibliography.document(), expected, "{style}");
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
