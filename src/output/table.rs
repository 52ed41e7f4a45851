//! Tables for people: a header, a rule and rows, fitted to the width there is.

use comfy_table::{
    CellAlignment, ColumnConstraint, ContentLineStyle, LineStyle, TableStyle, Width,
};
use unicode_width::UnicodeWidthStr;

use super::columns::fit;
use super::safe_text::safe_text;
use super::text::paint;
use super::{Look, Style};
use crate::error::Result;

/// The most characters of a cell that are shown. Data may be up to a mebibyte, which nobody reads
/// in a table, and breaking one endless word into lines takes quadratic time.
const SHOWN: usize = 10_000;

/// Rows laid out at once, so that a long listing is not held twice.
const BATCH: usize = 500;

// Marks between cells and rows of what comfy-table lays out. Safe text holds no control
// characters, so a mark is never data, and each piece of a wrapped cell can be painted by itself:
// a style or an isolate that ran on through a wrapped line would spill over its neighbours.
const BETWEEN_CELLS: char = '\u{1f}';
const BETWEEN_ROWS: char = '\u{1e}';
const GAP: &str = "  ";

/// A column: its heading and what it does where space is short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    heading: String,
    wraps: bool,
    right: bool,
    style: Style,
}

impl Column {
    /// For keys and words: stays on one line wherever that is possible.
    pub fn whole(heading: &str) -> Self {
        Column { heading: heading.to_owned(), wraps: false, right: false, style: Style::Bold }
    }

    /// For statements, titles and lists: wraps between words.
    pub fn text(heading: &str) -> Self {
        Column { wraps: true, ..Column::whole(heading) }
    }

    /// For numbers: on one line, to the right.
    pub fn number(heading: &str) -> Self {
        Column { right: true, ..Column::whole(heading) }
    }
}

/// One cell, made harmless as it is built.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cell {
    text: String,
    style: Style,
}

impl Cell {
    /// A cell of text or of anything that can be shown.
    pub fn plain(text: impl ToString) -> Self {
        Cell::styled(text, Style::Plain)
    }

    /// A cell that is set off.
    pub fn styled(text: impl ToString, style: Style) -> Self {
        let text = text.to_string();
        let mut shown = safe_text(&text).into_owned();
        if let Some((end, _)) = shown.char_indices().nth(SHOWN) {
            shown.truncate(end);
            shown.push('…');
        }
        Cell { text: shown, style }
    }
}

impl<T: ToString> From<T> for Cell {
    fn from(text: T) -> Self {
        Cell::plain(text)
    }
}

/// Rows under headings, or names beside values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Cell>>,
    headed: bool,
    indent: usize,
}

impl Table {
    /// A listing with these columns and no rows.
    pub fn new(columns: impl IntoIterator<Item = Column>) -> Self {
        Table { columns: columns.into_iter().collect(), rows: Vec::new(), headed: true, indent: 0 }
    }

    /// The details of one record, without a header: each row is a name and its value.
    pub fn details() -> Self {
        Table::new([Column::whole(""), Column::text("")]).headless()
    }

    /// The same without its header.
    #[must_use]
    pub fn headless(self) -> Self {
        Table { headed: false, ..self }
    }

    /// The same with so many spaces before each line.
    #[must_use]
    pub fn indented(self, indent: usize) -> Self {
        Table { indent, ..self }
    }

    /// Adds a row. Cells that are missing are empty, cells without a column are left out.
    pub fn row<C: Into<Cell>>(&mut self, cells: impl IntoIterator<Item = C>) {
        let mut cells: Vec<Cell> = cells.into_iter().map(Into::into).collect();
        cells.resize(self.columns.len(), Cell::default());
        self.rows.push(cells);
    }

    /// Adds a name and its value to details; nothing where the value is empty.
    pub fn detail(&mut self, name: &str, value: impl Into<Cell>) {
        let value = value.into();
        if !value.text.is_empty() {
            self.row([Cell::styled(name, Style::Dim), value]);
        }
    }

