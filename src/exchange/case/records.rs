//! The records of one file, read as they are asked for.

use std::io::BufRead;
use std::sync::Arc;

use super::damage::{Damage, wrong_separator};
use super::header::Header;
use super::json_lines::LineRecords;
use super::row::Row;
use super::rows::Rows;
use super::tables::Table;
use crate::error::{Error, Place, Result};
use crate::exchange::decode::Guess;

/// How much of a file is looked at to guess its encoding.
const GUESSED_FROM: usize = 256 << 10;

/// A record and where it stands.
#[derive(Debug, Clone)]
pub struct Located<T> {
    /// The record.
    pub value: T,
    /// The line on which it starts, counted from 1.
    pub line: u64,
    pub(super) file: Arc<str>,
}

impl<T> Located<T> {
    /// The place of one of its cells, for an error that shows only later: a reference to a record
    /// that does not exist, a key that is there already.
    pub fn place(&self, column: &str, value: impl Into<String>) -> Place {
        Place {
            file: self.file.to_string(),
            line: Some(self.line),
            column: Some(column.to_owned()),
            value: Some(value.into()),
        }
    }

    /// Another value that stands at the same place.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located { value: change(self.value), line: self.line, file: self.file }
    }
}

/// The records of one file of a case folder, or of one type among the lines of a file, in their order.
pub struct Records<T>(Input<T>);

enum Input<T> {
    Csv(Box<CsvRecords<T>>),
    Lines(Box<LineRecords<T>>),
}

impl<T> Records<T> {
    pub(super) fn csv(records: CsvRecords<T>) -> Self {
        Records(Input::Csv(Box::new(records)))
    }

    pub(super) fn lines(records: LineRecords<T>) -> Self {
        Records(Input::Lines(Box::new(records)))
    }
}

impl<T> Iterator for Records<T> {
    type Item = Result<Located<T>>;

    fn next(&mut self) -> Option<Self::Item> {
        match &mut self.0 {
            Input::Csv(records) => records.next(),
            Input::Lines(records) => records.next(),
        }
    }
}

