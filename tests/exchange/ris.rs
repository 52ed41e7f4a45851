//! RIS: what is understood of an entry, and that all of it comes out again.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use twosource::domain::Source;
use twosource::exchange::library::{Entry, Fault, Losses};

use crate::support::library;

fn entries(text: &str) -> Vec<Result<Entry, Fault>> {
    (library("ris").entries)(text).collect()
}

fn sources(text: &str) -> Vec<Source> {
    entries(text).into_iter().map(|entry| entry.unwrap().source).collect()
}

fn written(sources: &[Source]) -> (String, Losses) {
    let mut losses = Losses::default();
    let write = |source| (library("ris").write)(source, &mut losses).unwrap();
    let entries: Vec<String> = sources.iter().map(write).collect();
    (library("ris").document(&entries), losses)
}

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/libraries");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// The one source of a text.
fn source(text: &str) -> Source {
    let mut sources = sources(text);
    assert_eq!(sources.len(), 1, "{sources:?}");
    sources.remove(0)
}

fn names(source: &Source) -> Vec<String> {
    source.creators.iter().map(ToString::to_string).collect()
}

#[test]
fn an_entry_of_a_database_is_understood() {
    let text = fixture("databases.ris");
    let article = &sources(&text)[0];
    assert_eq!(article.kind.as_str(), "journal-article");
    assert_eq!(article.title, "The bank");
    assert_eq!(article.container.as_deref(), Some("Journal of Banks and Bankers"));
    assert_eq!(article.pages.as_deref(), Some("12-34"));
    assert_eq!(article.issued.as_ref().unwrap().as_str(), "2017-09-10");
    assert_eq!(names(article), ["Lee, Ann", "WHO", "editor: {University of California, Berkeley}"]);
    assert_eq!(article.tags, ["banks", "money", "bankers"]);
    let book = &sources(&text)[1];
    assert_eq!(book.title, "A long title that was wrapped by an old program");
    assert_eq!(book.issued.as_ref().unwrap().as_str(), "1999-03-15");
    assert_eq!(book.identifiers[0].to_string(), "isbn:978-3-16-148410-0");
    assert!(book.variables.contains(&("number-of-pages".to_owned(), "312".to_owned())));
    assert_eq!(book.note.as_deref(), Some("First note\n\nSecond note"));
}

#[test]
fn lines_are_counted_and_an_entry_may_lack_its_end_and_its_key() {
    let entries: Vec<_> =
        entries(&fixture("databases.ris")).into_iter().map(Result::unwrap).collect();
    let told: Vec<_> = entries
        .iter()
        .map(|entry| (entry.line, entry.source.key.as_str(), entry.has_key))
        .collect();
    let expected =
        [(4, "lee2017", true), (31, "van-der-berg-1999", false), (44, "lower-case-and", false)];
    assert_eq!(told, expected);
    assert!(entries[2].warnings[0].message.contains("no date"), "{:?}", entries[2].warnings);
}

#[test]
fn what_is_text_is_not_taken_for_a_tag() {
    let source = &sources(&fixture("zotero.ris"))[1];
    let text = ("abstract".to_owned(), "TY  - no tag but text\nTY  - nor this".to_owned());
    assert!(source.variables.contains(&text), "{source:?}");
}

#[test]
fn dates_are_as_precise_as_they_are_told() {
    for (tags, expected) in [
        ("PY  - 2004", "2004"),
        ("PY  - 2004/03//", "2004-03"),
        ("Y1  - 2004/03/15/Spring", "2004-03-15"),
        ("PY  - 2004\nDA  - 15 March", "2004-03-15"),
        ("PY  - 2004\nDA  - 2004 Mar-Apr", "2004"),
        ("PY  - 2004\nDA  - 2010/01/02/", "2004"),
        ("PY  - 2004/00/00", "2004"),
        ("DA  - Sept 7, 2001", "2001-09-07"),
        ("DA  - 1992///1992~", "1992~"),
        ("PY  - 198X", "198X"),
        ("PY  - 2004\nDA  - 2004/02/31/", "2004-02"),
    ] {
        let source = source(&format!("TY  - JOUR\n{tags}\nER  - \n"));
        assert_eq!(source.issued.as_ref().map(|date| date.as_str()), Some(expected), "{tags}");
    }
    for no_date in ["3/4/2004", "in press", "2004-13-40", "////"] {
        let source = source(&format!("TY  - JOUR\nPY  - {no_date}\nER  - \n"));
        assert_eq!(source.issued, None, "{no_date}");
    }
}

