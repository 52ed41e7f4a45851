//! What `export bibliography` says beside the bibliography.

use crate::desk::Desk;
use crate::sources;

#[test]
fn a_source_that_has_fallen_is_printed_and_named() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["source", "standing", "daily", "retracted"]).succeeds();
    let answer = desk.run(&["export", "bibliography", "--all"]).succeeds();
    assert!(answer.stdout.contains("The Daily"), "{answer}");
    assert!(answer.stderr.contains("warning: daily was retracted\n"), "{answer}");
    assert!(!answer.stderr.contains("wire was"), "{answer}");
}
