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
