//! What holds for every command: help, options of every command, and what is said of mistakes.

use crate::desk::Desk;

#[test]
fn help_and_version_are_no_failure() {
    let desk = Desk::empty();
    assert!(desk.run(&["--help"]).succeeds().stdout.contains("Examples:"));
    assert!(desk.run(&["claim", "add", "--help"]).succeeds().stdout.contains("Examples:"));
    assert!(desk.run(&["--version"]).succeeds().stdout.starts_with("twosource "));
}

#[test]
fn help_lists_each_command_with_what_it_does() {
    let desk = Desk::new();
    let explain = "explain      Explain why a claim has its level, and what would raise it";
    let show = "show    Show a claim";
    for (words, line) in [
        (vec!["--help"], explain),
        (vec!["help"], explain),
        (vec!["claim", "--help"], show),
        (vec!["help", "claim"], show),
    ] {
        let help = desk.run(&words).succeeds().stdout;
        assert!(help.contains(line), "{words:?} does not say: {line}\n{help}");
    }
}

#[test]
fn no_command_at_all_shows_the_help_and_is_a_usage_error() {
    let answer = Desk::empty().run(&[]);
    assert_eq!(answer.status, Some(2));
    assert!(answer.stderr.contains("Usage: twosource"), "{answer}");
}

#[test]
fn a_misspelt_command_is_told_what_is_near() {
    insta::assert_snapshot!(Desk::empty().run(&["clam"]).fails(), @"
    --- stderr
    error: unrecognized subcommand 'clam'
    hint: a similar subcommand exists: 'claim'; `twosource --help` explains it
    --- status 2
    ");
    insta::assert_snapshot!(Desk::empty().run(&["claim", "ad"]).fails(), @"
    --- stderr
    error: unrecognized subcommand 'ad'
    hint: a similar subcommand exists: 'add'; `twosource claim --help` explains it
    --- status 2
    ");
}

#[test]
fn a_value_that_is_not_in_the_list_is_told_what_is_near() {
    let answer = Desk::new().run(&["claim", "add", "It rains.", "--nature", "fct"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: invalid value 'fct' for '--nature <NATURE>'
    hint: a similar value exists: 'fact'; possible values: fact, record; `twosource claim add --help` explains it
    --- status 2
    ");
}

#[test]
fn a_value_that_cannot_be_read_is_told_how_to_write_it() {
    let answer =
        Desk::new().run(&["claim", "add", "It rains.", "--claimed-on", "2017-13-40"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --claimed-on: `2017-13-40` is not a date
    hint: write it as precisely as it is known: 2017-09-10, 2017-09, 2017, 198X (the eighties), 2002-22 (summer 2002), 1992~ (about), 2004/2005 (from … to)
    --- status 2
    ");
    insta::assert_snapshot!(Desk::new().run(&["claim", "add", "It rains.", "--wait=-1"]).fails(), @"
    --- stderr
    error: --wait: `-1` is not a number of seconds from 0 to 86400
    hint: write it as 10 or 0.5
    --- status 2
    ");
}

#[test]
fn what_is_missing_is_named() {
    insta::assert_snapshot!(Desk::new().run(&["claim", "add"]).fails(), @"
    --- stderr
    error: the following required arguments were not provided: <STATEMENT>
    hint: `twosource claim add --help` explains it
    --- status 2
    ");
}

#[test]
fn a_mistake_has_no_power_over_the_terminal() {
    let answer = Desk::empty().run(&["\u{1b}[31mclam\u{202e}"]).fails();
    assert!(!answer.stderr.contains(['\u{1b}', '\u{202e}']), "{answer}");
}

#[test]
fn the_nearest_casebook_above_is_found() {
    let desk = Desk::new();
    let inner = desk.path("a/b");
    std::fs::create_dir_all(&inner).unwrap();
    let mut command = desk.command(&["claim", "add", "It rains."]);
    desk.answer(command.current_dir(inner)).succeeds();
}

#[test]
fn no_casebook_is_an_error() {
    insta::assert_snapshot!(Desk::empty().run(&["claim", "add", "It rains."]).fails(), @"
    --- stderr
    error: there is no casebook.db in FOLDER or a folder above it
    hint: make one with `twosource init`, or name one with --casebook
    --- status 2
    ");
    let named = Desk::empty().run(&["--casebook", "other.db", "claim", "add", "It rains."]).fails();
    insta::assert_snapshot!(named, @"
    --- stderr
    error: there is no casebook at other.db
    hint: make one with `twosource init`, or name one with --casebook
    --- status 2
    ");
}

#[test]
fn a_file_that_is_no_casebook_is_an_error_and_left_alone() {
    let desk = Desk::empty();
    std::fs::write(desk.path("casebook.db"), "Notes on the bank story, second week.").unwrap();
    insta::assert_snapshot!(desk.run(&["claim", "add", "It rains."]).fails(), @"
    --- stderr
    error: FOLDER/casebook.db is no casebook: it is no SQLite file
    hint: name a casebook with --casebook, or make one with `twosource init`; this file was not touched
    --- status 2
    ");
}

#[test]
fn somebody_must_sign() {
    let desk = Desk::new();
    let nobody = ["claim", "add", "It rains.", "--actor", " "];
    insta::assert_snapshot!(desk.run(&nobody).fails(), @r#"
    --- stderr
    error: nobody is named who makes this change
    hint: add --actor "Your Name", or set TWOSOURCE_ACTOR to your name
    --- status 2
    "#);
    let mut command = desk.command(&["claim", "add", "It rains."]);
    desk.answer(command.env_remove("TWOSOURCE_ACTOR").env("LOGNAME", "bob")).succeeds();
    let shown = desk.run(&["claim", "show", "c1"]).succeeds();
    assert!(shown.stdout.contains("logged by  bob"), "{shown}");
}

#[test]
fn options_of_every_command_are_taken_before_and_after_it() {
    let desk = Desk::new();
    assert_eq!(desk.run(&["-q", "claim", "add", "It rains."]).succeeds().stderr, "");
    assert_eq!(desk.run(&["claim", "-q", "add", "It rains."]).succeeds().stderr, "");
    assert_eq!(desk.run(&["claim", "add", "It rains.", "-q"]).succeeds().stderr, "");
}
