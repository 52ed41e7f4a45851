//! What `export bibliography` says beside the bibliography.

use crate::desk::Desk;
use crate::sources;

#[test]
fn a_source_that_has_fallen_is_printed_and_named() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["source", "standing", "daily", "retracted"]).succeeds();
    let answer = desk.run(&["export", "bibliography", "--all"]).succeeds();
    assert!(answer.stdout.contains("The Daily"), "{answer}");
    assert!(answer.stderr.contains("warning: daily was retracted\n"), "{answer}");
    assert!(!answer.stderr.contains("wire was"), "{answer}");
}

/// `wire` (cited by c1), `daily` (by c2) and `book` (by none); `daily` and `book` are labelled.
fn three_sources() -> Desk {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    sources::book(&desk);
    for (claim, source) in [("c1", "wire"), ("c2", "daily")] {
        desk.run(&["claim", "add", "It was so.", "--key", claim]).succeeds();
        desk.run(&["cite", claim, source]).succeeds();
    }
    desk.run(&["source", "edit", "daily", "--tag", "paper"]).succeeds();
    desk.run(&["source", "edit", "book", "--tag", "paper"]).succeeds();
    desk
}

/// Which of the three sources the bibliography with these options lists.
fn listed(desk: &Desk, options: &[&str]) -> Vec<&'static str> {
    let answer = desk.run(&[&["export", "bibliography"], options].concat()).succeeds();
    let titles = ["The wire", "The daily", "The book"];
    titles
        .into_iter()
        .filter(|title| answer.stdout.to_lowercase().contains(&title.to_lowercase()))
        .collect()
}

#[test]
fn claims_kinds_and_labels_pick_the_sources() {
    let desk = three_sources();
    for (options, expected) in [
        (&[][..], &["The wire", "The daily"][..]),
        (&["--all"], &["The wire", "The daily", "The book"]),
        (&["--claim", "c1"], &["The wire"]),
        (&["--claim", "c1", "--claim", "c2"], &["The wire", "The daily"]),
        (&["--tag", "paper"], &["The daily"]),
        (&["--tag", "paper", "--all"], &["The daily", "The book"]),
        (&["--kind", "book", "--all"], &["The book"]),
        (&["--kind", "book", "--kind", "wire-report", "--all"], &["The wire", "The book"]),
        (&["--claim", "c2", "--kind", "newspaper-article", "--tag", "paper"], &["The daily"]),
    ] {
        assert_eq!(listed(&desk, options), expected, "{options:?}");
    }
}

#[test]
fn a_choice_that_nothing_meets_says_so_and_a_wrong_claim_is_an_error() {
    let desk = three_sources();
    let answer = desk.run(&["export", "bibliography", "--tag", "none"]).succeeds();
    assert_eq!(answer.stdout, "");
    assert!(answer.stderr.contains("no source is like that"), "{answer}");
    let answer = desk.run(&["export", "bibliography", "--claim", "c9"]);
    assert_eq!(answer.status, Some(2), "{answer}");
    assert!(answer.stderr.contains("`c9`"), "{answer}");
}

#[test]
fn a_confidential_source_that_is_picked_stays_without_its_name() {
    let desk = three_sources();
    desk.run(&["source", "edit", "daily", "--confidentiality", "confidential"]).succeeds();
    let answer = desk.run(&["export", "bibliography", "--claim", "c2"]).succeeds();
    assert!(!answer.stdout.is_empty(), "{answer}");
    assert!(!answer.stdout.contains("Lee") && !answer.stdout.contains("The Daily"), "{answer}");
}

