use std::fs;

use crate::desk::Desk;

#[test]
fn the_copy_is_a_casebook_with_the_same_in_it() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["backup", "copy.db"]), @"
    --- stderr
    copied FOLDER/casebook.db to copy.db
    --- status 0
    ");
    let list = ["claim", "list", "--format", "json"];
    let copied = desk.run(&[&list[..], &["--casebook", "copy.db"]].concat()).succeeds();
    assert_eq!(copied.stdout, desk.run(&list).stdout);
}

#[test]
fn a_folder_gets_a_copy_named_by_the_time() {
    let desk = Desk::new();
    fs::create_dir(desk.path("safe")).unwrap();
    insta::assert_snapshot!(desk.run(&["backup", "safe"]), @"
    --- stderr
    copied FOLDER/casebook.db to safe/casebook-2026-11-02-140500.db
    --- status 0
    ");
    assert!(desk.path("safe/casebook-2026-11-02-140500.db").exists());
}

#[test]
fn an_existing_file_is_never_replaced() {
    let desk = Desk::new();
    fs::write(desk.path("notes.txt"), "mine").unwrap();
    insta::assert_snapshot!(desk.run(&["backup", "notes.txt"]).fails(), @"
    --- stderr
    error: notes.txt exists already
    hint: choose another name; an existing file is never replaced
    --- status 2
    ");
    assert_eq!(fs::read_to_string(desk.path("notes.txt")).unwrap(), "mine");
    insta::assert_snapshot!(desk.run(&["backup", "nowhere/copy.db"]).fails(), @"
    --- stderr
    error: there is no folder nowhere
    hint: make it first: mkdir -p nowhere
    --- status 2
    ");
}
