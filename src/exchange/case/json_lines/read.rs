//! The records of a file of JSON Lines.

use std::ops::Range;
use std::sync::Arc;

use super::super::file::CaseFile;
use super::super::header::Header;
use super::super::records::Located;
use super::super::row::Row;
use super::super::tables::Table;
use super::line::{Line, cell};
use crate::error::{Error, ErrorKind, Place, Result};

/// The most lines of which it is told that they are none.
const LISTED: usize = 20;

/// A file whose lines are known to be objects, each with what it is.
#[derive(Debug)]
pub(in super::super) struct JsonLines {
    label: Arc<str>,
    text: String,
    lines: Vec<(CaseFile, u64, Range<usize>)>,
}

impl JsonLines {
    pub(in super::super) fn open(label: &str, text: String) -> Result<Self> {
        let (mut lines, mut problems) = (Vec::new(), Vec::new());
        let (mut at, mut number) = (0, 0);
        for piece in text.split_inclusive('\n') {
            number += 1;
            let span = at..at + piece.len();
            at = span.end;
            if piece.trim().is_empty() {
                continue;
            }
            match Line::parse(piece).and_then(|line| line.file()) {
                Ok(file) => lines.push((file, number, span)),
                Err(error) => problems.extend(error.at(place(label, number)).problems),
            }
        }
        match Error::several(ErrorKind::Invalid, problems, LISTED) {
            Some(error) => Err(error),
            None => Ok(JsonLines { label: label.into(), text, lines }),
        }
    }

    /// Whether there are records of the type that this file of a case folder holds.
    pub(in super::super) fn has(&self, file: CaseFile) -> bool {
        self.lines.iter().any(|(known, ..)| *known == file)
    }
}

fn place(label: &str, line: u64) -> Place {
    Place { file: label.to_owned(), line: Some(line), ..Place::default() }
}

/// The records of one type, in the order of the lines.
pub(in super::super) struct LineRecords<T> {
    lines: Arc<JsonLines>,
    next: usize,
    table: &'static Table,
    header: Header,
    read: fn(&Row<'_>) -> Result<T>,
}

impl<T> LineRecords<T> {
    pub(in super::super) fn of(
        lines: Arc<JsonLines>,
        table: &'static Table,
        read: fn(&Row<'_>) -> Result<T>,
    ) -> Self {
        let header = Header::unread(table.file, lines.label.to_string());
        LineRecords { lines, next: 0, table, header, read }
    }

    fn record(&mut self, line: u64, text: &str) -> Result<Located<T>> {
        let mut fields = Line::parse(text).map_err(|error| error.at(self.place(line)))?.fields;
        fields.retain(|(name, _)| name != "type");
        let names = fields.iter().map(|(name, _)| name);
        if !names.clone().eq(&self.header.names) {
            let names: Vec<String> = names.cloned().collect();
            self.columns(line, names)?;
        }
        let (mut text, mut ends) = (String::new(), Vec::with_capacity(fields.len()));
        for (name, value) in &fields {
            let cell = cell(self.table.file, name, value).map_err(|error| {
                let value = Some(value.to_string());
                error.at(Place { column: Some(name.clone()), value, ..self.place(line) })
            })?;
            text.push_str(&cell);
            ends.push(text.len());
        }
        let row = Row { header: &self.header, text: &text, ends: &ends, line };
        let value = (self.read)(&row)?;
        Ok(Located { value, line, file: Arc::clone(&self.lines.label) })
    }

    /// Takes the columns from the names of a line's fields.
    fn columns(&mut self, line: u64, names: Vec<String>) -> Result<()> {
        self.header = Header::unread(self.table.file, self.lines.label.to_string());
        let read = self.header.read(self.table, names);
        read.map_err(|mut error| {
            // Of which nothing may be kept for the next line.
            self.header = Header::unread(self.table.file, self.lines.label.to_string());
            let required = self.table.columns.iter().filter(|column| column.required);
            let required: Vec<_> = required.map(|column| column.name).collect();
            for problem in &mut error.problems {
                if let Some(place) = &mut problem.place {
                    place.line = Some(line);
                }
                if problem.message.ends_with("is missing") {
                    let list = required.join(", ");
                    problem.hint = Some(format!("every line of this type has {list}"));
                }
            }
            error
        })
    }

    fn place(&self, line: u64) -> Place {
        place(&self.lines.label, line)
    }
}

impl<T> Iterator for LineRecords<T> {
    type Item = Result<Located<T>>;

    fn next(&mut self) -> Option<Self::Item> {
        let lines = Arc::clone(&self.lines);
        let rest = lines.lines.get(self.next..)?;
        let found = rest.iter().position(|(file, ..)| *file == self.table.file)?;
        self.next += found + 1;
        let (_, line, span) = &rest[found];
        Some(self.record(*line, &lines.text[span.clone()]))
    }
}
