//! CSV for people: RFC 4180 with line feeds, and nothing in it that a spreadsheet executes.

use std::borrow::Cow;

use super::safe_text::{is_separator, neutralised, reorders};
use crate::error::{Error, Result};

/// The headings and rows as CSV text.
///
/// Every cell is [`formula_safe`]. Control characters but line feeds and tabs become visible
/// symbols; `\r\n` becomes `\n`. Marks of direction stay, they are part of a name.
///
/// # Errors
/// Where there is no memory for it.
pub fn csv_text<R, C>(headings: &[&str], rows: impl IntoIterator<Item = R>) -> Result<String>
where
    R: IntoIterator<Item = C>,
    C: AsRef<str>,
{
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::Any(b'\n'))
        .flexible(true)
        .from_writer(Vec::new());
    writer.write_record(headings).map_err(failed)?;
    for row in rows {
        for cell in row {
            writer.write_field(for_people(cell.as_ref()).as_bytes()).map_err(failed)?;
        }
        writer.write_record(None::<&[u8]>).map_err(failed)?;
    }
    let bytes = writer.into_inner().map_err(failed)?;
    String::from_utf8(bytes).map_err(failed)
}

/// The cell with an apostrophe before it, where a spreadsheet would take it for a formula.
///
/// After OWASP's list (`=`, `+`, `-`, `@`, tab, carriage return, line feed), with the full-width
/// forms of the four signs, which some spreadsheets take for the plain ones.
pub fn formula_safe(cell: &str) -> Cow<'_, str> {
    const STARTS: &[char] =
        &['=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
    if cell.starts_with(STARTS) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

fn for_people(cell: &str) -> String {
    let kept = |c| matches!(c, '\n' | '\t') || reorders(c) || is_separator(c);
    // Neutralised first: what an apostrophe has to guard is what will be written.
    formula_safe(&neutralised(cell, kept)).into_owned()
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::storage(format!("the table cannot be written as CSV: {error}"))
}
