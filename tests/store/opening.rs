//! Making and opening a casebook, and files that are none.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use twosource::error::{Error, ErrorKind};
use twosource::store::{Access, Store};

use super::desk::{Desk, WAIT, faults};

fn refused(path: &Path) -> Error {
    let reading = Store::open(path, Access::Read, WAIT).err().unwrap();
    let writing = Store::open(path, Access::Write, WAIT).err().unwrap();
    assert_eq!(reading, writing);
    assert!(reading.problems[0].hint.is_some(), "{reading}");
    reading
}

/// Every file of a folder with its size and the hash of its bytes.
fn contents(folder: &Path) -> Vec<(String, usize, String)> {
    let read = |entry: fs::DirEntry| {
        let bytes = fs::read(entry.path()).unwrap_or_default();
        let name = entry.file_name().to_string_lossy().into_owned();
        (name, bytes.len(), blake3::hash(&bytes).to_hex().to_string())
    };
    let mut files: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap())).collect();
    files.sort();
    files
}

#[test]
fn a_new_casebook_is_one_file_without_faults() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("casebook.db");
    Store::create(&path, WAIT).unwrap();
    assert_eq!(contents(folder.path()).len(), 1);
    let store = Store::open(&path, Access::Write, WAIT).unwrap();
    assert_eq!(faults(&store), Vec::<String>::new());
}

#[test]
fn reading_leaves_nothing_behind() {
    let desk = Desk::with_a_case();
    let path = desk.path();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    desk.store.backup(&copy).unwrap();
    drop(desk);
    assert!(!path.exists());
    let before = contents(folder.path());
    let store = Store::open(&copy, Access::Read, WAIT).unwrap();
    assert_eq!(faults(&store), Vec::<String>::new());
    drop(store);
    assert_eq!(contents(folder.path()), before);
}

#[cfg(unix)]
#[test]
fn a_new_casebook_is_its_owners_alone() {
    use std::os::unix::fs::PermissionsExt;
    let desk = Desk::new();
    assert_eq!(fs::metadata(desk.path()).unwrap().permissions().mode() & 0o777, 0o600);
}

#[test]
fn an_existing_file_is_never_replaced() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    fs::write(&path, "my notes").unwrap();
    let error = Store::create(&path, WAIT).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Exists);
    assert_eq!(fs::read_to_string(&path).unwrap(), "my notes");
    assert_eq!(contents(folder.path()).len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_nowhere_is_not_replaced_either() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("casebook.db");
    std::os::unix::fs::symlink(folder.path().join("gone"), &path).unwrap();
    assert_eq!(Store::create(&path, WAIT).unwrap_err().kind, ErrorKind::Exists);
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let error = Store::create(&folder.path().join("gone/casebook.db"), WAIT).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Storage);
    assert!(error.to_string().contains("gone/casebook.db"), "{error}");
}

#[test]
fn what_is_not_there_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(refused(&folder.path().join("casebook.db")).kind, ErrorKind::NotFound);
    assert!(contents(folder.path()).is_empty());
}

#[test]
fn a_folder_is_no_casebook() {
    let folder = tempfile::tempdir().unwrap();
    assert!(refused(folder.path()).to_string().ends_with("it is a folder"));
}

#[test]
fn files_of_another_kind_are_told_apart_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let long = "a text that is longer than the header of a database ".repeat(4);
    let cases = [("empty", "", "empty"), ("short", "hello", "no SQLite file")];
    for (name, text, said) in cases.into_iter().chain([("long", long.as_str(), "no SQLite file")]) {
        let path = folder.path().join(name);
        fs::write(&path, text).unwrap();
        let error = refused(&path);
        assert_eq!(error.kind, ErrorKind::Invalid);
        assert!(error.to_string().ends_with(&format!("it is {said}")), "{error}");
        assert_eq!(fs::read_to_string(&path).unwrap(), text);
    }
    assert_eq!(contents(folder.path()).len(), 3);
}

#[test]
fn another_programs_database_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("photos.db");
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch("PRAGMA journal_mode = wal; CREATE TABLE photo (id)").unwrap();
    drop(connection);
    let before = contents(folder.path());
    assert!(refused(&path).to_string().ends_with("it is another program's SQLite file"));
    assert_eq!(contents(folder.path()), before);
}

#[test]
fn a_casebook_of_a_newer_program_is_refused_and_left_alone() {
    let desk = Desk::with_a_case();
    let path = desk.path();
    desk.stranger().pragma_update(None, "user_version", 4711).unwrap();
    // Not in the header of the file yet: the other program has not put it there.
    let fresh = refused(&path);
    assert!(fresh.to_string().contains("newer twosource (its format is 4711"), "{fresh}");
    desk.stranger().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let before = contents(desk.folder());
    assert_eq!(refused(&path), fresh);
    assert_eq!(contents(desk.folder()), before);
}
