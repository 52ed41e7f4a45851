//! Writing a case folder: all of its files or none.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::file::CaseFile;
use super::output::Output;
use super::swap::swap_in;
use super::tables::{self, Table, csl_column};
use super::writer::{CaseRow, CaseWriter};
use crate::domain::{kept_field, variable_column};
use crate::error::{Error, ErrorKind, Result};

/// Writes a case folder row by row, in any order of the files. Nothing is there under its name
/// before [`finish`](CaseFolderWriter::finish); without it, everything written is removed again.
pub struct CaseFolderWriter {
    folder: PathBuf,
    /// Whether the folder was made for this, and goes again if nothing comes of it.
    made: bool,
    variables: Vec<String>,
    outputs: Vec<(CaseFile, Output)>,
}

impl CaseFolderWriter {
    /// Begins a case folder; `variables` are the CSL variables that any of the sources has.
    ///
    /// # Errors
    ///
    /// Where the folder has any of the files already, where it cannot be made, and where a variable
    /// is none that `sources.csv` can hold.
    pub fn create(folder: &Path, variables: BTreeSet<String>) -> Result<Self> {
        let there = CaseFile::existing_in(folder);
        if !there.is_empty() {
            let names: Vec<_> = there.iter().map(|file| file.name()).collect();
            return Err(Error::new(
                ErrorKind::Exists,
                format!("{} already has {}", folder.display(), names.join(", ")),
            )
            .hint("name another folder, or replace the files with --force"));
        }
        Self::replace(folder, variables)
    }

    /// Begins a case folder that takes the place of the one that is there, if there is one: files
    /// of it that the new one does not have are removed, other files stay.
    ///
    /// # Errors
    ///
    /// Where the folder cannot be made, and where a variable is none that `sources.csv` can hold.
    pub fn replace(folder: &Path, variables: BTreeSet<String>) -> Result<Self> {
        let further = variables.iter().filter(|name| kept_field(name).is_none());
        further.into_iter().try_for_each(|name| csl_column(name))?;
        let made = !folder.exists();
        fs::create_dir_all(folder).map_err(|error| {
            Error::storage(format!("the folder {} cannot be made: {error}", folder.display()))
                .hint("name a folder in a place where you may write")
        })?;
        let variables = variables.into_iter().collect();
        Ok(CaseFolderWriter { folder: folder.to_owned(), made, variables, outputs: Vec::new() })
    }

    /// Puts everything in its place, and says which files there are now.
    ///
    /// # Errors
    ///
    /// Where the disk does not take it; the folder then is as it was before.
    pub fn finish(mut self) -> Result<Vec<PathBuf>> {
        for table in [&tables::SOURCES, &tables::CLAIMS, &tables::CITATIONS] {
            self.output(table)?;
        }
        let mut written = Vec::new();
        for (file, output) in self.outputs.drain(..) {
            written.push((file, output.close()?));
        }
        written.sort_by_key(|(file, _)| *file);
        let paths = swap_in(&self.folder, written)?;
        self.made = false;
        Ok(paths)
    }

    /// The file of a table, begun with its header if it is not there yet.
    fn output(&mut self, table: &Table) -> Result<&mut Output> {
        let position = match self.outputs.iter().position(|(file, _)| *file == table.file) {
            Some(position) => position,
            None => {
                let mut output = Output::create(&self.folder, table.file)?;
                let names = table.columns.iter().map(|column| column.name.to_owned());
                let variables = match table.file {
                    CaseFile::Sources => self.variables.as_slice(),
                    _ => &[],
                };
                output.row(names.chain(variables.iter().map(|name| variable_column(name))))?;
                self.outputs.push((table.file, output));
                self.outputs.len() - 1
            }
        };
        Ok(&mut self.outputs[position].1)
    }
}

impl CaseWriter for CaseFolderWriter {
    /// An error too where a source has a variable that was not announced.
    fn row(&mut self, row: &CaseRow<'_>) -> Result<()> {
        let known = |name: &String| self.variables.binary_search(name).is_ok();
        if let Some((name, _)) = row.variables.iter().find(|(name, _)| !known(name)) {
            let key = row.cells.first().map_or("", |key| key.as_ref());
            return Err(Error::invalid(format!(
                "the source `{key}` has the variable `{name}`, for which there is no column"
            )));
        }
        let value = |name: &String| {
            let found = row.variables.iter().find(|(variable, _)| variable == name);
            found.map_or("", |(_, value)| value.as_str()).to_owned()
        };
        let further =
            if row.table.file == CaseFile::Sources { self.variables.as_slice() } else { &[] };
        let further: Vec<String> = further.iter().map(value).collect();
        let cells = row.cells.iter().map(|cell| cell.as_ref());
        self.output(row.table)?.row(cells.chain(further.iter().map(String::as_str)))
    }
}

impl Drop for CaseFolderWriter {
    fn drop(&mut self) {
        self.outputs.clear();
        if self.made {
            // Fails where somebody has put something into it meanwhile, which is right.
            let _ = fs::remove_dir(&self.folder);
        }
    }
}