#[test]
fn other_line_ends_and_one_space_before_the_dash() {
    let expected = ["One", "Two"];
    for text in [
        "TY - BOOK\nTI - One\nER -\nTY - BOOK\nTI - Two\nER - \n",
        "TY  - BOOK\rTI  - One\rER  - \rTY  - BOOK\rTI  - Two\rER  - \r",
        "1. \nTY  -BOOK\r\nTI  -One\r\nER  -\r\n2. \r\nTY  - BOOK\r\nTI  - Two",
    ] {
        let titles: Vec<_> = sources(text).into_iter().map(|source| source.title).collect();
        assert_eq!(titles, expected, "{text:?}");
    }
}

#[test]
fn an_entry_without_a_type_costs_only_itself() {
    let read = entries("TY  - BOOK\nTI  - One\nER  - \nTI  - Two\nID  - two\nER  - \nTY  - GEN\n");
    let faults: Vec<_> = read.iter().filter_map(|entry| entry.as_ref().err()).collect();
    assert_eq!((read.len(), faults.len()), (3, 1));
    assert_eq!((faults[0].line, faults[0].key.as_deref()), (4, Some("two")));
}

#[test]
fn the_fixtures_come_out_with_every_tag_in_order() {
    for name in ["databases.ris", "zotero.ris", "made-here.ris"] {
        let before = sources(&fixture(name));
        let (text, losses) = written(&before);
        assert_eq!(losses, Losses::default(), "{name}");
        assert_eq!(sources(&text), before, "{name}");
    }
    let text = fixture("made-here.ris");
    assert_eq!(written(&sources(&text)).0, text);
}

#[test]
fn an_edited_piece_goes_out_as_edited_and_the_rest_as_it_was() {
    let mut article = sources(&fixture("databases.ris")).remove(0);
    article.issued = Some("2018-01".parse().unwrap());
    article.creators.pop();
    article.language = Some("en".to_owned());
    let (text, _) = written(&[article]);
    assert!(text.contains("\nY1  - 2018/01//\n"), "{text}");
    assert!(text.contains("\nLA  - en\n") && !text.contains("\nA2  - "), "{text}");
    assert!(text.contains("\nA1  - Lee, Ann\nAD  - University of A\nA1  - WHO,\n"), "{text}");
}

fn a_field() -> impl Strategy<Value = String> {
    const TAGS: &[&str] = &[
        "AU", "A1", "A2", "ED", "TI", "T1", "T2", "JO", "JF", "PY", "Y1", "DA", "Y2", "SP", "EP",
        "SN", "DO", "M3", "UR", "KW", "N1", "AB", "N2", "ID", "C1", "XX", "BT", "A4", "VL", "CY",
    ];
    let value = prop_oneof![
        "[ -~]{0,12}",
        "\\PC{0,8}",
        "[0-9]{4}(/[0-9]{0,2}){0,3}",
        "[A-Z][a-z]{1,5}, [A-Z][a-z]{1,5}",
        "[a-z]{1,4}(\n {0,8}[a-z]{0,4}){1,3}",
        "10\\.1000/[a-z]{1,3}",
        "[0-9]{4}-[0-9]{3}[0-9X]",
    ];
    (prop::sample::select(TAGS), value).prop_map(|(tag, value)| format!("{tag}  - {value}\n"))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn what_was_read_comes_out_and_in_again_the_same(
        kind in prop::sample::select(&["JOUR", "BOOK", "CASE", "PCOMM", "RPRT", "FOO"][..]),
        fields in prop::collection::vec(a_field(), 0..12),
    ) {
        let text = format!("TY  - {kind}\n{}ER  - \n", fields.concat());
        let before: Vec<Source> =
            entries(&text).into_iter().filter_map(Result::ok).map(|entry| entry.source).collect();
        let (again, losses) = written(&before);
        prop_assert_eq!(&losses, &Losses::default(), "{}", &again);
        prop_assert_eq!(sources(&again), before, "{}", again);
    }
}
