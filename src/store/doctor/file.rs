//! The file itself: pages and indexes, references between tables, the full-text index.

use rusqlite::ErrorCode;

use super::super::Store;
use super::super::cipher::may_be_encrypted;
use super::super::embedded::explained;
use super::super::engine::{Engine, params};
use super::faults::Faults;
use super::{Finding, settled};

const RESTORE: &str = "restore the latest backup; what was entered since then can be exported with \
                       `twosource export case` as far as it can still be read";

/// SQLite's own look at pages, indexes, CHECKs and types.
pub(super) fn pages(store: &Store) -> Vec<Finding> {
    let mut faults = Faults::new("file", RESTORE);
    let outcome = store.engine.query("PRAGMA integrity_check(100)", params! {}, &mut |row| {
        let verdict = row.text("integrity_check")?;
        if verdict != "ok" {
            faults.add(verdict);
        }
        Ok(())
    });
    settled(faults, outcome, "pages, indexes and constraints are whole")
}

/// Whether the file is encrypted, and if so whether every page is as it was written.
pub(super) fn encryption(store: &Store) -> Vec<Finding> {
    const NAME: &str = "encryption";
    if !may_be_encrypted(store.path()) {
        return vec![Finding::ok(NAME, "none: who gets the file can read it")];
    }
    let mut faults = Faults::new(NAME, RESTORE);
    let outcome = store.engine.query("PRAGMA cipher_integrity_check", params! {}, &mut |row| {
        faults.add(row.text("cipher_integrity_check")?);
        Ok(())
    });
    settled(
        faults,
        outcome,
        "the file is encrypted, and no page was changed without the passphrase",
    )
}

/// Every reference leads somewhere.
pub(super) fn references(store: &Store) -> Vec<Finding> {
    let mut faults = Faults::new("references", RESTORE);
    let sql = "SELECT \"table\" AS child, parent, count(*) AS number FROM pragma_foreign_key_check
               GROUP BY 1, 2 ORDER BY 1, 2";
    let outcome = store.engine.query(sql, params! {}, &mut |row| {
        let (child, parent) = (row.text("child")?, row.text("parent")?);
        let number = row.integer("number")?;
        faults.add(format!("{number} of the rows of `{child}` refer to a `{parent}` that is gone"));
        Ok(())
    });
    settled(faults, outcome, "every reference leads somewhere")
}

/// The full-text index agrees with the texts it was made from. The question is put to SQLite as a
/// write, although it writes nothing, so it needs a casebook opened for writing.
pub(super) fn full_text(store: &Store) -> Vec<Finding> {
    const NAME: &str = "full-text index";
    let connection = &store.engine.connection;
    if is_for_reading(store) || connection.is_readonly("main").unwrap_or(true) {
        return vec![Finding::skipped(NAME, "not examined: the casebook is open for reading only")];
    }
    // Rank 1: compare with the texts too, not only the index with itself.
    let question = "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)";
    let mut faults = Faults::new(
        NAME,
        "searches may miss records; export the case folder and import it into a new casebook",
    );
    match connection.execute_batch(question) {
        Ok(()) => {}
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => {
            return vec![Finding::skipped(NAME, "not examined: another program is writing")];
        }
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseCorrupt) => {
            faults.add("it does not agree with the texts it was made from");
        }
        Err(error) => faults.add(format!("it could not be examined: {}", explained(error))),
    }
    faults.findings("agrees with the texts")
}

/// Whether the casebook was opened for reading, whatever the file would allow.
pub(super) fn is_for_reading(store: &Store) -> bool {
    let answer = store.engine.connection.pragma_query_value(None, "query_only", |row| row.get(0));
    answer.unwrap_or(true)
}
