//! Names of confidential sources that somebody has written into other texts.

use crate::desk::{Answer, Desk};

/// A casebook with a confidential talk with Jane Smith, and an open report by Ann Doe.
fn desk() -> Desk {
    let desk = Desk::new();
    let talk = ["source", "add", "What the bookkeeper told us", "--kind", "interview"];
    let more =
        ["--key", "smith-2019", "--speaker", "Smith, Jane", "--confidentiality", "confidential"];
    desk.run(&[&talk[..], &more, &["--url", "https://drop.example/a/1"]].concat()).succeeds();
    let report = ["source", "add", "The report", "--kind", "report", "--key", "report-2020"];
    desk.run(&[&report[..], &["--author", "Doe, Ann"]].concat()).succeeds();
    desk.run(&["claim", "add", "The bank paid nobody.", "--key", "c1"]).succeeds();
    desk.run(&["cite", "c1", "smith-2019"]).succeeds();
    desk.run(&["cite", "c1", "report-2020"]).succeeds();
    desk
}

fn export(desk: &Desk, more: &[&str]) -> Answer {
    desk.run(&[&["export", "case", "--output", "out", "--force"][..], more].concat())
}

#[test]
fn who_exports_hears_which_name_stands_where_and_nothing_is_written() {
    let desk = desk();
    desk.run(&["claim", "edit", "c1", "--note", "Ask Jane Smith again."]).succeeds();
    insta::assert_snapshot!(export(&desk, &[]).fails(), @"
    --- stderr
    error: claim c1, note: the name `Smith, Jane` of smith-2019 is withheld
    hint: nothing was written; reword it (twosource claim edit, citation edit, source edit), or let it out as it is with --allow-names
    --- status 2
    ");
    assert!(!desk.path("out").exists());
    export(&desk, &["--allow-names"]).succeeds();
    insta::assert_snapshot!(desk.run(&["history", "--change", "7"]), @"
    --- stdout
    change 7  2026-11-02 14:05 UTC  Ada  export case --allow-names
      showed 1 text with a confidential name, in out
    --- status 0
    ");
}

#[test]
fn it_is_found_in_every_text() {
    let edits: [&[&str]; 12] = [
        &["claim", "edit", "c1", "--statement", "The bank paid Jane Smith."],
        &["claim", "edit", "c1", "--claimant", "Jane Smith"],
        &["claim", "edit", "c1", "--add-tag", "Smith"],
        &["claim", "edit", "c1", "--appears-in", "report-2020", "--appears-quote", "says Smith"],
        &["citation", "edit", "2", "--quote", "so said Smith"],
        &["citation", "edit", "2", "--locator", "page 3, where Smith speaks"],
        &["citation", "edit", "2", "--note", "as smith-2019 has it"],
        &["source", "edit", "report-2020", "--title", "The report on Jane Smith"],
        &["source", "edit", "report-2020", "--note", "see drop.example/a/1"],
        &["source", "edit", "report-2020", "--csl", "genre=letter to Smith"],
        &["waive", "c1", "single-source", "--reason", "Smith is enough."],
        &["import", "in"],
    ];
    for edit in edits {
        let desk = desk();
        let reviews =
            "claim,reviewer,verdict,reviewed_at,note\nc1,Ben,supported,2026-01-02,Smith.\n";
        std::fs::create_dir(desk.path("in")).unwrap();
        std::fs::write(desk.path("in/reviews.csv"), reviews).unwrap();
        desk.run(edit).succeeds();
        let answer = export(&desk, &[]);
        assert_eq!(answer.status, Some(2), "{edit:?}\n{answer}");
        assert!(answer.stderr.contains(" of smith-2019 is withheld\n"), "{edit:?}\n{answer}");
    }
}

#[test]
fn spelling_makes_no_difference_and_other_words_are_left_alone() {
    let finds = |statement: &str| {
        let desk = desk();
        let farsi = ["--speaker", "حسینی, کریم", "--confidentiality", "confidential"];
        let talk = ["source", "add", "Talk", "--kind", "interview", "--key", "k2"];
        desk.run(&[&talk[..], &farsi].concat()).succeeds();
        desk.run(&["claim", "add", statement]).succeeds();
        desk.run(&["claim", "list", "--format", "json"]).status == Some(2)
    };
    for statement in
        ["JANE\u{a0}SMITH said so.", "It was Smith’s.", "Śmith, they said.", "قال الحسيني ذلك"]
    {
        assert!(finds(statement), "{statement}");
    }
    for statement in ["A blacksmith said so.", "Jane said so.", "He spoke in 2019."] {
        assert!(!finds(statement), "{statement}");
    }
}

#[test]
fn a_name_that_an_open_source_shows_is_none() {
    let desk = desk();
    desk.run(&["claim", "add", "The bank paid Jane Smith."]).succeeds();
    desk.run(&["claim", "list", "--format", "json"]).fails();
    // Another Smith: the family name is open now, the whole name is not.
    let other = ["source", "add", "A letter", "--kind", "letter", "--author", "Smith, Adam"];
    desk.run(&other).succeeds();
    desk.run(&["claim", "list", "--format", "json"]).fails();
    desk.run(&["claim", "edit", "c2", "--statement", "The bank paid Smith."]).succeeds();
    desk.run(&["claim", "list", "--format", "json"]).succeeds();
    let same = ["source", "add", "A speech", "--kind", "speech", "--speaker", "Smith, Jane"];
    desk.run(&same).succeeds();
    desk.run(&["claim", "edit", "c2", "--statement", "The bank paid Jane Smith."]).succeeds();
    desk.run(&["claim", "list", "--format", "json"]).succeeds();
}

#[test]
fn what_is_not_written_is_not_looked_at() {
    let desk = desk();
    desk.run(&["claim", "edit", "c1", "--note", "Ask Jane Smith again."]).succeeds();
    desk.run(&["claim", "list", "--format", "json"]).succeeds();
    desk.run(&["export", "bibliography"]).succeeds();
    desk.run(&["stats"]).succeeds();
    desk.run(&["claim", "show", "c1"]).fails();
    desk.run(&["export", "footnotes"]).succeeds();
}

#[test]
fn pages_and_pictures_are_looked_through() {
    let desk = desk();
    let statement = "For many years the bank has paid Jane Smith.";
    desk.run(&["claim", "edit", "c1", "--statement", statement]).succeeds();
    for format in ["svg", "dot", "mermaid", "json"] {
        desk.run(&["graph", "--format", format]).fails();
        desk.run(&["graph", "--format", format, "--output", "picture"]).fails();
    }
    for format in ["html", "markdown", "json", "csv", "table"] {
        let answer = desk.run(&["check", "--format", format, "--output", "page"]);
        // JSON and CSV of findings have no statements.
        let is_told = !matches!(format, "json" | "csv");
        assert_eq!(answer.status == Some(2), is_told, "{format}\n{answer}");
        assert_eq!(desk.path("page").exists(), !is_told, "{format}");
        let _ = std::fs::remove_file(desk.path("page"));
    }
    assert!(!desk.path("picture").exists());
}

#[test]
fn what_is_let_out_is_asked_and_kept_once() {
    let desk = desk();
    desk.run(&["claim", "edit", "c1", "--statement", "The bank paid Jane Smith."]).succeeds();
    let written: [&[&str]; 4] = [
        &["check", "--format", "html"],
        &["graph", "--format", "svg", "--output", "picture.svg"],
        &["export", "claims", "--format", "csv"],
        &["export", "claims", "--output", "claims.xlsx"],
    ];
    for call in written {
        let answer = desk.run(&[call, &["--allow-names"]].concat());
        assert_ne!(answer.status, Some(2), "{answer}");
        assert_eq!(answer.stderr.matches("is withheld").count(), 1, "{answer}");
    }
    let history = desk.run(&["history", "--allow-names"]).succeeds().stdout;
    assert_eq!(history.matches(" --allow-names").count(), written.len(), "{history}");
}
