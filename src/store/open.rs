//! Making and opening a casebook file.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::Store;
use super::cipher::{self, PLAIN, Passphrase};
use super::embedded::explained;
use super::migrate;
use crate::error::{Error, ErrorKind, Result};

/// `TwoS`, the mark of our files in SQLite's header.
pub(super) const APPLICATION_ID: u32 = 0x5477_6F53;

/// The usual name of a casebook.
pub const CASEBOOK_FILE: &str = "casebook.db";

/// What a command wants of a casebook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Only to read; works on a read-only disk.
    Read,
    /// To read and to write.
    Write,
}

impl Store {
    /// Makes a new, empty casebook.
    ///
    /// It is built beside its place and then put there, so that a failure leaves nothing behind. An
    /// existing file is never replaced.
    pub fn create(path: &Path, wait: Duration) -> Result<()> {
        Store::create_with(path, wait, None)
    }

    /// The same; with a passphrase it is encrypted from the first byte on.
    pub fn create_with(path: &Path, wait: Duration, key: Option<&Passphrase>) -> Result<()> {
        if path.symlink_metadata().is_ok() {
            return Err(exists(path));
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        // The temporary file is readable by its owner alone, and so is the casebook.
        let draft = tempfile::Builder::new()
            .prefix(".casebook-")
            .suffix(".db")
            .tempfile_in(folder)
            .map_err(|error| unwritable(path, &error))?;
        let mut connection = Connection::open(draft.path()).map_err(explained)?;
        cipher::unlock(&connection, key)?;
        configure(&connection, wait)?;
        connection.pragma_update(None, "journal_mode", "wal").map_err(explained)?;
        migrate::run(&mut connection)?;
        connection.close().map_err(|(_, error)| explained(error))?;
        draft.persist_noclobber(path).map_err(|failure| {
            if failure.error.kind() == std::io::ErrorKind::AlreadyExists {
                exists(path)
            } else {
                unwritable(path, &failure.error)
            }
        })?;
        Ok(())
    }

    /// Opens the casebook at `path`, after a look at the file that touches nothing.
    ///
    /// `wait` is how long a write waits for another program's. Where the file is of an older release
    /// and `access` is for writing, it is copied beside itself and brought up to date.
    pub fn open(path: &Path, access: Access, wait: Duration) -> Result<Store> {
        Store::open_with(path, access, wait, None)
    }

    /// The same with a passphrase, which is for an encrypted casebook; another one needs none.
    pub fn open_with(
        path: &Path,
        access: Access,
        wait: Duration,
        key: Option<&Passphrase>,
    ) -> Result<Store> {
        refuse_newer(path, recognise(path, key)?)?;
        let mut connection = connect(path, access, key)?;
        configure(&connection, wait)?;
        let version: u32 = connection
            .pragma_query_value(None, "user_version", |row| row.get(0))
            .map_err(explained)?;
        // Again: what a newer program has just written may not be in the header yet.
        refuse_newer(path, version)?;
        if version < migrate::NEWEST {
            if access == Access::Read {
                return Err(outdated(path));
            }
            migrate::upgrade(path, version, &mut connection, key)?;
        }
        let store = Store::over(connection, path.to_owned(), key);
        if version < migrate::NEWEST {
            // Damage that stands against it is named by whoever asks for levels.
            let _ = store.keep_all_levels(&mut |_| {});
        }
        Ok(store)
    }
}

/// The schema version in the header of a file that is a casebook; an error for any other file.
pub(super) fn recognise(path: &Path, key: Option<&Passphrase>) -> Result<u32> {
    let mut header = [0_u8; 100];
    let mut file = File::open(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => no_casebook(path),
        _ => Error::storage(format!("{} cannot be read: {error}", path.display()))
            .hint("check the name and that you may read it"),
    })?;
    let read = file.read_exact(&mut header);
    if path.is_dir() {
        return Err(stranger(path, "a folder"));
    }
    match read {
        Err(_) if file.metadata().is_ok_and(|meta| meta.len() == 0) => {
            return Err(stranger(path, "empty"));
        }
        Err(_) => return Err(stranger(path, "no SQLite file")),
        Ok(()) if !header.starts_with(PLAIN) => return cipher::recognise(path, key),
        Ok(()) => {}
    }
    let number = |at: usize| {
        u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]])
    };
    if number(68) != APPLICATION_ID {
        return Err(stranger(path, "another program's SQLite file"));
    }
    Ok(number(60))
}

