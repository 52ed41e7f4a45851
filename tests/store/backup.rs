//! Copies of the whole casebook.

use std::fs;

use twosource::error::ErrorKind;
use twosource::store::{Access, Store};

use super::desk::{Desk, WAIT, faults};

#[test]
fn a_copy_holds_everything_history_included() {
    let desk = Desk::with_a_case();
    let copy = desk.folder().join("copy.db");
    desk.store.backup(&copy).unwrap();
    let (head, digest) = (desk.head(), desk.digest());
    let opened = Store::open(&copy, Access::Write, WAIT).unwrap();
    assert_eq!(faults(&opened), Vec::<String>::new());
    assert_eq!(opened.claim("c1").unwrap().record, desk.store.claim("c1").unwrap().record);
    let copied = rusqlite::Connection::open(&copy).unwrap();
    let sql = "SELECT id, content_digest FROM change ORDER BY id DESC LIMIT 1";
    let last: (i64, Vec<u8>) =
        copied.query_row(sql, [], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    assert_eq!(last, (head, digest));
}

#[test]
fn an_existing_file_is_never_replaced() {
    let desk = Desk::with_a_case();
    let copy = desk.folder().join("copy.db");
    fs::write(&copy, "precious").unwrap();
    let error = desk.store.backup(&copy).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Exists);
    assert_eq!(fs::read_to_string(&copy).unwrap(), "precious");
    assert_eq!(desk.store.backup(&desk.path()).unwrap_err().kind, ErrorKind::Exists);
}

#[test]
fn a_folder_that_is_not_there_is_an_error_with_a_hint() {
    let desk = Desk::with_a_case();
    let error = desk.store.backup(&desk.folder().join("gone/copy.db")).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Storage);
    assert!(error.problems[0].hint.is_some());
}

#[test]
fn a_copy_taken_while_another_writes_is_whole() {
    let desk = Desk::with_a_case();
    let writer = desk.another();
    std::thread::scope(|scope| {
        let writing = scope.spawn(move || {
            let other = super::races::Adder(writer);
            (0..40).for_each(|number| other.add(&format!("w{number}")));
        });
        for number in 0..5 {
            let copy = desk.folder().join(format!("copy-{number}.db"));
            desk.store.backup(&copy).unwrap();
            let opened = Store::open(&copy, Access::Read, WAIT).unwrap();
            assert_eq!(faults(&opened), Vec::<String>::new());
        }
        writing.join().unwrap();
    });
}
