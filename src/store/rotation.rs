//! Removing old copies, so that a folder of backups does not grow for ever.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use chrono::NaiveDateTime;

use super::Store;
use super::engine::params;
use super::open::{Access, configure, connect, recognise};
use crate::error::{Error, Result};

/// How a copy in a folder is named: so that the names sort by age.
pub(super) const NAME: &str = "casebook-%Y-%m-%d-%H%M%S.db";

/// A copy is only looked at, so nothing is waited for.
const WAIT: Duration = Duration::ZERO;

impl Store {
    /// Removes the oldest copies of this casebook in a folder, so that `keep` are left, `newest` among
    /// them. Returns what was removed.
    ///
    /// Only files that are named as [`Store::backup`] is asked to name them and that are copies of this
    /// casebook, by the hash of its first change, are copies; all others stay.
    pub fn remove_old_backups(
        &self,
        folder: &Path,
        keep: usize,
        newest: &Path,
    ) -> Result<Vec<PathBuf>> {
        let Some(origin) = self.origin()? else { return Ok(Vec::new()) };
        let unread = |error: &std::io::Error| {
            Error::storage(format!("{} cannot be read: {error}", folder.display()))
                .hint("the copy is made; see why the folder cannot be read")
        };
        let mut copies = Vec::new();
        for entry in fs::read_dir(folder).map_err(|error| unread(&error))? {
            let path = entry.map_err(|error| unread(&error))?.path();
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            let dated = NaiveDateTime::parse_from_str(name, NAME).is_ok();
            // What was made later than this copy is none of its elders.
            if dated
                && path.file_name() < newest.file_name()
                && self.origin_of(&path) == Some(origin.clone())
            {
                copies.push(path);
            }
        }
        copies.sort();
        let surplus = (copies.len() + 1).saturating_sub(keep.max(1));
        copies.truncate(surplus);
        for path in &copies {
            fs::remove_file(path).map_err(|error| {
                Error::storage(format!("{} cannot be removed: {error}", path.display()))
                    .hint("the new copy is made; remove the old one by hand")
            })?;
        }
        Ok(copies)
    }

    /// Other files in the folder of this casebook that are copies of it, as far as they can be read.
    pub fn copies_beside(&self) -> Vec<PathBuf> {
        let folder = match self.path().parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let Ok(Some(origin)) = self.origin() else { return Vec::new() };
        let entries = fs::read_dir(folder).into_iter().flatten().flatten();
        let others = entries.map(|entry| entry.path()).filter(|path| {
            path.file_name() != self.path().file_name()
                && self.origin_of(path).as_ref() == Some(&origin)
        });
        let mut copies: Vec<PathBuf> = others.collect();
        copies.sort();
        copies
    }

    /// The hash of the first change, by which all copies of one casebook are known.
    fn origin(&self) -> Result<Option<String>> {
        let sql = "SELECT hex(hash) AS text FROM change WHERE id = 1";
        Ok(self.texts(sql, params! {})?.pop())
    }

    /// The same of the casebook in a file; `None` for anything else.
    fn origin_of(&self, path: &Path) -> Option<String> {
        if !path.symlink_metadata().is_ok_and(|data| data.is_file()) {
            return None;
        }
        recognise(path, self.key()).ok()?;
        let connection = connect(path, Access::Read, self.key()).ok()?;
        configure(&connection, WAIT).ok()?;
        let store = Store::over(connection, path.to_owned(), self.key());
        store.origin().ok().flatten()
    }
}