/// The error for a file that is something else.
pub(super) fn stranger(path: &Path, what: &str) -> Error {
    Error::invalid(format!("{} is no casebook: it is {what}", path.display())).hint(
        "name a casebook with --casebook, or make one with `twosource init`; this file was not touched",
    )
}

/// A connection to a file; `key` is for one that is encrypted.
pub(super) fn connect(path: &Path, access: Access, key: Option<&Passphrase>) -> Result<Connection> {
    let key = cipher::key_for(path, key);
    // A file that may not be written opens read-only here; the first write says so.
    let writable = OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_READ_WRITE;
    let connection = Connection::open_with_flags(path, writable).map_err(explained)?;
    cipher::unlock(&connection, key)?;
    if access == Access::Write {
        return Ok(connection);
    }
    // A reader holds the file like a writer, so that the helper files of SQLite go again when it is
    // done, but it cannot write.
    let readable = |connection: &Connection| {
        connection.pragma_update(None, "query_only", true)?;
        connection.query_row("SELECT 1 FROM sqlite_schema LIMIT 1", [], |_| Ok(()))
    };
    if readable(&connection).is_ok() || beside(path, "-wal").exists() {
        return Ok(connection);
    }
    // In a folder where the helper files cannot be made, a file that nobody is writing to is read as
    // it stands.
    let immutable = format!("file:{}?immutable=1", percent_encoded(path));
    let flags = OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_READ_ONLY
        | OpenFlags::SQLITE_OPEN_URI;
    let connection = Connection::open_with_flags(immutable, flags).map_err(explained)?;
    cipher::unlock(&connection, key)?;
    Ok(connection)
}

/// The settings that hold for every connection.
pub(super) fn configure(connection: &Connection, wait: Duration) -> Result<()> {
    let settings = || -> rusqlite::Result<()> {
        connection.busy_timeout(wait)?;
        // A word in double quotes is a column, never by accident a text.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
        // A statement keeps its plan: without this, one that is run for row after row is planned anew
        // for each, because its values might ask for another plan.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
        connection.pragma_update(None, "foreign_keys", true)?;
        connection.pragma_update(None, "synchronous", "full")?;
        connection.set_prepared_statement_cache_capacity(64);
        Ok(())
    };
    settings().map_err(explained)
}

/// The file beside the casebook with this ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn percent_encoded(path: &Path) -> String {
    let mut encoded = String::new();
    for byte in path.as_os_str().as_encoded_bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' | b'~' => {
                encoded.push(char::from(*byte));
            }
            other => encoded.push_str(&format!("%{other:02X}")),
        }
    }
    encoded
}

/// The error for a file that would be replaced.
pub(super) fn exists(path: &Path) -> Error {
    Error::new(ErrorKind::Exists, format!("{} exists already", path.display()))
        .hint("choose another name; an existing file is never replaced")
}

fn unwritable(path: &Path, error: &std::io::Error) -> Error {
    Error::storage(format!("{} cannot be made: {error}", path.display()))
        .hint("check that the folder exists and that you may write there")
}

fn no_casebook(path: &Path) -> Error {
    Error::not_found(format!("there is no casebook at {}", path.display()))
        .hint("make one with `twosource init`, or name one with --casebook")
}

pub(super) fn refuse_newer(path: &Path, version: u32) -> Result<()> {
    if version <= migrate::NEWEST {
        return Ok(());
    }
    Err(Error::storage(format!(
        "{} was written by a newer twosource (its format is {version}, this program knows {})",
        path.display(),
        migrate::NEWEST
    ))
    .hint("install the newest twosource; this one leaves the file as it is"))
}

fn outdated(path: &Path) -> Error {
    Error::storage(format!("{} was written by an older twosource", path.display())).hint(
        "run `twosource doctor` where the file may be written: it is copied and brought up to date",
    )
}
