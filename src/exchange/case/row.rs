//! One row of a file, its cells by column.

use std::str::FromStr;

use super::header::{Column, Header};
use crate::domain::{Date, Key, Timestamp, split_values};
use crate::error::{Error, Result};

/// The cells of one row.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub(super) header: &'a Header,
    /// The cells one after the other.
    pub(super) text: &'a str,
    /// Where in `text` each cell ends; one for each column of the header.
    pub(super) ends: &'a [usize],
    pub(super) line: u64,
}

impl<'a> Row<'a> {
    /// The cell as it stands in the file; empty where the file does not have the column.
    pub(super) fn cell(&self, column: Column) -> &'a str {
        self.header.position(column).map_or("", |position| self.cell_at(position))
    }

    /// The cell at a position of the row.
    pub(super) fn cell_at(&self, position: usize) -> &'a str {
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[position]]
    }

    /// The same error, said to be in this cell.
    pub(super) fn blame(&self, column: Column, error: Error) -> Error {
        error.at(self.header.place(self.line, Some(column.name), Some(self.cell(column))))
    }

    /// Free text, byte for byte; `None` where nothing is given.
    pub(super) fn text(&self, column: Column) -> Option<String> {
        let cell = self.cell(column);
        (!cell.is_empty()).then(|| cell.to_owned())
    }

    /// Free text that must not be blank.
    pub(super) fn required_text(&self, column: Column, hint: &str) -> Result<String> {
        let cell = self.cell(column);
        if cell.trim().is_empty() {
            let error = Error::invalid(format!("the {} is empty", column.name)).hint(hint);
            return Err(self.blame(column, error));
        }
        Ok(cell.to_owned())
    }

    /// A key that must be there.
    pub(super) fn key(&self, column: Column) -> Result<Key> {
        self.cell(column).parse().map_err(|error| self.blame(column, error))
    }

    /// A key, if one is given.
    pub(super) fn optional_key(&self, column: Column) -> Result<Option<Key>> {
        if self.cell(column).is_empty() { Ok(None) } else { self.key(column).map(Some) }
    }

    /// A word of a closed list, if one is given.
    pub(super) fn word<T: FromStr<Err = Error>>(&self, column: Column) -> Result<Option<T>> {
        let cell = self.cell(column).trim();
        if cell.is_empty() {
            return Ok(None);
        }
        cell.parse().map(Some).map_err(|error| self.blame(column, error))
    }

    /// A word of a closed list that must be there.
    pub(super) fn required_word<T: FromStr<Err = Error>>(&self, column: Column) -> Result<T> {
        self.cell(column).trim().parse().map_err(|error| self.blame(column, error))
    }

    /// A date, if one is given.
    pub(super) fn date(&self, column: Column) -> Result<Option<Date>> {
        self.word(column)
    }

    /// A moment that must be there.
    pub(super) fn timestamp(&self, column: Column) -> Result<Timestamp> {
        self.required_word(column)
    }

    /// The values of a cell that may hold several.
    pub(super) fn values(&self, column: Column) -> Vec<String> {
        let cell = self.cell(column);
        if cell.is_empty() { Vec::new() } else { split_values(cell) }
    }

    /// The same, each read as something more than text.
    pub(super) fn parsed_values<T: FromStr<Err = Error>>(&self, column: Column) -> Result<Vec<T>> {
        let parsed: Result<Vec<T>> =
            self.values(column).iter().map(|value| value.parse()).collect();
        parsed.map_err(|error| self.blame(column, error))
    }
}
