//! One file of a case folder that is written, under a temporary name until all of them are whole.

use std::io::{self, BufWriter, Write};
use std::path::Path;

use tempfile::{Builder, NamedTempFile, TempPath};

use super::file::CaseFile;
use crate::domain::MAX_CELL;
use crate::error::{Error, Result, shortened};

/// A file being written. Dropped, it removes itself.
pub(super) struct Output {
    file: CaseFile,
    to: BufWriter<NamedTempFile>,
}

impl Output {
    pub(super) fn create(folder: &Path, file: CaseFile) -> Result<Self> {
        let prefix = format!(".{file}.");
        let mut builder = Builder::new();
        builder.prefix(&prefix).suffix(".partial");
        readable_as_usual(&mut builder);
        let temporary = builder.tempfile_in(folder).map_err(|error| failed(file, &error))?;
        Ok(Output { file, to: BufWriter::with_capacity(128 << 10, temporary) })
    }

    /// Writes one row.
    ///
    /// # Errors
    ///
    /// Where the disk does not take it, and where a cell could not be read back.
    pub(super) fn row<T: AsRef<str>>(&mut self, cells: impl IntoIterator<Item = T>) -> Result<()> {
        let mut key = String::new();
        for (position, cell) in cells.into_iter().enumerate() {
            let cell = cell.as_ref();
            if cell.len() > MAX_CELL || cell.contains('\0') {
                return Err(unreadable(self.file, &key, cell));
            }
            if position == 0 {
                // Every table begins with the key of a record.
                key = shortened(cell);
            }
            write_cell(&mut self.to, position, cell).map_err(|error| failed(self.file, &error))?;
        }
        self.to.write_all(b"\n").map_err(|error| failed(self.file, &error))
    }

    /// Everything on the disk; the path still is the temporary one.
    pub(super) fn close(self) -> Result<TempPath> {
        let file = self.file;
        let temporary = self.to.into_inner().map_err(|error| failed(file, error.error()))?;
        temporary.as_file().sync_all().map_err(|error| failed(file, &error))?;
        Ok(temporary.into_temp_path())
    }
}

/// A temporary file is private by default; what is exported gets the rights that new files get.
#[cfg(unix)]
fn readable_as_usual(builder: &mut Builder<'_, '_>) {
    use std::os::unix::fs::PermissionsExt;
    builder.permissions(std::fs::Permissions::from_mode(0o666));
}

#[cfg(not(unix))]
fn readable_as_usual(_: &mut Builder<'_, '_>) {}

/// Writes a cell, in quotation marks only where it needs them, so that a diff stays readable.
fn write_cell(to: &mut impl Write, position: usize, cell: &str) -> io::Result<()> {
    if position > 0 {
        to.write_all(b",")?;
    }
    if !needs_quotes(cell) {
        return to.write_all(cell.as_bytes());
    }
    to.write_all(b"\"")?;
    for (part, text) in cell.split('"').enumerate() {
        if part > 0 {
            to.write_all(b"\"\"")?;
        }
        to.write_all(text.as_bytes())?;
    }
    to.write_all(b"\"")
}

fn needs_quotes(cell: &str) -> bool {
    let special = |byte: u8| matches!(byte, b',' | b'"' | b'\n' | b'\r');
    // White space around a cell is lost by many programs unless it is quoted.
    cell.bytes().any(special)
        || cell.starts_with(char::is_whitespace)
        || cell.ends_with(char::is_whitespace)
}

fn unreadable(file: CaseFile, key: &str, cell: &str) -> Error {
    let what = if cell.len() > MAX_CELL { "is longer than 1 MiB" } else { "holds a NUL character" };
    let start: String = cell.chars().filter(|c| !c.is_control()).take(40).collect();
    Error::invalid(format!("a cell of {file}, in the row of `{key}`, {what}: `{start}…`"))
        .hint("a case folder cannot hold it; shorten the text or take the character out")
}

/// The error for a file that cannot be written.
pub(super) fn failed(file: CaseFile, error: &io::Error) -> Error {
    Error::storage(format!("{file} cannot be written: {error}"))
        .hint("check that the folder may be written to and that the disk has room")
}
