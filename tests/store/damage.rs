//! A file with holes: the doctor says so, wherever they are, and neither stops nor panics.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use twosource::error::ErrorKind;
use twosource::store::{Access, Store};

use super::desk::{Desk, WAIT, faults};

/// The bytes of a whole casebook in one file, and the size of its pages.
fn casebook(desk: &Desk) -> (Vec<u8>, usize) {
    let copy = desk.folder().join("whole.db");
    desk.store.backup(&copy).unwrap();
    let connection = Connection::open(&copy).unwrap();
    let number = |pragma: &str| -> u32 {
        connection.pragma_query_value(None, pragma, |row| row.get(0)).unwrap()
    };
    assert_eq!(number("freelist_count"), 0, "a page that nobody reads would be no loss");
    let size = number("page_size");
    (fs::read(&copy).unwrap(), size as usize)
}

fn assert_noticed(path: &Path, what: &str) {
    for access in [Access::Read, Access::Write] {
        match Store::open(path, access, WAIT) {
            Err(error) => assert!(matches!(error.kind, ErrorKind::Storage | ErrorKind::Invalid)),
            Ok(store) => assert!(!faults(&store).is_empty(), "{what}, {access:?}: not noticed"),
        }
    }
}

#[test]
fn every_page_is_missed() {
    let desk = Desk::with_a_case();
    let (whole, size) = casebook(&desk);
    let path = desk.folder().join("holes.db");
    for page in 0..whole.len() / size {
        let mut bytes = whole.clone();
        bytes[page * size..(page + 1) * size].fill(0);
        fs::write(&path, &bytes).unwrap();
        assert_noticed(&path, &format!("page {} is empty", page + 1));
    }
}

#[test]
fn wherever_it_is_cut_off_that_is_noticed() {
    let desk = Desk::with_a_case();
    let (whole, size) = casebook(&desk);
    let path = desk.folder().join("short.db");
    for pages in (1..whole.len() / size).step_by(5) {
        fs::write(&path, &whole[..pages * size]).unwrap();
        assert_noticed(&path, &format!("only {pages} pages are left"));
    }
}
