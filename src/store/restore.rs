//! Putting a backup in the place of a casebook.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::Store;
use super::backup::{copy, verify};
use super::cipher::{Passphrase, key_for, may_be_encrypted};
use super::doctor::{Severity, chain_findings};
use super::embedded::explained;
use super::open::{Access, beside, configure, connect, recognise, refuse_newer};
use crate::error::{Error, ErrorKind, Result};

/// What became of the files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the casebook is that was there before, if there was one.
    pub kept: Option<PathBuf>,
    /// How many changes the restored one holds.
    pub changes: i64,
}

/// Puts a copy of `backup` in the place of the casebook at `target`, and keeps what was there.
///
/// The backup is examined before anything is replaced: that it is a casebook, that its pages are whole,
/// that its history is chained. Refused while another program writes to the casebook. The change of files
/// is one renaming: there is always a whole casebook at `target`.
/// `key` opens both where they are encrypted; what was encrypted does not become readable by it.
pub fn restore(
    backup: &Path,
    target: &Path,
    wait: Duration,
    key: Option<&Passphrase>,
) -> Result<Restored> {
    refuse_newer(backup, recognise(backup, key)?)?;
    if may_be_encrypted(target) {
        replaceable(target, key)?;
    }
    if may_be_encrypted(target) && !may_be_encrypted(backup) {
        return Err(Error::invalid(format!(
            "{} is not encrypted, and the casebook is",
            backup.display()
        ))
        .hint("move the casebook away first, if everybody who gets the file may read it"));
    }
    if same_file(backup, target) {
        return Err(Error::invalid(format!("{} is the casebook itself", backup.display()))
            .hint("name the backup that is to take its place"));
    }
    let draft = free(target, ".restoring");
    let prepared = prepare(backup, &draft, wait, key);
    let outcome = prepared.and_then(|changes| {
        let kept = exchange(&draft, target, wait, key)?;
        Ok(Restored { kept, changes })
    });
    if outcome.is_err() {
        let _ = fs::remove_file(&draft);
    }
    outcome
}

/// An error where what may be an encrypted casebook does not open: neither is known whether it may become
/// readable, nor can its writers be kept out.
fn replaceable(target: &Path, key: Option<&Passphrase>) -> Result<()> {
    recognise(target, key).map(drop).map_err(|error| {
        let why = error.problems.first().map_or("it does not open", |it| it.message.as_str());
        Error::new(error.kind, format!("the casebook cannot be replaced: {why}")).hint(
            "give its passphrase with --passphrase-file; or move it away first, if it is to go. Nothing \
             was changed",
        )
    })
}

/// Copies the backup beside the casebook and examines the copy. Returns how many changes it holds.
fn prepare(backup: &Path, draft: &Path, wait: Duration, key: Option<&Passphrase>) -> Result<i64> {
    let key = key_for(backup, key);
    let from = connect(backup, Access::Read, key)?;
    configure(&from, wait)?;
    copy(&from, draft, key, verify)?;
    let store = Store::over(connect(draft, Access::Read, key)?, draft.to_owned(), key);
    if let Some(fault) =
        chain_findings(&store).into_iter().find(|finding| finding.severity == Severity::Fault)
    {
        return Err(Error::storage(format!(
            "{} is not restored: its history is broken: {}",
            backup.display(),
            fault.message
        ))
        .hint(
            "`twosource doctor --casebook BACKUP` says more; try an older backup. Nothing was changed",
        ));
    }
    store.count_changes()
}

/// Puts the draft in the place of the casebook, under a lock that keeps writers out.
fn exchange(
    draft: &Path,
    target: &Path,
    wait: Duration,
    key: Option<&Passphrase>,
) -> Result<Option<PathBuf>> {
    if target.symlink_metadata().is_err() {
        return rename(draft, target).map(|()| None);
    }
    let kept = free(target, ".before-restore");
    // What is no database any more, or damaged, has no writers to wait for.
    let lock = match recognise(target, key).and_then(|_| locked(target, wait, key)) {
        Ok(lock) => Some(lock),
        Err(error) if error.kind == ErrorKind::Busy => return Err(error),
        Err(_) => None,
    };
    fs::hard_link(target, &kept).map_err(|error| failed(&kept, &error))?;
    // They belong to the old file. The log is empty under the lock.
    for ending in ["-wal", "-shm"] {
        let helper = beside(target, ending);
        if helper.symlink_metadata().is_ok() {
            rename(&helper, &beside(&kept, ending))?;
        }
    }
    rename(draft, target)?;
    drop(lock);
    // Opened and closed once, the old file needs its helpers no more.
    if let Ok(connection) = connect(&kept, Access::Write, key) {
        let _ = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()));
    }
    Ok(Some(kept))
}

/// A connection that holds the casebook against writers, all its changes being in the file itself.
fn locked(target: &Path, wait: Duration, key: Option<&Passphrase>) -> Result<Connection> {
    let connection = connect(target, Access::Write, key)?;
    configure(&connection, wait)?;
    // Its log is renamed with the file: closing this must not remove one that is not its own.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)
        .map_err(explained)?;
    let busy: i64 = connection
        .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
        .map_err(explained)?;
    connection.execute_batch("BEGIN IMMEDIATE").map_err(explained)?;
    let log = beside(target, "-wal").metadata().map_or(0, |log| log.len());
    if busy != 0 || log > 0 {
        return Err(Error::new(ErrorKind::Busy, "another program is using the casebook").hint(
            "end the other twosource, or wait until it is done, and restore again; nothing was changed",
        ));
    }
    Ok(connection)
}

/// A name beside a file that nothing has.
fn free(path: &Path, ending: &str) -> PathBuf {
    let names = std::iter::once(String::new()).chain((2..).map(|number| format!("-{number}")));
    let mut paths = names.map(|number| beside(path, &format!("{ending}{number}")));
    paths.find(|path| path.symlink_metadata().is_err()).unwrap_or_else(|| beside(path, ending))
}

fn same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

fn rename(from: &Path, to: &Path) -> Result<()> {
    fs::rename(from, to).map_err(|error| failed(to, &error))
}

fn failed(path: &Path, error: &std::io::Error) -> Error {
    Error::storage(format!("{} cannot be written: {error}", path.display()))
        .hint("check that you may write in that folder, and that there is space")
}
