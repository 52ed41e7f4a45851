//! A library in RIS, in and out again.

use std::path::Path;

use crate::desk::Desk;

fn fixture(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/libraries");
    folder.join(name).display().to_string()
}

#[test]
fn what_came_in_goes_out_and_in_again_the_same() {
    let (first, second) = (Desk::new(), Desk::new());
    for name in ["databases.ris", "zotero.ris", "made-here.ris"] {
        first.run(&["import", &fixture(name)]).succeeds();
    }
    first.run(&["export", "sources", "--format", "ris", "--strict", "-o", "out.ris"]).succeeds();
    let out = first.path("out.ris");
    second.run(&["import", out.to_str().unwrap()]).succeeds();
    let again = second.run(&["import", out.to_str().unwrap()]).succeeds().stderr;
    assert!(again.contains("unchanged: 7 sources\nnothing new"), "{again}");
    let again = second.run(&["export", "sources", "--format", "ris"]).succeeds().stdout;
    assert_eq!(again, std::fs::read_to_string(&out).unwrap());
    // And by way of a case folder.
    let third = Desk::new();
    first.run(&["export", "case", "--output", "case"]).succeeds();
    third.run(&["import", first.path("case").to_str().unwrap()]).succeeds();
    assert_eq!(third.run(&["export", "sources", "--format", "ris"]).succeeds().stdout, again);
    third.run(&["doctor"]).succeeds();
}

#[test]
fn what_ris_cannot_hold_is_told() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["export", "sources", "--format", "ris", "-o", "out.ris"]).succeeds();
    assert!(answer.stderr.contains("RIS cannot hold"), "{answer}");
    assert!(answer.stderr.contains("lineage (") && answer.stderr.contains("kind ("), "{answer}");
    desk.run(&["export", "sources", "--format", "ris", "--strict"]).fails();
}
