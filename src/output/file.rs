//! Files that a command writes for the user.

use std::io::Write;
use std::path::Path;

use crate::error::{Error, ErrorKind, Result};

/// An error where a file is there already and may not be replaced.
pub fn require_free(path: &Path, replace: bool) -> Result<()> {
    if !replace && path.symlink_metadata().is_ok() {
        return Err(Error::new(ErrorKind::Exists, format!("{} exists already", path.display()))
            .hint("choose another name, or replace it with --force"));
    }
    Ok(())
}

/// Writes a file, whole or not at all. An existing one is an error, unless it may be replaced.
pub fn write_file(path: &Path, bytes: &[u8], replace: bool) -> Result<()> {
    require_free(path, replace)?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let write = || -> std::io::Result<()> {
        let mut draft = readable_by_others(&mut tempfile::Builder::new()).tempfile_in(folder)?;
        draft.write_all(bytes)?;
        draft.as_file().sync_all()?;
        if replace {
            draft.persist(path).map_err(|failure| failure.error)?;
        } else {
            draft.persist_noclobber(path).map_err(|failure| failure.error)?;
        }
        Ok(())
    };
    write().map_err(|error| {
        Error::storage(format!("{} cannot be written: {error}", path.display()))
            .hint("check that the folder exists, that you may write there, and that there is space")
    })
}

/// What the user exports has the permissions that the system gives new files; a temporary file would
/// be readable by its owner alone.
fn readable_by_others<'a, 'b, 'c>(
    builder: &'a mut tempfile::Builder<'b, 'c>,
) -> &'a mut tempfile::Builder<'b, 'c> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder
}
