//! Showing what is confidential: on a terminal, or asked for, and then kept in the history.

use std::process::{Command, Stdio};

use crate::desk::Desk;

fn desk() -> Desk {
    let desk = Desk::new();
    let talk = ["source", "add", "Talk", "--kind", "interview", "--key", "smith-2019"];
    let more = ["--speaker", "Smith, Jane", "--confidentiality", "confidential"];
    desk.run(&[&talk[..], &more].concat()).succeeds();
    desk
}

/// What a terminal shows of a command, with this typed in.
#[cfg(target_os = "linux")]
fn on_a_terminal(desk: &Desk, arguments: &str, typed: &str) -> (Option<i32>, String) {
    use std::io::Write;
    let program = assert_cmd::cargo::cargo_bin("twosource");
    let mut terminal = Command::new("script")
        .args(["-qec", &format!("{} {arguments}", program.display()), "/dev/null"])
        .current_dir(desk.folder())
        .env("TWOSOURCE_NOW", crate::desk::NOW)
        .env("TWOSOURCE_ACTOR", "Ada")
        .env("NO_COLOR", "1")
        .env_remove("TWOSOURCE_CASEBOOK")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    terminal.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    let output = terminal.wait_with_output().unwrap();
    (output.status.code(), String::from_utf8(output.stdout).unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn a_table_on_a_terminal_shows_it_and_nothing_else_does() {
    let desk = desk();
    for command in ["source list", "source show smith-2019", "creator list", "history smith-2019"] {
        let (status, shown) = on_a_terminal(&desk, command, "");
        assert!(status == Some(0) && shown.contains("Jane"), "{command}\n{shown}");
        assert!(!shown.contains("stand-in"), "{command}\n{shown}");
        let (_, json) = on_a_terminal(&desk, &format!("{command} --format json"), "");
        assert!(!json.contains("Jane"), "{command}\n{json}");
    }
    // What is typed comes out as the stand-in, and a name that is hidden is said to be.
    let piped = desk.run(&["source", "show", "smith-2019"]).succeeds();
    assert!(piped.stdout.starts_with("confidential-source-1: "), "{piped}");
    insta::assert_snapshot!(desk.run(&["creator", "show", "Smith, Jane"]).fails(), @"
    --- stderr
    error: `Smith, Jane` is behind withheld sources alone
    hint: it is shown in a table on your terminal, or with --include-confidential
    --- status 2
    ");
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_terminal_somebody_is_asked() {
    let desk = desk();
    let export = "export case --include-confidential --output out";
    let (status, shown) = on_a_terminal(&desk, export, "n\n");
    assert_eq!(status, Some(2), "{shown}");
    assert!(
        shown.contains("this shows 1 confidential source by name, in out. Go on? [y/N]"),
        "{shown}"
    );
    assert!(!desk.path("out").exists() && !desk.run(&["history"]).stdout.contains("export"));
    let (status, shown) = on_a_terminal(&desk, export, "y\n");
    assert_eq!(status, Some(0), "{shown}");
    let sources = std::fs::read_to_string(desk.path("out/sources.csv")).unwrap();
    assert!(sources.contains("Smith, Jane"), "{sources}");
    assert!(desk.run(&["history"]).stdout.contains("export case --include-confidential"));
}

#[test]
fn the_history_keeps_what_was_shown_where_and_undo_passes_it_over() {
    let desk = desk();
    desk.run(&["export", "sources", "--include-confidential", "-o", "all.json"]).succeeds();
    let list = ["source", "list", "--format", "csv", "--include-confidential"];
    assert!(desk.run(&list).succeeds().stdout.contains("Smith, Jane"));
    insta::assert_snapshot!(desk.run(&["history"]).stdout, @"
    change  when (UTC)        who  what                                   of what
    ──────  ────────────────  ───  ─────────────────────────────────────  ──────────────────────────────
         3  2026-11-02 14:05  Ada  source list --include-confidential     1 confidential source by name,
                                                                          in a pipe or file
         2  2026-11-02 14:05  Ada  export sources --include-confidential  1 confidential source by name,
                                                                          in all.json
         1  2026-11-02 14:05  Ada  source add                             source confidential-source-1
    ");
    let history = desk.run(&["history", "--change", "2", "--format", "json"]).succeeds().stdout;
    let history: serde_json::Value = serde_json::from_str(&history).unwrap();
    let disclosed = serde_json::json!({
        "confidential": 1, "background": 0, "texts": 0, "to": "all.json"
    });
    assert_eq!(history[0]["disclosed"], disclosed);
    let csv = desk.run(&["history", "--change", "2", "--format", "csv"]).succeeds().stdout;
    assert!(csv.contains("disclosure,all.json,shown,confidential,,1"), "{csv}");
    desk.run(&["doctor"]).succeeds();
    let undone = desk.run(&["undo"]).succeeds();
    assert!(undone.stderr.contains("undid change 1 (source add by Ada"), "{undone}");
    let refused = desk.run(&["undo", "2"]).fails();
    assert!(refused.stderr.contains("changed no record"), "{refused}");
}

#[test]
fn where_nothing_is_confidential_nothing_is_kept() {
    let desk = Desk::new();
    desk.run(&["source", "add", "Open", "--kind", "letter"]).succeeds();
    desk.run(&["export", "case", "--output", "out", "--include-confidential"]).succeeds();
    assert!(!desk.run(&["history"]).stdout.contains("export"));
}

#[test]
fn what_cannot_be_written_is_not_said_to_have_been_shown() {
    let desk = desk();
    std::fs::write(desk.path("there.json"), "").unwrap();
    let export = ["export", "sources", "--output", "there.json", "--include-confidential"];
    assert!(desk.run(&export).fails().stderr.contains("there.json exists already"));
    assert!(!desk.run(&["history"]).stdout.contains("export"));
}

#[test]
fn messages_into_a_file_do_not_say_whose_word_a_level_hangs_on() {
    let desk = desk();
    desk.run(&["claim", "add", "The bank paid.", "--key", "c1"]).succeeds();
    let answer = desk.run(&["cite", "c1", "smith-2019", "--quote", "They did."]).succeeds();
    assert!(answer.stderr.contains("c1 is now single-source (was unsupported)\n"), "{answer}");
    desk.run(&["source", "edit", "smith-2019", "--confidentiality", "open"]).succeeds();
    desk.run(&["citation", "edit", "1", "--stance", "context"]).succeeds();
    let answer = desk.run(&["citation", "edit", "1", "--stance", "supports"]).succeeds();
    assert!(answer.stderr.contains("single-source (was unsupported): only smith-2019"), "{answer}");
}

#[test]
fn a_check_in_a_pipe_fails_where_it_fails_on_a_terminal() {
    let desk = Desk::new();
    let add = |key: &str, confidentiality: &str| {
        let report = ["source", "add", "Report", "--kind", "report", "--author", "Smith, Jane"];
        let more = ["--lineage", "original", "--key", key, "--confidentiality", confidentiality];
        desk.run(&[&report[..], &more].concat()).succeeds();
    };
    add("open", "open");
    add("hidden", "confidential");
    desk.run(&["claim", "add", "Closed.", "--key", "c1"]).succeeds();
    desk.run(&["cite", "c1", "open"]).succeeds();
    desk.run(&["cite", "c1", "hidden"]).succeeds();
    let piped = desk.run(&["check", "--rule", "single-origin"]);
    insta::assert_snapshot!(piped, @"
    --- stderr
    1 claim looked at, nothing found
    hint: 1 confidential source is a stand-in: this is not a terminal; --include-confidential shows what is confidential
    hint: 1 further finding with the names that are withheld: look at a table on a terminal
    --- status 1
    ");
    let all = desk.run(&["check", "--rule", "single-origin", "--include-confidential"]);
    assert!(all.status == Some(1) && all.stdout.contains("single-origin"), "{all}");
    desk.run(&["waive", "c1", "single-origin", "--reason", "Known."]).succeeds();
    desk.run(&["check", "--rule", "single-origin", "--format", "json"]).succeeds();
}

#[test]
fn a_message_into_a_file_does_not_say_who_has_another_spelling() {
    let desk = desk();
    desk.run(&["creator", "alias", "add", "Smith, Jane", "Sparrow, J."]).succeeds();
    let add = ["source", "add", "A", "--kind", "report", "--author", "Sparrow, J."];
    let withheld = [&add[..], &["--confidentiality", "confidential"]].concat();
    let told = desk.run(&withheld).succeeds().stderr;
    assert!(told.contains("Sparrow, J.: was written a name that is withheld"), "{told}");
    assert!(!told.contains("Jane"), "{told}");
    let row = "key,kind,title,creators,confidentiality\nk1,report,B,\"Sparrow, J.\",confidential\n";
    std::fs::create_dir(desk.path("in")).unwrap();
    std::fs::write(desk.path("in/sources.csv"), row).unwrap();
    let told = desk.run(&["import", "in"]).succeeds().stderr;
    assert!(told.contains("withheld") && !told.contains("Jane"), "{told}");
}
