//! Bringing a casebook file to the newest schema.

use std::path::Path;

use rusqlite::Connection;

use super::backup;
use super::cipher::{Passphrase, key_for};
use super::embedded::explained;
use super::open::beside;
use crate::error::{Error, Result};

mod embedded {
    refinery::embed_migrations!("migrations");
}

/// The version of the newest schema, which the build reads off the names of the migrations. Every
/// migration ends by setting `user_version` to its own.
///
/// Every command asks for it, and refinery would put its list of migrations together each time.
pub(super) const NEWEST: u32 = match u32::from_str_radix(env!("NEWEST_SCHEMA"), 10) {
    Ok(version) => version,
    Err(_) => panic!("the build names the newest schema by its number"),
};

/// Copies the file beside itself, then runs what is due.
pub(super) fn upgrade(
    path: &Path,
    version: u32,
    connection: &mut Connection,
    key: Option<&Passphrase>,
) -> Result<()> {
    // A copy of that name may be left from another time; it is of other contents and stays.
    let names = std::iter::once(String::new()).chain((2..).map(|number| format!("-{number}")));
    let free = names
        .map(|number| beside(path, &format!(".before-v{}{number}", version + 1)))
        .find(|copy| copy.symlink_metadata().is_err());
    if let Some(copy) = free {
        // An old file need not have a history in the form of today: only its pages are looked at.
        backup::copy(connection, &copy, key_for(path, key), backup::verify_pages)?;
    }
    run(connection)
}

/// Foreign keys off, the migrations that are due, all references checked, foreign keys on.
///
/// Off, because rebuilding a table with foreign keys on deletes the rows that refer to it.
pub(super) fn run(connection: &mut Connection) -> Result<()> {
    connection.pragma_update(None, "foreign_keys", false).map_err(explained)?;
    // Grouped: all that are due are one transaction, so a failure leaves the old schema whole.
    embedded::migrations::runner().set_grouped(true).run(connection).map_err(|error| {
        Error::storage(format!("the casebook could not be brought up to date: {error}"))
            .hint("the copy beside it is whole; please report this")
    })?;
    let broken: i64 = connection
        .query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))
        .map_err(explained)?;
    if broken > 0 {
        return Err(Error::storage(format!("{broken} references in the casebook lead nowhere"))
            .hint("restore the copy that was made beside the file before the update"));
    }
    connection.pragma_update(None, "foreign_keys", true).map_err(explained)
}
