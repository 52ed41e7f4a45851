use std::fs;

use crate::desk::Desk;

const NAMES: [&str; 2] = ["Mansouri, Javad", "Mansuri, Jawad"];

/// A desk with two sources whose authors look like one.
fn desk() -> Desk {
    let desk = Desk::new();
    for (key, name) in ["s1", "s2"].iter().zip(NAMES) {
        desk.run(&["source", "add", "Letter", "--kind", "letter", "--key", key, "--author", name])
            .succeeds();
    }
    desk
}

const CHECK: [&str; 3] = ["check", "--rule", "similar-voices"];

#[test]
fn the_check_does_not_ask_again() {
    let desk = desk();
    assert!(desk.run(&CHECK).stdout.contains("look like one"));
    insta::assert_snapshot!(desk.run(&["creator", "distinct", NAMES[1], NAMES[0]]).succeeds(), @"
    --- stderr
    Mansuri, Jawad and Mansouri, Javad are two
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["creator", "distinct", NAMES[0], NAMES[1]]).succeeds(), @"
    --- stderr
    nothing to change: it is said already that Mansouri, Javad and Mansuri, Jawad are two
    --- status 0
    ");
    assert_eq!(desk.run(&CHECK).succeeds().stdout, "");
    insta::assert_snapshot!(desk.run(&["creator", "merge", NAMES[0], NAMES[1]]).fails(), @"
    --- stderr
    error: Ada said on 2026-11-02 that `Mansouri, Javad` and `Mansuri, Jawad` are two
    hint: if they are one after all, first: twosource creator distinct 'Mansouri, Javad' 'Mansuri, Jawad' --remove
    --- status 2
    ");
    desk.run(&["doctor"]).succeeds();
    let back = ["creator", "distinct", NAMES[0], NAMES[1], "--remove"];
    insta::assert_snapshot!(desk.run(&back).succeeds(), @"
    --- stderr
    took back what Ada said on 2026-11-02: that Mansouri, Javad and Mansuri, Jawad are two
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&back).succeeds(), @"
    --- stderr
    nothing to take back: nobody said that Mansouri, Javad and Mansuri, Jawad are two
    --- status 0
    ");
    assert!(desk.run(&CHECK).stdout.contains("look like one"));
    desk.run(&["creator", "merge", NAMES[0], NAMES[1]]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn bad_input_is_told() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["creator", "distinct", "Mansouri, Jawad", NAMES[1]]).fails(), @"
    --- stderr
    error: there is no creator `Mansouri, Jawad`
    hint: did you mean `Mansuri, Jawad`?
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["creator", "distinct", NAMES[1], NAMES[1]]).fails(), @"
    --- stderr
    error: `Mansuri, Jawad` and `Mansuri, Jawad` are one name
    hint: name two creators: `twosource creator list` shows all names
    --- status 2
    ");
}

#[test]
fn a_case_folder_carries_it_but_no_name_that_is_withheld() {
    let desk = desk();
    desk.run(&["creator", "distinct", NAMES[0], NAMES[1]]).succeeds();
    desk.run(&["export", "case", "--output", "out"]).succeeds();
    let file = fs::read_to_string(desk.path("out/distinctions.csv")).unwrap();
    let row = file.lines().nth(1).unwrap();
    assert!(row.starts_with("\"Mansouri, Javad\",\"Mansuri, Jawad\",Ada,2026-11-02"), "{file}");

    desk.run(&["init", "second.db"]).succeeds();
    let second =
        |arguments: &[&str]| desk.run(&[&["--casebook", "second.db"][..], arguments].concat());
    second(&["import", "out"]).succeeds();
    second(&["export", "case", "--output", "again"]).succeeds();
    assert_eq!(fs::read_to_string(desk.path("again/distinctions.csv")).unwrap(), file);
    assert!(second(&["import", "out"]).succeeds().stderr.contains("1 distinction"));
    second(&["doctor"]).succeeds();

    desk.run(&["source", "edit", "s2", "--confidentiality", "background"]).succeeds();
    desk.run(&["export", "case", "--output", "outside"]).succeeds();
    assert!(!desk.path("outside/distinctions.csv").exists());
    desk.run(&["export", "case", "--output", "inside", "--include-confidential"]).succeeds();
    assert!(desk.path("inside/distinctions.csv").exists());

    fs::write(desk.path("out/distinctions.csv"), file.replace("Mansuri, Jawad", "Mansouri, Javad"))
        .unwrap();
    insta::assert_snapshot!(second(&["import", "out"]).fails(), @"
    --- stderr
    error: out/distinctions.csv, line 2, column `other`, value `Mansouri, Javad`: the two names are one
    hint: name somebody else
    --- status 2
    ");
}
