//! Names of confidential sources in texts: those that they had once, and what only looks like them.

use crate::desk::Desk;

const TALK: [&str; 5] = ["source", "add", "What we heard there", "--kind", "interview"];

/// Whether a pipe is refused for what this statement tells.
fn is_refused(desk: &Desk, statement: &str) -> bool {
    desk.run(&["claim", "add", statement, "--key", "c"]).succeeds();
    let answer = desk.run(&["claim", "list", "--format", "json"]);
    desk.run(&["claim", "remove", "c"]).succeeds();
    assert!(matches!(answer.status, Some(0 | 2)), "{answer}");
    answer.status == Some(2)
}

/// A casebook with a confidential talk with somebody.
fn desk(name: &str) -> Desk {
    let desk = Desk::new();
    let of = ["--key", "talk-2019", "--speaker", name, "--confidentiality", "confidential"];
    desk.run(&[&TALK[..], &of].concat()).succeeds();
    desk
}

#[test]
fn other_spellings_and_former_names_are_found() {
    let desk = desk("Zquane, Ida");
    desk.run(&["creator", "alias", "add", "Zquane, Ida", "Xorbel, Ida"]).succeeds();
    assert!(is_refused(&desk, "Ida Xorbel was there."));
    desk.run(&["creator", "rename", "Zquane, Ida", "Vintner, Ida"]).succeeds();
    assert!(is_refused(&desk, "Ida Zquane was there."));
    desk.run(&["source", "edit", "talk-2019", "--creator", "speaker: Open, Ann"]).succeeds();
    assert!(is_refused(&desk, "Ida Vintner was there."));
}

#[test]
fn sources_that_are_gone_or_were_merged_are_found() {
    let desk = desk("Zquane, Ida");
    let other = ["--key", "more-2020", "--speaker", "Xorbel, Kim"];
    desk.run(&[&TALK[..], &other, &["--confidentiality", "confidential"]].concat()).succeeds();
    desk.run(&["source", "remove", "talk-2019"]).succeeds();
    for statement in ["Ida Zquane was there.", "See talk-2019.", "see TALK2019"] {
        assert!(is_refused(&desk, statement), "{statement}");
    }
    desk.run(&["source", "edit", "more-2020", "--confidentiality", "open"]).succeeds();
    for statement in ["Kim Xorbel was there.", "See more-2020."] {
        assert!(!is_refused(&desk, statement), "open now: {statement}");
    }
}

#[test]
fn what_stands_for_redacted_names_is_no_secret() {
    let desk = desk("Zquane, Ida");
    desk.run(&["source", "edit", "talk-2019", "--key", "zquane-2019"]).succeeds();
    assert!(is_refused(&desk, "See zquane-2019."));
    desk.run(&["source", "redact", "zquane-2019", "--yes"]).succeeds();
    assert!(!is_refused(&desk, "See redacted-1 for what redacted 1 said."));
}

#[test]
fn a_colleague_of_the_same_family_name_is_no_secret() {
    let desk = desk("Brandt, Ida");
    assert!(is_refused(&desk, "Brandt was there."));
    desk.run(&["--actor", "Cem Brandt", "claim", "add", "Another statement."]).succeeds();
    for statement in ["Cem Brandt was there.", "Ask Brandt."] {
        assert!(!is_refused(&desk, statement), "{statement}");
    }
    assert!(is_refused(&desk, "Ida Brandt was there."));
}

#[test]
fn family_names_that_are_ordinary_words_need_a_capital() {
    let desk = desk("Page, Ellen");
    assert!(!is_refused(&desk, "It is on page 7."));
    for statement in ["So says Page.", "so says ellen page"] {
        assert!(is_refused(&desk, statement), "{statement}");
    }
}

#[test]
fn names_are_found_in_their_usual_forms() {
    for (name, statement) in [
        ("李, 娜", "据李娜说"),
        ("李明", "据李明说"),
        ("김, 민수", "김민수는 말했다"),
        ("Dr. Weiß, Karl", "So says Karl Weiss."),
        ("de la Cruz, Ana", "So says Ana Cruz."),
        ("Müller-Zquane, Ada", "So says Zquane."),
        ("al-Masri, Ali", "So says El-Masri."),
        ("Müller, Ada", "So says Mueller."),
    ] {
        assert!(is_refused(&desk(name), statement), "{name}: {statement}");
    }
    for (name, statement) in [("Li, Na", "So says Li."), ("de la Cruz, Ana", "Ana de Souza")] {
        assert!(!is_refused(&desk(name), statement), "{name}: {statement}");
    }
}

#[test]
fn what_a_merge_dropped_is_found() {
    let desk = desk("Zquane, Ida");
    let other = ["source", "add", "The ledger under the floor", "--kind", "interview"];
    let of = ["--key", "more-2020", "--speaker", "Zquane, Ida"];
    desk.run(&[&other[..], &of, &["--confidentiality", "confidential"]].concat()).succeeds();
    desk.run(&["source", "merge", "more-2020", "--into", "talk-2019"]).succeeds();
    assert!(is_refused(&desk, "See the ledger under the floor."));
}

#[test]
fn the_history_says_in_which_change_a_name_stands() {
    let desk = desk("Zquane, Ida");
    desk.run(&["claim", "add", "Zquane was there.", "--key", "c1"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--statement", "Somebody was there."]).succeeds();
    let answer = desk.run(&["history", "--change", "2"]);
    assert!(answer.stderr.contains("change 2, statement: the name `Zquane, Ida`"), "{answer}");
    assert_eq!(answer.status, Some(2), "{answer}");
}
