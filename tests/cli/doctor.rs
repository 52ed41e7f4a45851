use std::fs;

use crate::desk::Desk;

#[test]
fn a_casebook_that_only_twosource_wrote_is_whole() {
    insta::assert_snapshot!(Desk::with_the_article().run(&["doctor"]), @"
    --- stdout
    examined         result  what was found
    ───────────────  ──────  ─────────────────────────────────────────────────
    file             ok      pages, indexes and constraints are whole
    references       ok      every reference leads somewhere
    history          ok      1 changes, each follows from the one before
    records          ok      all 216 can be read
    content          ok      the records are those that the last change left
    identifiers      ok      agree with the sources
    search texts     ok      agree with the records
    lineage states   ok      every source with origins is derived
    creators         ok      each is behind a source
    levels           ok      105 are kept, each as it follows from the records
    full-text index  ok      agrees with the texts
    --- stderr
    the casebook is whole
    --- status 0
    ");
}

#[test]
fn a_file_that_is_no_casebook_is_an_error() {
    let desk = Desk::empty();
    fs::write(desk.path("casebook.db"), "Notes.").unwrap();
    desk.run(&["doctor"]).fails();
}

#[test]
fn what_another_program_wrote_is_a_fault_and_exits_with_1() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid nobody."]).succeeds();
    // The text is changed in the file itself, in place: no length, no index changes with it.
    let mut file = fs::read(desk.path("casebook.db")).unwrap();
    let (old, new) = (b"paid nobody", b"paid anyone");
    let places: Vec<usize> =
        (0..file.len() - old.len()).filter(|at| file[*at..].starts_with(old)).collect();
    places.iter().for_each(|at| file[*at..*at + old.len()].copy_from_slice(new));
    fs::write(desk.path("casebook.db"), file).unwrap();
    let answer = desk.run(&["doctor"]);
    assert_eq!(answer.status, Some(1), "{answer}");
    assert!(answer.stdout.contains("fault"), "{answer}");
}

#[test]
fn the_json_names_each_examination() {
    let desk = Desk::new();
    let answer = desk.run(&["doctor", "--format", "json"]).succeeds();
    let findings: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert!(
        findings.as_array().unwrap().iter().all(|finding| finding["result"] == "ok"),
        "{answer}"
    );
}
