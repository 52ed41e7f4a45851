//! The frozen schemas, and whether the newest is still the one that a fresh casebook has.

use std::fs;
use std::path::{Path, PathBuf};

use super::fresh;
use super::schema::dump;

fn path(version: u32) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("fixtures/schemas/v{version}.sql"))
}

/// Version and SQL of every frozen schema, oldest first.
pub(crate) fn all() -> Vec<(u32, String)> {
    let read = |version| fs::read_to_string(path(version)).ok().map(|sql| (version, sql));
    versions().into_iter().filter_map(read).collect()
}

/// The versions that the program knows, one per migration, oldest first.
fn versions() -> Vec<u32> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
    let version = |name: &str| name.strip_prefix('V')?.split_once("__")?.0.parse().ok();
    let names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let mut versions: Vec<u32> =
        names.map(|name| version(name.to_str().unwrap()).unwrap()).collect();
    versions.sort_unstable();
    versions
}

/// The newest of them.
pub(crate) fn newest() -> u32 {
    versions().pop().unwrap()
}

#[test]
fn a_fresh_casebook_has_the_newest_frozen_schema() {
    let (_folder, connection) = fresh();
    let schema = dump(&connection);
    let path = path(newest());
    if std::env::var_os("TWOSOURCE_FREEZE").is_some() && !path.exists() {
        fs::write(&path, &schema).unwrap();
    }
    let frozen = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        schema, frozen,
        "a migration was edited or added: see the top of tests/migrations/main.rs"
    );
}

#[test]
fn every_version_is_frozen() {
    assert_eq!(all().into_iter().map(|(version, _)| version).collect::<Vec<_>>(), versions());
}

#[test]
fn a_frozen_schema_builds_itself() {
    for (version, sql) in all() {
        let connection = rusqlite::Connection::open_in_memory().unwrap();
        connection.execute_batch(&sql).unwrap();
        assert_eq!(dump(&connection), sql, "v{version}");
    }
}
