//! No more room for the casebook to grow.

#![cfg(unix)]

use std::process::Command;

use twosource::domain::Claim;
use twosource::error::ErrorKind;
use twosource::store::edits::KeyChoice;
use twosource::store::{Access, Store};

use super::desk::{Desk, WAIT, key, signed};
use super::elsewhere;

#[test]
fn a_change_that_does_not_fit_leaves_nothing() {
    let desk = Desk::with_a_case();
    desk.stranger().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let before = desk.head();
    // No file may grow past what a casebook of this size needs; without the trap that kills.
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; ulimit -f 400; exec \"$0\" \"$@\""]);
    shell.arg(std::env::current_exe().unwrap());
    let output = elsewhere::run(shell, "full_disk::with_little_room", &desk.path()).unwrap();
    elsewhere::assert_passed(&output);
    assert!(desk.head() > before, "small changes fitted");
    assert_eq!(desk.faults(), Vec::<String>::new());
    desk.claim("after");
}

#[test]
#[ignore = "run by the test above, with little room"]
fn with_little_room() {
    let Some(path) = elsewhere::casebook() else { return };
    let store = Store::open(&path, Access::Write, WAIT).unwrap();
    let small = Claim::new(key("small"), "It fits");
    store.add_claim(&signed("Ben"), &small, KeyChoice::Given).unwrap();
    let big = Claim::new(key("big"), "word ".repeat(200_000));
    let error = store.add_claim(&signed("Ben"), &big, KeyChoice::Given).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Storage);
    assert!(error.to_string().contains("nothing was changed"), "{error}");
    assert!(error.problems[0].hint.as_deref().unwrap().contains("disk"), "{error:?}");
    assert!(store.find_claim("big").unwrap().is_none());
    assert!(store.find_claim("small").unwrap().is_some());
}
