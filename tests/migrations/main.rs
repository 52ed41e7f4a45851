//! Every casebook of an earlier release opens with this one, with all it held.
//!
//! `fixtures/schemas/vN.sql` is the schema of release N, frozen: never edit one. A new migration
//! `V2__….sql` comes with its own frozen schema, which the tests write when told so:
//!
//! ```text
//! TWOSOURCE_FREEZE=1 cargo test --test migrations
//! ```
//!
//! Read the difference to the version before, commit the new file, and give `rows.rs` a row for each
//! new table. A file that is there already is never overwritten: as long as its version is not
//! released, delete it first.

// A test that cannot get its casebook has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

mod closed_lists;
mod frozen;
mod kinds;
mod rows;
mod schema;
mod upgrade;

use std::time::Duration;

use rusqlite::Connection;
use tempfile::TempDir;
use twosource::store::Store;

pub(crate) const WAIT: Duration = Duration::from_secs(5);

/// A fresh casebook as a plain database; the folder lives as long as it is held.
pub(crate) fn fresh() -> (TempDir, Connection) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("casebook.db");
    Store::create(&path, WAIT).unwrap();
    (folder, Connection::open(path).unwrap())
}