    /// The texts of its cells, each whole.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.rows.iter().flatten().map(|cell| cell.text.as_str())
    }

    /// Whether there are no rows. Such a table is drawn as nothing at all.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table as it is written, each line with its line feed, in at most `width` columns.
    pub fn draw(&self, width: usize, look: Look) -> String {
        let mut drawn = String::new();
        // Appending to a string cannot fail.
        let _ = self.draw_in_pieces(width, look, |piece| {
            drawn.push_str(piece);
            Ok(())
        });
        drawn
    }

    /// Hands the table to `write`, some hundred rows at a time.
    pub(super) fn draw_in_pieces(
        &self,
        width: usize,
        look: Look,
        mut write: impl FnMut(&str) -> Result<()>,
    ) -> Result<()> {
        let widths = self.widths(width.saturating_sub(self.indent));
        if self.headed && !self.is_empty() {
            write(&self.header(&widths, look))?;
        }
        for rows in self.rows.chunks(BATCH) {
            write(&self.lines(rows, &widths, look))?;
        }
        Ok(())
    }

    fn widths(&self, width: usize) -> Vec<usize> {
        let mut liked: Vec<usize> = self.columns.iter().map(|c| c.heading.width()).collect();
        for row in &self.rows {
            for (cell, liked) in row.iter().zip(&mut liked) {
                *liked = (*liked).max(cell.text.width());
            }
        }
        let wraps: Vec<bool> = self.columns.iter().map(|column| column.wraps).collect();
        fit(&liked, &wraps, width.saturating_sub(GAP.len() * liked.len().saturating_sub(1)))
    }

    fn header(&self, widths: &[usize], look: Look) -> String {
        let headings =
            self.columns.iter().map(|column| Cell::styled(&column.heading, column.style));
        let mut header = self.lines(&[headings.collect()], widths, look);
        header.push_str(&" ".repeat(self.indent));
        let rules: Vec<String> = widths.iter().map(|width| "─".repeat(*width)).collect();
        paint(&mut header, &rules.join(GAP), Style::Dim, look);
        header.push('\n');
        header
    }

    /// The rows wrapped and aligned by comfy-table, then painted piece by piece.
    fn lines(&self, rows: &[Vec<Cell>], widths: &[usize], look: Look) -> String {
        let mut drawn = String::new();
        let mut row = rows.iter();
        let mut cells = row.next();
        for line in self.layout(rows, widths).lines() {
            if line.starts_with(BETWEEN_ROWS) {
                cells = row.next();
                continue;
            }
            let styles = cells.into_iter().flatten().map(|cell| cell.style);
            drawn.push_str(&" ".repeat(self.indent));
            draw_line(&mut drawn, &line, styles, look);
        }
        drawn
    }

    fn layout(&self, rows: &[Vec<Cell>], widths: &[usize]) -> comfy_table::Table {
        let content = ContentLineStyle::none().junction(BETWEEN_CELLS);
        let mark = LineStyle::none().fill(BETWEEN_ROWS).junction(BETWEEN_ROWS);
        let mut layout = comfy_table::Table::new();
        layout.load_style(TableStyle::new().content_lines(content).row_separator(mark));
        layout.force_no_tty();
        layout.add_rows(rows.iter().map(|row| row.iter().map(|cell| cell.text.as_str())));
        for ((column, width), shape) in
            self.columns.iter().zip(widths).zip(layout.column_iter_mut())
        {
            let width = u16::try_from(*width).unwrap_or(u16::MAX);
            shape.set_padding((0, 0));
            shape.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
            if column.right {
                shape.set_cell_alignment(CellAlignment::Right);
            }
        }
        layout
    }
}

/// Appends one laid-out line: its pieces painted, the spaces around them not, none at the end.
fn draw_line(drawn: &mut String, line: &str, styles: impl Iterator<Item = Style>, look: Look) {
    let start = drawn.len();
    for (position, (piece, style)) in line.split(BETWEEN_CELLS).zip(styles).enumerate() {
        if position > 0 {
            drawn.push_str(GAP);
        }
        let text = piece.trim_matches(' ');
        let before = piece.len() - piece.trim_start_matches(' ').len();
        drawn.push_str(&piece[..before]);
        paint(drawn, text, style, look);
        drawn.push_str(&piece[before + text.len()..]);
    }
    drawn.truncate(start + drawn[start..].trim_end_matches(' ').len());
    drawn.push('\n');
}