#[test]
fn groups_have_headings_and_notes_stand_below_their_entries() {
    let desk = three_sources();
    desk.run(&["source", "edit", "book", "--note", "Read it twice.\nIt is *long*."]).succeeds();
    let options = ["export", "bibliography", "--all", "--group-by", "kind", "--annotated"];
    insta::assert_snapshot!(desk.run(&options).succeeds().stdout, @r"
    Newspaper articles

    Lee, Ann. The Daily. n.d.

    Wire reports

    Reuters. The Wire. n.d.

    Books

    Roe, Jo. The Book. n.d.
        Read it twice.
        It is *long*.
    ");
    let markdown = [&options[..], &["--format", "markdown"]].concat();
    insta::assert_snapshot!(desk.run(&markdown).succeeds().stdout, @r"
    ## Newspaper articles

    Lee, Ann. *The Daily*. n.d.

    ## Wire reports

    Reuters. *The Wire*. n.d.

    ## Books

    Roe, Jo. *The Book*. n.d.

    > Read it twice.

    > It is \*long\*.
    ");
    let tags = ["export", "bibliography", "--all", "--group-by", "tag", "--style", "ieee"];
    insta::assert_snapshot!(desk.run(&tags).succeeds().stdout, @r"
    paper

    [1] A. Lee, “The daily.”
    [2] J. Roe, The book.

    Other sources

    [3] Reuters, “The wire.”
    ");
}

#[test]
fn notes_on_sources_that_are_not_open_stay_here() {
    let desk = three_sources();
    for (source, state) in [("book", "confidential"), ("daily", "background")] {
        let note = ["--note", "He is our man.", "--confidentiality", state];
        desk.run(&[&["source", "edit", source][..], &note].concat()).succeeds();
    }
    let options = ["export", "bibliography", "--all", "--annotated"];
    assert!(!desk.run(&options).succeeds().stdout.contains("our man"));
    let all = [&options[..], &["--include-confidential"]].concat();
    assert_eq!(desk.run(&all).succeeds().stdout.matches("our man").count(), 2);
}

#[test]
fn json_is_the_text_of_each_entry_by_key() {
    let desk = three_sources();
    let answer = desk.run(&["export", "bibliography", "--all", "--format", "json"]).succeeds();
    let entries: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(entries["book"], "Roe, Jo. The Book. n.d.");
    assert_eq!(entries.as_object().unwrap().len(), 3);
    let refused = ["export", "bibliography", "--format", "json", "--annotated"];
    assert!(desk.run(&refused).fails().stderr.contains("no groups, and no notes"));
}

#[test]
fn the_language_is_that_of_terms_and_dates() {
    let desk = three_sources();
    desk.run(&["source", "edit", "daily", "--issued", "2017-09-10"]).succeeds();
    desk.run(&["source", "edit", "book", "--issued", "1992~"]).succeeds();
    let german = ["export", "bibliography", "--all", "--lang", "de"];
    let answer = desk.run(&german).succeeds().stdout;
    assert!(answer.contains("10. September 2017") && answer.contains("ca. 1992"), "{answer}");
    assert!(answer.contains("o.\u{a0}J."), "{answer}");
    let wrong = desk.run(&["export", "bibliography", "--lang", "klingon"]).fails();
    assert!(wrong.stderr.contains("de-DE"), "{wrong}");
}

#[test]
fn a_page_for_word_and_rtf_are_whole_documents() {
    let desk = three_sources();
    let word = desk.run(&["export", "bibliography", "--format", "word"]).succeeds().stdout;
    assert!(word.starts_with("<!DOCTYPE html>") && word.ends_with("</html>\n"), "{word}");
    assert!(word.contains("text-indent:-36pt"), "{word}");
    let rtf = desk.run(&["export", "bibliography", "--format", "rtf"]).succeeds().stdout;
    assert!(rtf.starts_with("{\\rtf1") && rtf.ends_with("}\n"), "{rtf}");
    assert!(rtf.contains("{\\i The Daily}"), "{rtf}");
}

#[test]
fn which_stand_ins_come_through_does_not_tell_kind_and_label_of_what_they_stand_for() {
    let desk = three_sources();
    desk.run(&["source", "edit", "book", "--confidentiality", "confidential"]).succeeds();
    for filter in [["--tag", "paper"], ["--kind", "book"]] {
        let arguments = [&["export", "bibliography", "--all"][..], &filter].concat();
        let out = desk.run(&arguments).succeeds().stdout;
        assert!(!out.contains("onfidential"), "{out}");
    }
    let as_shown = ["export", "bibliography", "--all", "--kind", "document"];
    assert!(desk.run(&as_shown).succeeds().stdout.contains("onfidential"));
}
