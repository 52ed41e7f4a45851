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

#[test]
fn as_many_copies_are_kept_as_asked_for_and_nothing_else_is_removed() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid nobody."]).succeeds();
    let other = Desk::new();
    other.run(&["claim", "add", "Something else."]).succeeds();
    fs::create_dir(desk.path("safe")).unwrap();
    let name = |day: u32| format!("safe/casebook-2026-10-0{day}-120000.db");
    for day in 1..=3 {
        desk.run(&["backup", &name(day)]).succeeds();
    }
    // Copies of another casebook, and what only looks like a copy.
    let others = desk.path("safe/casebook-2026-09-01-120000.db");
    other.run(&["backup", others.to_str().unwrap()]).succeeds();
    fs::write(desk.path("safe/casebook-2026-09-02-120000.db"), "mine").unwrap();
    desk.run(&["backup", "safe/mine.db"]).succeeds();
    insta::assert_snapshot!(desk.run(&["backup", "--keep", "2", "safe"]), @"
    --- stderr
    copied FOLDER/casebook.db to safe/casebook-2026-11-02-140500.db
    removed safe/casebook-2026-10-01-120000.db
    removed safe/casebook-2026-10-02-120000.db
    --- status 0
    ");
    assert!(desk.path(&name(3)).exists() && others.exists() && desk.path("safe/mine.db").exists());
    assert!(desk.path("safe/casebook-2026-09-02-120000.db").exists());
    // A copy that fails removes none.
    desk.run(&["backup", "--keep", "1", "safe"]).fails();
    assert!(desk.path(&name(3)).exists());
    desk.run(&["backup", "--keep", "2", "safe.db"]).fails();
    assert_eq!(desk.run(&["backup", "--keep", "0", "safe"]).status, Some(2));
}
