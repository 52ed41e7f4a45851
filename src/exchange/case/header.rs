//! Header rows: which column a cell is in.

use super::file::CaseFile;
use super::tables::{Table, csl_column, is_csl_column, own_column};
use crate::domain::{kept_field, nearest};
use crate::error::{Error, ErrorKind, Place, Problem, Result, shortened};

/// The most problems of one header that are listed.
const LISTED: usize = 20;

/// A column that a file may have.
#[derive(Debug, Clone, Copy)]
pub(super) struct Column {
    /// Its place among the columns of its table.
    pub(super) index: usize,
    pub(super) name: &'static str,
    pub(super) required: bool,
}

impl Column {
    pub(super) const fn required(index: usize, name: &'static str) -> Self {
        Column { index, name, required: true }
    }

    pub(super) const fn optional(index: usize, name: &'static str) -> Self {
        Column { index, name, required: false }
    }
}

/// The columns that one file has.
pub(super) struct Header {
    pub(super) file: CaseFile,
    /// The file as the user named it.
    pub(super) label: String,
    /// The names as they stand in the file.
    pub(super) names: Vec<String>,
    /// For every column of the table, which cell of a row it is, if the file has it.
    positions: Vec<Option<usize>>,
    /// The CSL variables among the columns and which cell of a row each is, in order of the names.
    pub(super) variables: Vec<(String, usize)>,
}

impl Header {
    /// A header that knows no columns yet, for what is wrong before they are known.
    pub(super) fn unread(file: CaseFile, label: String) -> Self {
        let (names, positions, variables) = Default::default();
        Header { file, label, names, positions, variables }
    }

    /// Takes the columns from the first row of a file.
    ///
    /// # Errors
    ///
    /// Everything that is wrong with the header, as one failure.
    pub(super) fn read(&mut self, table: &Table, names: Vec<String>) -> Result<()> {
        self.names = names;
        self.positions = vec![None; table.columns.len()];
        let mut problems = Vec::new();
        for position in 0..self.names.len() {
            if let Err(error) = self.add(table, position) {
                problems.extend(error.problems);
            }
        }
        for column in table.columns.iter().filter(|column| column.required) {
            if self.positions[column.index].is_none() && !self.is_misspelt(table, column) {
                problems.push(self.missing(table, column));
            }
        }
        self.variables.sort();
        Error::several(ErrorKind::Invalid, problems, LISTED).map_or(Ok(()), Err)
    }

    /// Which cell of a row a column is.
    pub(super) fn position(&self, column: Column) -> Option<usize> {
        self.positions[column.index]
    }

    /// A place in this file.
    pub(super) fn place(&self, line: u64, column: Option<&str>, value: Option<&str>) -> Place {
        Place {
            file: self.label.clone(),
            line: Some(line),
            column: column.map(str::to_owned),
            value: value.map(str::to_owned),
        }
    }

    fn add(&mut self, table: &Table, position: usize) -> Result<()> {
        let name = &self.names[position];
        let place = self.place(1, Some(name), None);
        if self.names[..position].contains(name) {
            return Err(Error::invalid(format!("the column `{}` is there twice", shortened(name)))
                .at(place)
                .hint("keep one of the two, or rename the other after the column it is"));
        }
        if let Some(column) = table.columns.iter().find(|column| column.name == name) {
            self.positions[column.index] = Some(position);
            return Ok(());
        }
        if table.file == CaseFile::Sources && kept_field(name).is_some() {
            self.variables.push((name.to_owned(), position));
            return Ok(());
        }
        match name.strip_prefix("csl:").filter(|_| table.file == CaseFile::Sources) {
            Some(variable) => {
                csl_column(variable).map_err(|error| error.at(place))?;
                self.variables.push((variable.to_owned(), position));
                Ok(())
            }
            None => Err(unknown(table, name).at(place)),
        }
    }

    /// Whether an unknown column is told to be this one: then it is not told to be missing as well.
    fn is_misspelt(&self, table: &Table, column: &Column) -> bool {
        let known = |name: &str| table.columns.iter().any(|column| column.name == name);
        let unknown = self.names.iter().filter(|name| !known(name));
        unknown.into_iter().any(|name| proposed(table, name) == Some(column.name))
    }

    fn missing(&self, table: &Table, column: &Column) -> Problem {
        let required: Vec<_> = table
            .columns
            .iter()
            .filter(|column| column.required)
            .map(|column| column.name)
            .collect();
        Problem {
            place: Some(self.place(1, Some(column.name), None)),
            message: format!("the column `{}` is missing", column.name),
            hint: Some(format!(
                "the first row of {} must name the columns {}",
                self.file,
                required.join(", ")
            )),
        }
    }
}

fn unknown(table: &Table, name: &str) -> Error {
    if name.trim().is_empty() {
        return Error::invalid("a column has no name")
            .hint("name the column in the first row, or delete it if it is empty");
    }
    let error = Error::invalid(format!("{} has no column `{}`", table.file, shortened(name)));
    if table.file == CaseFile::Sources && in_capitals(table, name).is_none() {
        if let Some((_, own)) = own_column(name) {
            return error.hint(format!("put it into {own}"));
        }
        if is_csl_column(name) {
            return error.hint(format!("a variable of CSL is written `csl:{name}`"));
        }
    }
    match proposed(table, name) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => {
            let known: Vec<_> = table.columns.iter().map(|column| column.name).collect();
            error.hint(format!("its columns are {}", known.join(", ")))
        }
    }
}

/// The column that a name is but for capital letters and white space around it.
fn in_capitals(table: &Table, name: &str) -> Option<&'static str> {
    let name = name.trim().to_lowercase();
    table.columns.iter().map(|column| column.name).find(|known| *known == name)
}

/// The column that an unknown name may have been meant for.
fn proposed(table: &Table, name: &str) -> Option<&'static str> {
    if let Some(column) = in_capitals(table, name) {
        return Some(column);
    }
    let other = table.file == CaseFile::Sources
        && (own_column(name).is_some() || is_csl_column(name) || name.starts_with("csl:"));
    let known = table.columns.iter().map(|column| column.name);
    if other { None } else { nearest(name, known) }
}
