//! CSV taken apart into rows, strictly after RFC 4180.
//!
//! Not by the `csv` crate, because it forgives what would lose data here: a quotation mark that is
//! never closed swallows the rest of the file as one cell, and text after a closing quotation mark
//! is joined to the cell. This reader says where such a cell begins, and what it holds in memory is
//! bounded whatever the file does.

use std::io::{self, BufRead};

use super::damage::{Damage, unreadable, wrong_separator};
use crate::domain::MAX_CELL;

/// The longest row, in bytes; keeps memory bounded.
const MAX_ROW: usize = 32 << 20;
/// The most cells in a row; keeps memory bounded.
const MAX_CELLS: usize = 1024;

/// Where in a row the next byte stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Bare,
    Quoted,
    /// After a quotation mark in a quoted cell: the end of the cell, or half of a doubled mark.
    QuoteInQuoted,
    /// After a carriage return that is not inside quotation marks.
    CarriageReturn,
}

/// The rows of a CSV file, one at a time in buffers that are used again.
pub(in crate::exchange) struct Rows<'i> {
    input: Box<dyn BufRead + Send + 'i>,
    pub(in crate::exchange) row: RawRow,
    /// How many bytes the rows that were read take up.
    consumed: usize,
}

/// One row: its cells one after the other, without separators and quotation marks.
pub(in crate::exchange) struct RawRow {
    pub(in crate::exchange) bytes: Vec<u8>,
    /// Where in `bytes` each cell ends.
    pub(in crate::exchange) ends: Vec<usize>,
    /// The line on which the row starts, counted from 1.
    pub(in crate::exchange) line: u64,
    separator: u8,
    /// The line that is being read.
    here: u64,
    cell_line: u64,
    state: State,
}

impl<'i> Rows<'i> {
    /// Rows with commas between the cells, after RFC 4180.
    pub(super) fn new(input: Box<dyn BufRead + Send + 'i>) -> Self {
        Self::boxed(input, b',')
    }

    /// The same with another sign, which must be ASCII, between the cells.
    pub(in crate::exchange) fn separated(input: impl BufRead + Send + 'i, separator: u8) -> Self {
        Self::boxed(Box::new(input), separator)
    }

    fn boxed(input: Box<dyn BufRead + Send + 'i>, separator: u8) -> Self {
        let row = RawRow {
            bytes: Vec::new(),
            ends: Vec::new(),
            line: 1,
            separator,
            here: 1,
            cell_line: 1,
            state: State::CellStart,
        };
        Rows { input, row, consumed: 0 }
    }

    /// Reads the next row into `row`; `false` at the end of the file.
    pub(in crate::exchange) fn advance(&mut self) -> Result<bool, Damage> {
        self.row.start();
        loop {
            let chunk = match self.input.fill_buf() {
                Ok(chunk) => chunk,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) => return Err(unreadable(self.row.here, &error)),
            };
            if chunk.is_empty() {
                return self.row.end_of_file();
            }
            let (used, complete) = self.row.feed(chunk)?;
            self.input.consume(used);
            self.consumed += used;
            if complete {
                return Ok(true);
            }
        }
    }

    /// How many bytes of the input the rows take up that were read.
    pub(in crate::exchange) fn consumed(&self) -> usize {
        self.consumed
    }

    /// What follows in the file, up to `limit` bytes: for guessing its encoding. The rows after that
    /// cannot be read any more.
    pub(super) fn drain(&mut self, limit: usize, mut look: impl FnMut(&[u8])) {
        let mut seen = 0;
        while seen < limit {
            let Ok(chunk) = self.input.fill_buf() else { return };
            if chunk.is_empty() {
                return;
            }
            look(chunk);
            let used = chunk.len();
            seen += used;
            self.input.consume(used);
        }
    }
}

impl RawRow {
    fn start(&mut self) {
        self.bytes.clear();
        self.ends.clear();
        self.line = self.here;
        self.cell_line = self.here;
        self.state = State::CellStart;
    }

    /// Takes the bytes up to the end of the row or of the chunk: how many, and whether the row is
    /// complete.
    fn feed(&mut self, chunk: &[u8]) -> Result<(usize, bool), Damage> {
        let mut at = 0;
        while let Some(&byte) = chunk.get(at) {
            match self.state {
                State::CellStart if byte == b'"' => {
                    self.state = State::Quoted;
                    at += 1;
                }
                State::CellStart | State::Bare => {
                    at += self.plain(&chunk[at..], ends_bare(self.separator))?;
                    let Some(&stop) = chunk.get(at) else { break };
                    at += 1;
                    if self.after_bare(stop)? {
                        return Ok((at, true));
                    }
                }
                State::Quoted => {
                    at += self.plain(&chunk[at..], ends_quoted)?;
                    let Some(&stop) = chunk.get(at) else { break };
                    at += 1;
                    self.after_quoted(stop)?;
                }
                State::QuoteInQuoted => {
                    at += 1;
                    if self.after_quote(byte)? {
                        return Ok((at, true));
                    }
                }
                State::CarriageReturn if byte == b'\n' => {
                    self.end_row()?;
                    return Ok((at + 1, true));
                }
                State::CarriageReturn => return Err(self.lone_carriage_return()),
            }
        }
        Ok((chunk.len(), false))
    }

