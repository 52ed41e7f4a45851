//! Taking a file apart into its entries, and these into tags and values.

use std::ops::Range;

use super::COMMENT;
use super::tag::{Dash, ER, TY, Tag};
use super::values::further;

/// One entry: its tags with their values, in the order of the file. Tags without a value are left out.
#[derive(Debug)]
pub(super) struct Record {
    /// The line on which it begins.
    pub(super) line: u64,
    /// Which bytes of the text it is.
    pub(super) span: Range<usize>,
    /// Its fields, without `TY` where it has none.
    pub(super) fields: Vec<(Tag, String)>,
}

/// The entries of a text, one after the other.
pub(super) struct Records<'t> {
    text: &'t str,
    dash: Dash,
    /// What ends a line: files of old Macintosh programs have no line feed.
    end: char,
    at: usize,
    line: u64,
}

impl<'t> Records<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let dash = Dash::of(text).unwrap_or(Dash::AfterTwoSpaces);
        let end = if text.contains('\n') { '\n' } else { '\r' };
        Records { text, dash, end, at: 0, line: 0 }
    }

    /// The line that comes next, and where it begins; it is not passed yet.
    fn peek(&self) -> Option<&'t str> {
        let rest = &self.text[self.at..];
        (!rest.is_empty()).then(|| rest.split(self.end).next().unwrap_or(rest))
    }

    fn pass(&mut self, line: &str) {
        self.line += 1;
        self.at = (self.at + line.len() + 1).min(self.text.len());
    }
}

impl Iterator for Records<'_> {
    type Item = Record;

    fn next(&mut self) -> Option<Record> {
        let mut record: Option<Record> = None;
        // Empty lines that belong to a value only if more of it follows.
        let mut blank = 0;
        while let Some(line) = self.peek() {
            let split = self.dash.split(line.strip_prefix('\u{feff}').unwrap_or(line));
            let starts = split.is_some_and(|(tag, _)| tag == TY);
            if record.is_some() && (starts || line.starts_with(COMMENT)) {
                return record;
            }
            let from = self.at;
            self.pass(line);
            match (split, &mut record) {
                (Some((ER, _)), Some(ended)) => {
                    ended.span.end = from + line.trim_end().len();
                    return record;
                }
                (Some((ER, _)), None) => {}
                (Some((tag, value)), _) => {
                    let record = record.get_or_insert_with(|| Record {
                        line: self.line,
                        span: from..from,
                        fields: Vec::new(),
                    });
                    record.span.end = from + line.trim_end().len();
                    record.fields.push((tag, value.to_owned()));
                    blank = 0;
                }
                // What stands before an entry belongs to none: headings that databases put there.
                (None, None) => {}
                (None, Some(record)) => {
                    let line_end = line.trim_end();
                    if line_end.is_empty() {
                        blank += 1;
                    } else if let Some((_, value)) = record.fields.last_mut() {
                        value.push_str(&"\n".repeat(blank + 1));
                        value.push_str(further(line_end));
                        record.span.end = from + line_end.len();
                        blank = 0;
                    }
                }
            }
        }
        record
    }
}
