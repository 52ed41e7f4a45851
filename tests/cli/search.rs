//! `twosource search`

use crate::desk::Desk;

fn desk() -> Desk {
    let desk = Desk::new();
    let add = |arguments: &[&str]| drop(desk.run(arguments).succeeds());
    add(&["source", "add", "Über die Brücke", "--kind", "report", "--key", "report"]);
    add(&["source", "add", "کتاب خاطرات", "--kind", "book", "--key", "memoir"]);
    add(&["claim", "add", "The passports were not stamped."]);
    add(&["cite", "c1", "report", "--quote", "no stamp in the passport"]);
    desk
}

#[test]
fn finds_claims_sources_and_citations() {
    let desk = desk();
    let answer = desk.run(&["search", "PASSPORT*"]).succeeds();
    insta::assert_snapshot!(answer, @"
    --- stdout
    kind      key  text
    ────────  ───  ───────────────────────────────
    claim     c1   The passports were not stamped.
    citation  1    no stamp in the passport
    --- stderr
    2 hits
    --- status 0
    ");
}

#[test]
fn accents_capitals_and_letter_forms_make_no_difference() {
    let desk = desk();
    assert!(desk.run(&["search", "brucke"]).succeeds().stdout.contains("report"));
    // The same word with the Arabic forms of its letters.
    assert!(desk.run(&["search", "كتاب"]).succeeds().stdout.contains("memoir"));
}

#[test]
fn what_is_changed_or_removed_is_found_as_it_is_now() {
    let desk = desk();
    desk.run(&["claim", "edit", "c1", "--statement", "The visas were forged."]).succeeds();
    assert!(desk.run(&["search", "visas"]).succeeds().stdout.contains("c1"));
    assert!(!desk.run(&["search", "stamped"]).succeeds().stdout.contains("c1"));
    desk.run(&["citation", "remove", "1"]).succeeds();
    assert_eq!(desk.run(&["search", "passport"]).succeeds().stdout, "");
}

#[test]
fn operators_and_quotes_are_words() {
    let desk = desk();
    for query in ["stamped OR", "\"", "a\"b", "NEAR(", "title:x", "-stamped", "*", "^stamped", "(("]
    {
        let answer = desk.run(&["search", "--", query]);
        assert!(matches!(answer.status, Some(0 | 2)), "{query}: {answer}");
        assert!(!answer.stderr.contains("fts5"), "{query}: {answer}");
    }
}

#[test]
fn no_word_is_an_error() {
    let answer = desk().run(&["search", "--", "..."]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no word to search for
    hint: write one or more words, such as: twosource search passports
    --- status 2
    ");
}
