//! A casebook that another program is writing to.

use super::{desk, run, stderr, succeed};

#[test]
fn a_writer_waits_and_then_says_what_to_do() {
    let folder = desk();
    let lock = rusqlite::Connection::open(folder.path().join("casebook.db")).unwrap();
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    let output = run(folder.path(), &["--wait", "0.2", "claim", "add", "The bank paid."]);
    assert_eq!(output.status.code(), Some(2));
    let told = stderr(&output);
    assert!(told.contains("another program is writing to the casebook"), "{told}");
    assert!(told.contains("\nhint: "), "{told}");
    // Reading goes on meanwhile.
    succeed(folder.path(), &["claim", "list"]);
    lock.execute_batch("ROLLBACK").unwrap();
    succeed(folder.path(), &["claim", "add", "The bank paid."]);
}

#[test]
fn a_writer_that_waits_long_enough_gets_through() {
    let folder = desk();
    let path = folder.path().join("casebook.db");
    let lock = rusqlite::Connection::open(path).unwrap();
    lock.execute_batch("BEGIN IMMEDIATE").unwrap();
    let mut waiting = super::program(folder.path());
    let waiting = waiting.args(["--wait", "30", "claim", "add", "The bank paid."]).spawn().unwrap();
    std::thread::sleep(std::time::Duration::from_millis(300));
    lock.execute_batch("ROLLBACK").unwrap();
    assert!(waiting.wait_with_output().unwrap().status.success());
    assert_eq!(super::store(folder.path()).count_claims().unwrap(), 1);
}
