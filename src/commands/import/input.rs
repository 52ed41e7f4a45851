//! What the path of an import leads to.

use std::path::Path;

use encoding_rs::Encoding;

use crate::error::{Error, Result};
use crate::exchange::case::{CaseFolder, is_spreadsheet};
use crate::exchange::library;

use super::format::{EntryFormat, FileFormat, titles};

/// What the path leads to.
pub(super) enum Input {
    Folder(CaseFolder),
    File {
        format: EntryFormat,
        /// The file, as the user named it.
        label: String,
        text: String,
    },
}

impl Input {
    /// Opens what the path leads to; a file is in the format that is given, or is recognised.
    pub(super) fn open(
        path: &Path,
        format: Option<FileFormat>,
        encoding: Option<&'static Encoding>,
    ) -> Result<Self> {
        if !path.is_file() {
            return match format {
                Some(format) if path.is_dir() => Err(no_file(path, format)),
                _ => CaseFolder::open(path).map(Input::Folder),
            };
        }
        if is_spreadsheet(path) {
            return Err(Error::invalid(format!("{} is a spreadsheet", path.display())).hint(
                "save it as CSV (UTF-8), each sheet under its name (sources.csv, claims.csv …) in \
                 one folder, and name that folder",
            ));
        }
        let label = path.display().to_string();
        let text = library::text(bytes(path)?, &label, encoding)?;
        let format = format.or_else(|| FileFormat::of(&text));
        let format = format.ok_or_else(|| unknown(path, &text))?;
        match format {
            FileFormat::JsonLines => CaseFolder::from_json_lines(&label, text).map(Input::Folder),
            FileFormat::Entries(format) => Ok(Input::File { format, label, text }),
        }
    }
}

fn no_file(path: &Path, format: FileFormat) -> Error {
    Error::invalid(format!("{} is a folder, not a file in {}", path.display(), format.title()))
        .hint("name the file; leave --format out for a case folder")
}

fn unknown(path: &Path, text: &str) -> Error {
    let error = Error::invalid(format!("{} is in no format that can be read", path.display()));
    if let Some(program) = library::exporter(text) {
        return error
            .hint(format!("it looks like {program}; export it again as RIS, which can be read"));
    }
    if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csv")) {
        return error
            .hint("a case folder is imported as a whole: name the folder that the file is in");
    }
    error.hint(format!(
        "a file is {}; a case folder is imported as a whole: name the folder",
        titles()
    ))
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| {
        Error::storage(format!("{} cannot be read: {error}", path.display()))
            .hint("check that the file is there and that you may read it")
    })
}