    /// Takes the bytes up to the first that `ends` the plain run.
    fn plain(&mut self, rest: &[u8], ends: impl Fn(u8) -> bool) -> Result<usize, Damage> {
        let length = rest.iter().position(|&byte| ends(byte)).unwrap_or(rest.len());
        if self.cell_length() + length > MAX_CELL {
            return Err(self.long_cell());
        }
        if self.bytes.len() + length > MAX_ROW {
            return Err(self.long_row());
        }
        self.bytes.extend_from_slice(&rest[..length]);
        if length > 0 && self.state == State::CellStart {
            self.state = State::Bare;
        }
        Ok(length)
    }

    fn after_bare(&mut self, byte: u8) -> Result<bool, Damage> {
        match byte {
            _ if byte == self.separator => self.end_cell()?,
            b'\n' => {
                self.end_row()?;
                return Ok(true);
            }
            b'\r' => self.state = State::CarriageReturn,
            b'"' => {
                return Err(self.damage(
                    Some(self.ends.len()),
                    "a quotation mark stands inside a cell that does not begin with one",
                    "put the whole cell in quotation marks and double those inside it: \
                     \"he said \"\"no\"\"\"; no space before the first one",
                ));
            }
            _ => return Err(self.nul()),
        }
        Ok(false)
    }

    fn after_quoted(&mut self, byte: u8) -> Result<(), Damage> {
        match byte {
            b'"' => self.state = State::QuoteInQuoted,
            b'\n' => {
                self.here += 1;
                self.push(b'\n')?;
            }
            _ => return Err(self.nul()),
        }
        Ok(())
    }

    fn after_quote(&mut self, byte: u8) -> Result<bool, Damage> {
        match byte {
            b'"' => {
                self.push(b'"')?;
                self.state = State::Quoted;
            }
            _ if byte == self.separator => self.end_cell()?,
            b'\n' => {
                self.end_row()?;
                return Ok(true);
            }
            b'\r' => self.state = State::CarriageReturn,
            0 => return Err(self.nul()),
            b';' | b'\t' if self.separator == b',' && self.line == 1 && self.ends.is_empty() => {
                return Err(wrong_separator(char::from(byte)));
            }
            _ => {
                return Err(self.damage(
                    Some(self.ends.len()),
                    format!(
                        "text follows the quotation mark on line {} that ends the cell",
                        self.here
                    ),
                    "double every quotation mark inside a quoted cell (\"\"), and look for one that \
                     is missing",
                ));
            }
        }
        Ok(false)
    }

    fn end_of_file(&mut self) -> Result<bool, Damage> {
        match self.state {
            State::CellStart if self.ends.is_empty() => return Ok(false),
            State::Quoted => {
                return Err(self.damage(
                    Some(self.ends.len()),
                    "the quotation mark that opens this cell is never closed",
                    "add the closing quotation mark; one inside the cell is written twice (\"\")",
                ));
            }
            State::CarriageReturn => return Err(self.lone_carriage_return()),
            State::CellStart | State::Bare | State::QuoteInQuoted => self.end_cell()?,
        }
        Ok(true)
    }

    fn push(&mut self, byte: u8) -> Result<(), Damage> {
        if self.cell_length() == MAX_CELL {
            return Err(self.long_cell());
        }
        if self.bytes.len() == MAX_ROW {
            return Err(self.long_row());
        }
        self.bytes.push(byte);
        Ok(())
    }

    fn end_row(&mut self) -> Result<(), Damage> {
        self.here += 1;
        self.end_cell()
    }

    fn end_cell(&mut self) -> Result<(), Damage> {
        if self.ends.len() == MAX_CELLS {
            return Err(self.damage(
                None,
                format!("the row has more than {MAX_CELLS} cells"),
                "put cells with commas in quotation marks",
            ));
        }
        self.ends.push(self.bytes.len());
        self.cell_line = self.here;
        self.state = State::CellStart;
        Ok(())
    }

    fn cell_length(&self) -> usize {
        self.bytes.len() - self.ends.last().copied().unwrap_or(0)
    }

    fn long_cell(&self) -> Damage {
        let what = "the cell is longer than 1 MiB, which is the most that a cell may hold";
        let hint = if matches!(self.state, State::Quoted | State::QuoteInQuoted) {
            "look for a quotation mark that is never closed; otherwise move the text to a file and \
             point to it"
        } else {
            "move the text to a file and point to it"
        };
        self.damage(Some(self.ends.len()), what, hint)
    }

    fn long_row(&self) -> Damage {
        self.damage(
            None,
            format!("the row is longer than {} MiB", MAX_ROW >> 20),
            "a row is one record; check that the lines above it end as they should",
        )
    }

    fn nul(&self) -> Damage {
        let mut damage = self.damage(
            Some(self.ends.len()),
            "there is a NUL byte",
            "no text holds one: save the file again as CSV in UTF-8, or remove it",
        );
        damage.line = self.here;
        damage
    }

    fn lone_carriage_return(&self) -> Damage {
        self.damage(
            Some(self.ends.len()),
            "a carriage return stands alone, without a line feed",
            "save the file with line ends LF or CRLF, and put cells with line breaks in quotation \
             marks",
        )
    }

    fn damage(
        &self,
        cell: Option<usize>,
        what: impl Into<String>,
        hint: impl Into<String>,
    ) -> Damage {
        let line = if cell.is_some() { self.cell_line } else { self.line };
        Damage { line, cell, what: what.into(), hint: hint.into(), unreadable: false }
    }
}

fn ends_bare(separator: u8) -> impl Fn(u8) -> bool {
    move |byte| byte == separator || matches!(byte, b'\n' | b'\r' | b'"' | 0)
}

fn ends_quoted(byte: u8) -> bool {
    matches!(byte, b'"' | b'\n' | 0)
}
