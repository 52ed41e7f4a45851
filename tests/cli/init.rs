use std::fs;

use crate::desk::Desk;

#[test]
fn makes_a_casebook_and_says_what_to_type_next() {
    let desk = Desk::empty();
    insta::assert_snapshot!(desk.run(&["init"]), @r#"
    --- stderr
    made an empty casebook: casebook.db
    hint: log the first claim: twosource claim add "What is claimed, in one sentence."
    --- status 0
    "#);
    assert!(desk.path("casebook.db").exists());
}

#[test]
fn an_existing_folder_gets_a_casebook_in_it() {
    let desk = Desk::empty();
    fs::create_dir(desk.path("bank story")).unwrap();
    insta::assert_snapshot!(desk.run(&["init", "bank story"]), @r#"
    --- stderr
    made an empty casebook: bank story/casebook.db
    hint: log the first claim: twosource --casebook 'bank story/casebook.db' claim add "What is claimed, in one sentence."
    --- status 0
    "#);
    assert!(desk.path("bank story/casebook.db").exists());
}

#[test]
fn an_existing_file_is_never_replaced() {
    let desk = Desk::empty();
    fs::write(desk.path("notes.txt"), "mine").unwrap();
    insta::assert_snapshot!(desk.run(&["init", "notes.txt"]).fails(), @"
    --- stderr
    error: notes.txt exists already
    hint: choose another name; an existing file is never replaced
    --- status 2
    ");
    assert_eq!(fs::read_to_string(desk.path("notes.txt")).unwrap(), "mine");
}

#[test]
fn a_casebook_that_the_environment_names_is_made_there() {
    let desk = Desk::empty();
    let mut command = desk.command(&["init"]);
    command.env("TWOSOURCE_CASEBOOK", desk.path("desk.db"));
    desk.answer(&mut command).succeeds();
    assert!(desk.path("desk.db").exists());
}

#[test]
fn a_folder_that_is_not_there_is_an_error() {
    insta::assert_snapshot!(Desk::empty().run(&["init", "stories/"]).fails(), @"
    --- stderr
    error: there is no folder stories/
    hint: make it first: mkdir -p stories/
    --- status 2
    ");
    insta::assert_snapshot!(Desk::empty().run(&["init", "stories/a.db"]).fails(), @"
    --- stderr
    error: there is no folder stories
    hint: make it first: mkdir -p stories
    --- status 2
    ");
}

#[test]
fn a_name_without_an_ending_is_a_file_and_said_to_be() {
    let desk = Desk::empty();
    insta::assert_snapshot!(desk.run(&["init", "bank"]), @r#"
    --- stderr
    made an empty casebook: bank
    hint: log the first claim: twosource --casebook bank claim add "What is claimed, in one sentence."
    hint: bank is a file, which commands find only by --casebook; for a folder that they find by themselves: mkdir NAME, then twosource init NAME
    --- status 0
    "#);
    assert!(desk.path("bank").is_file());
}

/// Whether this program can encrypt is decided when it is built; the tests of what it can are a binary of
/// their own.
#[cfg(not(feature = "encrypted"))]
#[test]
fn a_program_without_encryption_says_so() {
    let desk = Desk::empty();
    insta::assert_snapshot!(desk.run(&["init", "--encrypted"]).fails(), @"
    --- stderr
    error: this twosource is built without encryption
    hint: build one that has it: cargo install --path . --features encrypted
    --- status 2
    ");
    // A file that looks like chance: an encrypted casebook does.
    std::fs::write(desk.path("casebook.db"), vec![0xA7; 8192]).unwrap();
    insta::assert_snapshot!(desk.run(&["claim", "list"]).fails(), @"
    --- stderr
    error: FOLDER/casebook.db is encrypted, or no casebook
    hint: this twosource cannot open encrypted casebooks; one that is built with `cargo install --path . --features encrypted` can
    --- status 2
    ");
}
