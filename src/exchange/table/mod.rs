//! Tables under other people's headings: CSV of sources or of claims, from spreadsheets and other
//! programs.
//!
//! What a column means is guessed from its heading (`Titel`, `Publication Title`), or said. Nothing is
//! lost: of a source, a column that means nothing known is kept as `csv:HEADING`; of a claim, it becomes
//! a line of the note. What a cell cannot be read as (a date that could be two) is kept likewise, and told.

mod claim;
mod date;
mod header;
mod headings;
mod kind;
mod merge;
mod rejects;
mod source;

pub use claim::ClaimEntry;
pub use header::{Asked, ColumnMeaning};
pub use headings::{TableSubject, table_field};
pub use kind::kind_of_word;
pub use merge::{merged_claim, merged_source};

use std::io::Cursor;
use std::ops::Range;

use super::case::{Damage, Rows};
use super::library::{Entries, Fault, Warning};
use crate::error::{Error, Place, Result};
use header::Header;

/// A table whose header is read.
pub struct Table<'t> {
    text: &'t str,
    separator: u8,
    header: Header,
    /// Where in the text the first row after the header begins, and on which line.
    body: (usize, u64),
}

/// A row of a table, its cells in order.
struct Row {
    line: u64,
    span: Range<usize>,
    cells: Vec<String>,
}

/// The table in this text, if its first row has headings of sources or claims among several.
pub fn recognises(text: &str) -> bool {
    let (separator, start, line) = beginning(text);
    first_row(text, separator, (start, line)).is_ok_and(|(headings, _)| {
        headings.len() > 1 && header::subject(&headings, &Asked::default()).is_ok()
    })
}

impl<'t> Table<'t> {
    /// Reads the header: what each column means, as far as it was not said.
    ///
    /// # Errors
    ///
    /// The text is no table, or its columns are not those of sources or claims.
    pub fn open(text: &'t str, label: &str, asked: &Asked) -> Result<Self> {
        let (separator, start, line) = beginning(text);
        let at = |line| Place { file: label.to_owned(), line: Some(line), ..Place::default() };
        let (headings, body) = first_row(text, separator, (start, line))
            .map_err(|damage| Error::invalid(damage.what).at(at(damage.line)).hint(damage.hint))?;
        let header = Header::new(headings, asked).map_err(|error| error.at(at(line)))?;
        Ok(Table { text, separator, header, body })
    }

    /// What a row of it is.
    pub fn subject(&self) -> TableSubject {
        self.header.subject
    }

    /// What each column was taken for, in order.
    pub fn columns(&self) -> &[ColumnMeaning] {
        &self.header.columns
    }

    /// The heading of the column with the keys, for the place of an error.
    pub fn key_heading(&self) -> &str {
        let is_key = |column: &&ColumnMeaning| column.field.as_deref() == Some("key");
        self.header.columns.iter().find(is_key).map_or("key", |column| &column.heading)
    }

    /// The rows as sources; one that is wrong does not keep the others from being read.
    pub fn sources(&self) -> Entries<'_> {
        Box::new(self.rows().map(|row| source::read(&self.header, row?)))
    }

    /// The rows as claims; one that is wrong does not keep the others from being read.
    pub fn claims(&self) -> impl Iterator<Item = std::result::Result<ClaimEntry, Fault>> {
        self.rows().map(|row| claim::read(&self.header, row?))
    }

    /// A table of the rows that were left out, with the reasons in a column of its own that an import
    /// passes over.
    pub fn rejected(&self, rejects: &[(Range<usize>, String)]) -> String {
        let header = &self.text[..self.body.0];
        rejects::document(self.text, header, char::from(self.separator), rejects)
    }

    fn rows(&self) -> impl Iterator<Item = std::result::Result<Row, Fault>> {
        let (start, first_line) = self.body;
        let mut rows = Rows::separated(Cursor::new(&self.text.as_bytes()[start..]), self.separator);
        let mut ended = false;
        std::iter::from_fn(move || {
            while !ended {
                let from = start + rows.consumed();
                match rows.advance() {
                    Ok(false) => break,
                    Ok(true) => {}
                    Err(damage) => {
                        ended = true;
                        let line = damage.line + first_line - 1;
                        let error = Error::invalid(damage.what).hint(damage.hint);
                        return Some(Err(Fault { line, key: None, error, span: 0..0 }));
                    }
                }
                let cells = cells(&rows);
                if cells.iter().all(|cell| cell.trim().is_empty()) {
                    continue;
                }
                let line = rows.row.line + first_line - 1;
                let span = from..start + rows.consumed();
                return Some(self.whole(Row { line, span, cells }));
            }
            None
        })
    }

    /// The row, where it has a cell for each heading and no more.
    fn whole(&self, mut row: Row) -> std::result::Result<Row, Fault> {
        let wanted = self.header.columns.len();
        while row.cells.len() > wanted
            && row.cells.last().is_some_and(|cell| cell.trim().is_empty())
        {
            row.cells.pop();
        }
        if row.cells.len() == wanted {
            return Ok(row);
        }
        let error =
            Error::invalid(format!("the row has {} cells, the header {wanted}", row.cells.len()))
                .hint("put cells that hold the separator or a line break in quotation marks");
        Err(Fault { line: row.line, key: None, error, span: row.span })
    }
}

/// The cells of the row that was read last. The text is valid, and separators are ASCII.
fn cells(rows: &Rows<'_>) -> Vec<String> {
    let ends = &rows.row.ends;
    let starts = std::iter::once(&0).chain(ends);
    starts
        .zip(ends)
        .map(|(&start, &end)| String::from_utf8_lossy(&rows.row.bytes[start..end]).into_owned())
        .collect()
}

/// The headings, and where what follows begins.
fn first_row(
    text: &str,
    separator: u8,
    (start, line): (usize, u64),
) -> std::result::Result<(Vec<String>, (usize, u64)), Damage> {
    let mut rows = Rows::separated(Cursor::new(&text.as_bytes()[start..]), separator);
    rows.advance()?;
    let headings = cells(&rows);
    let end = start + rows.consumed();
    let lines = text[start..end].bytes().filter(|&byte| byte == b'\n').count() as u64;
    Ok((headings, (end, line + lines)))
}

/// The separator, and where the header begins: Excel may say the one in a line before the other.
fn beginning(text: &str) -> (u8, usize, u64) {
    let first = text.split_inclusive('\n').next().unwrap_or_default();
    if let Some(said) = first.trim_end_matches(['\r', '\n']).strip_prefix("sep=")
        && let [separator @ (b',' | b';' | b'\t')] = said.as_bytes()
    {
        return (*separator, first.len(), 2);
    }
    let mut quoted = false;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    for byte in text.bytes() {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted => break,
            _ if quoted => {}
            _ => counts.iter_mut().filter(|(is, _)| *is == byte).for_each(|(_, count)| *count += 1),
        }
    }
    // Of as many the first: the comma.
    let most = counts.iter().rev().max_by_key(|(_, count)| *count);
    (most.map_or(b',', |(separator, _)| *separator), 0, 1)
}

/// That a cell could not be read as what its column is, and is kept.
fn warning(heading: &str, cell: &str, message: &str) -> Warning {
    Warning { field: heading.to_owned(), value: cell.to_owned(), message: message.to_owned() }
}
