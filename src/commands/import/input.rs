//! What the path of an import leads to.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use encoding_rs::Encoding;

use crate::error::{Error, Result};
use crate::exchange::case::{CaseFile, CaseFolder, is_spreadsheet};
use crate::exchange::library;
use crate::store::{ZOTERO_FILE, is_zotero};

use super::format::{EntryFormat, FileFormat, titles};

/// What the path leads to.
pub(super) enum Input {
    Folder(CaseFolder),
    /// The database of Zotero.
    Zotero(PathBuf),
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
        let in_folder = path.join(ZOTERO_FILE);
        if format.is_none() && in_folder.is_file() {
            return Ok(Input::Zotero(in_folder));
        }
        if !path.is_file() {
            return match format {
                Some(format) if path.is_dir() => Err(no_file(path, format)),
                _ => CaseFolder::open(path).map(Input::Folder),
            };
        }
        if format.is_none() && is_database(path) {
            return if is_zotero(path) {
                Ok(Input::Zotero(path.to_owned()))
            } else {
                Err(no_library(path))
            };
        }
        if is_spreadsheet(path) {
            return Err(Error::invalid(format!("{} is a spreadsheet", path.display())).hint(
                "save it as CSV (UTF-8), each sheet under its name (sources.csv, claims.csv …) in \
                 one folder, and name that folder",
            ));
        }
        if format.is_none() && is_of_a_case(path) {
            return Err(of_a_case(path));
        }
        let label = path.display().to_string();
        let text = library::text(bytes(path)?, &label, encoding)?;
        let format = format.or_else(|| by_name(path)).or_else(|| FileFormat::of(&text));
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
    error.hint(format!(
        "a file is {}; a case folder is imported as a whole: name the folder",
        titles()
    ))
}

/// A file that is called a table is one, whatever its cells may look like.
fn by_name(path: &Path) -> Option<FileFormat> {
    let ending = path.extension()?;
    ["csv", "tsv"]
        .iter()
        .any(|name| ending.eq_ignore_ascii_case(name))
        .then_some(FileFormat::Entries(EntryFormat::Table))
}

/// Whether the file is called like one of a case folder that is neither of sources nor of claims, and so
/// means nothing without the others.
fn is_of_a_case(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default();
    let on_their_own = [CaseFile::Sources, CaseFile::Claims];
    CaseFile::ALL.iter().any(|file| !on_their_own.contains(file) && name == file.name())
}

fn of_a_case(path: &Path) -> Error {
    Error::invalid(format!("{} is a file of a case folder", path.display())).hint(
        "a case folder is imported as a whole: name the folder that the file is in; if it is a table of \
         sources or claims: --format csv",
    )
}

fn is_database(path: &Path) -> bool {
    let mut beginning = [0; 16];
    let read = File::open(path).and_then(|mut file| file.read_exact(&mut beginning));
    read.is_ok() && &beginning == b"SQLite format 3\0"
}

fn no_library(path: &Path) -> Error {
    Error::invalid(format!("{} is a database, but no Zotero library", path.display())).hint(
        "of a Zotero library name the file zotero.sqlite; what is in another casebook comes in by a case \
         folder: twosource export case",
    )
}

fn bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| {
        Error::storage(format!("{} cannot be read: {error}", path.display()))
            .hint("check that the file is there and that you may read it")
    })
}