/// The records of a CSV file.
///
/// After a row that is wrong it goes on with the next one, so that a user hears of many at once;
/// where the file itself is damaged (a quotation mark that never closes, an encoding that is none) it
/// ends with that.
pub(super) struct CsvRecords<T> {
    rows: Rows<'static>,
    header: Header,
    file: Arc<str>,
    read: fn(&Row<'_>) -> Result<T>,
    ended: bool,
}

impl<T> CsvRecords<T> {
    /// Reads the header row.
    pub(super) fn open(
        input: Box<dyn BufRead + Send>,
        table: &Table,
        label: String,
        read: fn(&Row<'_>) -> Result<T>,
    ) -> Result<Self> {
        let header = Header::unread(table.file, label);
        let file = Arc::from(header.label.as_str());
        let mut records = CsvRecords { rows: Rows::new(input), header, file, read, ended: false };
        let names = records.header_row(table)?;
        records.header.read(table, names)?;
        Ok(records)
    }

    fn header_row(&mut self, table: &Table) -> Result<Vec<String>> {
        let there = self.rows.advance().map_err(|damage| self.damaged(damage))?;
        let text = match std::str::from_utf8(&self.rows.row.bytes) {
            Ok(text) => text,
            Err(_) => return Err(self.not_utf8()),
        };
        if !there || text.trim().is_empty() {
            let columns: Vec<_> = table.columns.iter().map(|column| column.name).collect();
            let what = if there { "the first row is empty" } else { "the file is empty" };
            return Err(Error::invalid(what)
                .at(self.header.place(1, None, None))
                .hint(format!("its first row names the columns: {}", columns.join(","))));
        }
        let ends = &self.rows.row.ends;
        if let (1, Some(separator)) = (ends.len(), text.chars().find(|c| matches!(c, ';' | '\t'))) {
            return Err(self.damaged(wrong_separator(separator)));
        }
        let starts = std::iter::once(&0).chain(ends);
        let names: Option<Vec<_>> =
            starts.zip(ends).map(|(&start, &end)| Some(text.get(start..end)?.to_owned())).collect();
        names.ok_or_else(|| self.not_utf8())
    }

    fn next_row(&mut self) -> Result<Option<Located<T>>> {
        loop {
            match self.rows.advance() {
                Ok(true) => {}
                Ok(false) => return Ok(None),
                Err(damage) => {
                    self.ended = true;
                    return Err(self.damaged(damage));
                }
            }
            let raw = &self.rows.row;
            let valid = std::str::from_utf8(&raw.bytes).ok().filter(|text| {
                // Two halves of a character in two cells are none, even where together they are.
                text.is_ascii() || raw.ends.iter().all(|&end| text.is_char_boundary(end))
            });
            let Some(text) = valid else {
                self.ended = true;
                return Err(self.not_utf8());
            };
            if text.trim_ascii().is_empty() {
                continue;
            }
            let row = Row { header: &self.header, text, ends: &raw.ends, line: raw.line };
            if row.ends.len() != self.header.names.len() {
                return Err(wrong_length(&row));
            }
            let value = (self.read)(&row)?;
            return Ok(Some(Located { value, line: raw.line, file: Arc::clone(&self.file) }));
        }
    }

    fn damaged(&self, damage: Damage) -> Error {
        let column = damage.cell.and_then(|cell| self.header.names.get(cell));
        let place = self.header.place(damage.line, column.map(String::as_str), None);
        let error = if damage.unreadable {
            Error::storage(damage.what)
        } else {
            Error::invalid(damage.what)
        };
        error.at(place).hint(damage.hint)
    }

    /// The error for a row that is not UTF-8. Reads on to guess what it is instead.
    fn not_utf8(&mut self) -> Error {
        let raw = &self.rows.row;
        let at = first_invalid(&raw.bytes, &raw.ends);
        let lines = raw.bytes[..at].iter().filter(|&&byte| byte == b'\n').count();
        let line = raw.line + lines as u64;
        let cell = raw.ends.partition_point(|&end| end <= at);
        let cell_start = cell.checked_sub(1).map_or(0, |before| raw.ends[before]);
        let cell_end = raw.ends.get(cell).copied().unwrap_or(raw.bytes.len());
        let mut guess = Guess::new();
        guess.look_at(&raw.bytes);
        self.rows.drain(GUESSED_FROM, |bytes| guess.look_at(bytes));
        let encoding = guess.name();
        let raw = &self.rows.row;
        let value = String::from_utf8_lossy(&raw.bytes[cell_start..cell_end]);
        let column = self.header.names.get(cell).map(String::as_str);
        Error::invalid(format!("the text is not valid UTF-8; it looks like {encoding}"))
            .at(self.header.place(line, column, Some(&value)))
            .hint(format!(
                "save it as UTF-8: in Excel as \"CSV UTF-8\", in LibreOffice by \"Edit filter \
                 settings\", or with iconv -f {encoding} -t UTF-8"
            ))
    }
}

impl<T> Iterator for CsvRecords<T> {
    type Item = Result<Located<T>>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let next = self.next_row().transpose();
        self.ended |= next.is_none();
        next
    }
}

/// Where the first byte stands that is not UTF-8 within its own cell.
fn first_invalid(bytes: &[u8], ends: &[usize]) -> usize {
    let mut start = 0;
    for &end in ends {
        if let Err(error) = std::str::from_utf8(&bytes[start..end]) {
            return start + error.valid_up_to();
        }
        start = end;
    }
    start
}

fn wrong_length(row: &Row<'_>) -> Error {
    let (names, cells) = (&row.header.names, row.ends.len());
    let counts = format!("the row has {cells} cells, the header {}", names.len());
    if cells < names.len() {
        let missing = names[cells..].join(", ");
        return Error::invalid(format!("{counts}; missing: {missing}"))
            .at(row.header.place(row.line, names.get(cells).map(String::as_str), None))
            .hint("give every row a cell for each column; leave those empty that have no value");
    }
    Error::invalid(counts)
        .at(row.header.place(row.line, None, Some(row.cell_at(names.len()))))
        .hint("put a cell that holds a comma in quotation marks")
}
