//! `cite show`: one citation, in any style.

use crate::desk::Desk;
use crate::sources;

fn cited() -> Desk {
    let desk = Desk::new();
    sources::book(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "It was so.", "--key", "c1"]).succeeds();
    desk.run(&["cite", "c1", "book", "--locator", "chapter 3"]).succeeds();
    desk
}

fn shown(desk: &Desk, options: &[&str]) -> String {
    desk.run(&[&["cite", "show", "c1", "book"], options].concat()).succeeds().stdout
}

#[test]
fn it_is_printed_as_the_first_note_on_the_source_reads() {
    let desk = cited();
    assert_eq!(shown(&desk, &[]), "Jo Roe, The Book (n.d.), chap. 3.\n");
    assert_eq!(shown(&desk, &["--style", "court-footnotes"]), "Jo Roe, The book ch 3.\n");
    assert_eq!(shown(&desk, &["--format", "html"]), "Jo Roe, <i>The Book</i> (n.d.), chap. 3.\n");
    assert_eq!(shown(&desk, &["--style", "apa", "--lang", "de"]), "(Roe, o.\u{a0}J., Kapitel 3)\n");
    assert!(shown(&desk, &["--format", "rtf"]).starts_with("{\\rtf1"));
    let json: serde_json::Value =
        serde_json::from_str(&shown(&desk, &["--format", "json"])).unwrap();
    assert_eq!(json["note"], "Jo Roe, The Book (n.d.), chap. 3.");
}

#[test]
fn numbers_and_year_letters_are_those_of_the_whole_bibliography() {
    let desk = cited();
    desk.run(&["source", "add", "A book", "--kind", "book", "--author", "Roe, Jo", "--key", "b2"])
        .succeeds();
    desk.run(&["cite", "c1", "b2"]).succeeds();
    desk.run(&["source", "edit", "book", "--issued", "2004"]).succeeds();
    desk.run(&["source", "edit", "b2", "--issued", "2004"]).succeeds();
    assert_eq!(shown(&desk, &["--style", "apa"]), "(Roe, 2004b, Chapter 3)\n");
    assert_eq!(shown(&desk, &["--style", "ieee"]), "[2, Ch. 3]\n");
}

#[test]
fn what_is_not_cited_is_told_how_to_cite_it() {
    insta::assert_snapshot!(cited().run(&["cite", "show", "c1", "daily"]).fails(), @r"
    --- stderr
    error: claim c1 does not cite daily
    hint: say that it does: twosource cite c1 daily
    --- status 2
    ");
    assert_eq!(cited().run(&["cite", "show", "c9", "daily"]).status, Some(2));
}

#[test]
fn a_confidential_source_shows_neither_name_nor_place() {
    let desk = cited();
    desk.run(&["source", "edit", "book", "--confidentiality", "confidential"]).succeeds();
    let answer = shown(&desk, &[]);
    assert!(answer.contains("Confidential Source 1") && !answer.contains('3'), "{answer}");
    assert!(shown(&desk, &["--include-confidential"]).contains("Roe"));
}

#[test]
fn a_claim_may_be_called_show() {
    let desk = cited();
    desk.run(&["claim", "add", "It was so.", "--key", "show"]).succeeds();
    desk.run(&["cite", "--", "show", "book"]).succeeds();
}

#[test]
fn a_mistyped_key_is_not_set_right_with_that_of_a_confidential_source() {
    let desk = cited();
    let near = || desk.run(&["cite", "show", "c1", "boook"]).fails().stderr;
    assert!(near().contains("did you mean `book`?"));
    desk.run(&["source", "edit", "book", "--confidentiality", "confidential"]).succeeds();
    assert!(!near().contains("`book`"), "{}", near());
}
