//! Opening a casebook of an earlier version.

use std::fs;
use std::path::Path;

use rusqlite::Connection;
use tempfile::TempDir;
use twosource::error::ErrorKind;
use twosource::store::{Access, Store};

use super::schema::dump;
use super::{WAIT, fresh, frozen, rows};

/// A casebook of this version with a row in every table.
fn casebook(sql: &str) -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("casebook.db");
    let connection = Connection::open(&path).unwrap();
    connection.pragma_update(None, "journal_mode", "wal").unwrap();
    connection.execute_batch(sql).unwrap();
    rows::insert(&connection);
    (folder, path)
}

fn files(folder: &Path) -> Vec<String> {
    let name = |entry: std::io::Result<fs::DirEntry>| {
        entry.unwrap().file_name().to_string_lossy().into_owned()
    };
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(name).collect();
    names.sort();
    names
}

#[test]
fn every_version_becomes_the_newest_and_keeps_its_rows() {
    let (_folder, new) = fresh();
    for (version, sql) in frozen::all() {
        let (folder, path) = casebook(&sql);
        let before = rows::count(&Connection::open(&path).unwrap());
        let store = Store::open(&path, Access::Write, WAIT).unwrap();
        assert_eq!(store.claim("c1").unwrap().record.statement, "Statement", "v{version}");
        drop(store);
        let connection = Connection::open(&path).unwrap();
        assert_eq!(dump(&connection), dump(&new), "v{version}");
        let after = rows::count(&connection);
        let lost = before.iter().find(|table| !after.contains(table));
        assert_eq!(lost, None, "v{version}: rows of a table are gone or more");
        drop(connection);
        let copies = files(folder.path()).len() - 1;
        assert_eq!(copies, usize::from(version < frozen::newest()), "v{version}");
    }
}

/// A file that is marked as ours but holds nothing yet stands for an earlier version as long as there
/// is none: it goes the way of every migration.
fn nothing_yet() -> (TempDir, std::path::PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("casebook.db");
    let connection = Connection::open(&path).unwrap();
    connection.execute_batch("PRAGMA application_id = 1417113427").unwrap();
    (folder, path)
}

#[test]
fn before_a_migration_the_file_is_copied_beside_itself() {
    let (folder, path) = nothing_yet();
    drop(Store::open(&path, Access::Write, WAIT).unwrap());
    assert_eq!(files(folder.path()), ["casebook.db", "casebook.db.before-v1"]);
    let (_folder, new) = fresh();
    assert_eq!(dump(&Connection::open(&path).unwrap()), dump(&new));
    let copy = Connection::open(folder.path().join("casebook.db.before-v1")).unwrap();
    let tables = "SELECT count(*) FROM sqlite_schema";
    assert_eq!(copy.query_row(tables, [], |row| row.get::<_, i64>(0)).unwrap(), 0);
}

#[test]
fn a_copy_from_another_time_stays() {
    let (folder, path) = nothing_yet();
    fs::write(folder.path().join("casebook.db.before-v1"), "precious").unwrap();
    drop(Store::open(&path, Access::Write, WAIT).unwrap());
    assert_eq!(fs::read(folder.path().join("casebook.db.before-v1")).unwrap(), b"precious");
    assert!(folder.path().join("casebook.db.before-v1-2").exists());
}

#[test]
fn reading_never_migrates() {
    let (folder, path) = nothing_yet();
    let bytes = fs::read(&path).unwrap();
    let error = Store::open(&path, Access::Read, WAIT).err().unwrap();
    assert_eq!(error.kind, ErrorKind::Storage);
    assert!(error.to_string().contains("older twosource"), "{error}");
    assert!(error.problems[0].hint.is_some());
    assert_eq!(fs::read(&path).unwrap(), bytes);
    assert_eq!(files(folder.path()), ["casebook.db"]);
}

#[test]
fn a_migration_that_fails_leaves_the_old_file() {
    let (folder, path) = nothing_yet();
    // Something stands where the migration wants to put a table.
    Connection::open(&path).unwrap().execute_batch("CREATE TABLE waiver (mine)").unwrap();
    let error = Store::open(&path, Access::Write, WAIT).err().unwrap();
    assert_eq!(error.kind, ErrorKind::Storage);
    let connection = Connection::open(&path).unwrap();
    let tables = "SELECT group_concat(name) FROM sqlite_schema WHERE name NOT LIKE 'refinery%'
                  AND name NOT LIKE 'sqlite_%'";
    let left: String = connection.query_row(tables, [], |row| row.get(0)).unwrap();
    assert_eq!(left, "waiver");
    assert!(folder.path().join("casebook.db.before-v1").exists());
}
