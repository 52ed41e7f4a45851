//! Copies of the whole file, history included.

use std::path::Path;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, ffi};

use super::Store;
use super::cipher::{Passphrase, key_for, unlock};
use super::embedded::explained;
use super::open::{Access, connect, exists};
use crate::error::{Error, Result};

impl Store {
    /// Copies the casebook to a new file while others may write, and checks the copy.
    ///
    /// An existing file is never replaced. The copy of an encrypted casebook is encrypted likewise.
    pub fn backup(&self, target: &Path) -> Result<()> {
        self.require_inside()?;
        let key = key_for(&self.path, self.key());
        copy(&self.engine.connection, target, key, verify)
    }

    /// The same to a copy that is encrypted with this passphrase, whatever the casebook itself is.
    pub fn backup_encrypted(&self, target: &Path, key: &Passphrase) -> Result<()> {
        self.require_inside()?;
        into_place(target, |draft| {
            export_encrypted(&self.engine.connection, draft, key).map_err(explained)?;
            let copy = connect(draft, Access::Write, Some(key))?;
            copy.pragma_update(None, "journal_mode", "wal").map_err(explained)?;
            verify(&copy)?;
            copy.close().map_err(|(_, error)| explained(error))
        })
    }
}

/// Copies all pages to a new file, unless `check` refuses the copy.
pub(super) fn copy(
    from: &Connection,
    target: &Path,
    key: Option<&Passphrase>,
    check: impl FnOnce(&Connection) -> Result<()>,
) -> Result<()> {
    into_place(target, |draft| {
        let mut to = Connection::open(draft).map_err(explained)?;
        unlock(&to, key)?;
        copy_pages(from, &mut to).map_err(explained)?;
        check(&to)?;
        to.close().map_err(|(_, error)| explained(error))
    })
}

/// Writes a copy to a temporary file beside its place, readable by its owner alone, and puts it there when
/// it is whole.
fn into_place(target: &Path, write: impl FnOnce(&Path) -> Result<()>) -> Result<()> {
    if target.symlink_metadata().is_ok() {
        return Err(exists(target));
    }
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let failed = |error: &std::io::Error| {
        Error::storage(format!("{} cannot be written: {error}", target.display()))
            .hint("check that the folder exists, that you may write there, and that there is space")
    };
    let draft = tempfile::Builder::new()
        .prefix(".backup-")
        .suffix(".db")
        .tempfile_in(folder)
        .map_err(|error| failed(&error))?;
    write(draft.path())?;
    draft.as_file().sync_all().map_err(|error| failed(&error))?;
    draft.persist_noclobber(target).map_err(|failure| failed(&failure.error))?;
    Ok(())
}

/// Writes all content into a new file under another passphrase, as it is at one moment.
fn export_encrypted(from: &Connection, to: &Path, key: &Passphrase) -> rusqlite::Result<()> {
    let number = |name: &str| from.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let reading: bool = from.pragma_query_value(None, "query_only", |row| row.get(0))?;
    from.pragma_update(None, "query_only", false)?;
    key.attach(from, to, "copy")?;
    let export = || {
        from.execute_batch("BEGIN")?;
        let (application, version) = (number("application_id")?, number("user_version")?);
        from.query_row("SELECT sqlcipher_export('copy')", [], |_| Ok(()))?;
        from.execute_batch("COMMIT")?;
        from.pragma_update(Some("copy"), "application_id", application)?;
        from.pragma_update(Some("copy"), "user_version", version)
    };
    let outcome = export();
    if !from.is_autocommit() {
        from.execute_batch("ROLLBACK")?;
    }
    from.execute_batch("DETACH copy")?;
    from.pragma_update(None, "query_only", reading)?;
    outcome
}

/// Copies all pages in one step: between steps, what somebody else writes starts the copy anew, and
/// a casebook that is much written to would never be copied.
fn copy_pages(from: &Connection, to: &mut Connection) -> rusqlite::Result<()> {
    match Backup::new(from, to)?.step(-1)? {
        StepResult::Done => Ok(()),
        _ => Err(rusqlite::Error::SqliteFailure(ffi::Error::new(ffi::SQLITE_BUSY), None)),
    }
}

/// An error unless the pages of a copy are whole and its history is chained from its first change to its
/// last.
pub(super) fn verify(copy: &Connection) -> Result<()> {
    verify_pages(copy)?;
    let (count, last): (i64, i64) = copy
        .query_row("SELECT count(*), coalesce(max(id), 0) FROM change", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .map_err(explained)?;
    if count == last {
        return Ok(());
    }
    Err(Error::storage("the history of the copy has gaps")
        .hint("run `twosource doctor` on the casebook itself"))
}

/// An error unless the pages of a copy are whole.
pub(super) fn verify_pages(copy: &Connection) -> Result<()> {
    let verdict: String =
        copy.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(explained)?;
    if verdict == "ok" {
        return Ok(());
    }
    Err(Error::storage(format!("the copy is damaged: {verdict}"))
        .hint("run `twosource doctor` on the casebook itself"))
}
