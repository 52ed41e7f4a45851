//! Workbooks for spreadsheets (XLSX). A cell is text, a number or a link to the web, never a formula.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Url, Worksheet, XlsxError,
};

use super::Style;
use super::safe_text::{is_right_to_left, is_separator, neutralised, reorders};
use crate::error::{Error, Result};

/// The most rows of a sheet, its header included: Excel's limit.
const MAX_ROWS: u32 = 1 << 20;

/// The longest text of a cell, in UTF-16 units: Excel's limit.
const MAX_CELL: usize = 32_767;

/// What stands at the end of a text that had to be cut.
const CUT: &str = " […]";

/// A column of a sheet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SheetColumn<'a> {
    /// What stands on top of it.
    pub heading: &'a str,
    /// How wide it is, in digits.
    pub width: u8,
}

/// A cell of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetCell<'a> {
    /// Text as it is; several lines are wrapped.
    Text(Cow<'a, str>),
    /// A word with the colour that it has in tables.
    Word(&'a str, Style),
    /// A number to sort by.
    Number(u32),
    /// An address: a link where it is one of the web, text else.
    Address(&'a str),
}

/// A workbook that is being written. Sheets go through a temporary file without a name, so that memory
/// does not grow with their rows.
pub struct Workbook {
    book: rust_xlsxwriter::Workbook,
    formats: Formats,
    cut: usize,
}

/// A sheet that is being written, row by row.
pub struct Sheet<'w> {
    sheet: &'w mut Worksheet,
    formats: &'w Formats,
    row: u32,
    cut: &'w mut usize,
}

impl Workbook {
    /// An empty one; `made` is the moment that its properties tell.
    pub fn new(made: DateTime<Utc>) -> Result<Self> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let made = ExcelDateTime::from_timestamp(made.timestamp()).map_err(failed)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        Ok(Workbook { book, formats: Formats::new(), cut: 0 })
    }

    /// Adds a sheet with these columns: a header that stays in sight, and a filter. `fill` writes the
    /// rows.
    ///
    /// # Errors
    /// More rows than a spreadsheet can hold; what `fill` says; no space for the temporary file.
    pub fn sheet(
        &mut self,
        name: &str,
        columns: &[SheetColumn<'_>],
        fill: impl FnOnce(&mut Sheet<'_>) -> Result<()>,
    ) -> Result<()> {
        let sheet = self.book.add_worksheet_with_constant_memory().map_err(failed)?;
        sheet.set_name(name).and_then(|sheet| sheet.set_freeze_panes(1, 0)).map_err(failed)?;
        sheet.set_landscape();
        for (place, column) in (0..).zip(columns) {
            sheet.set_column_width(place, f64::from(column.width)).map_err(failed)?;
            let heading = shown(column.heading).0;
            sheet
                .write_string_with_format(0, place, heading, &self.formats.header)
                .map_err(failed)?;
        }
        let mut rows = Sheet { sheet, formats: &self.formats, row: 0, cut: &mut self.cut };
        fill(&mut rows)?;
        let last = (rows.row, u16::try_from(columns.len().saturating_sub(1)).map_err(failed)?);
        sheet.autofilter(0, 0, last.0, last.1).map_err(failed)?;
        Ok(())
    }

    /// The file, and how many texts were too long for a cell and were cut.
    pub fn finish(mut self) -> Result<(Vec<u8>, usize)> {
        Ok((self.book.save_to_buffer().map_err(failed)?, self.cut))
    }
}

impl Sheet<'_> {
    /// Writes a row.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = SheetCell<'a>>) -> Result<()> {
        self.row += 1;
        if self.row >= MAX_ROWS {
            return Err(Error::invalid(format!(
                "a spreadsheet holds at most {} rows, and there are more",
                MAX_ROWS - 1
            ))
            .hint("choose a part, or write it as CSV: --format csv"));
        }
        for (place, cell) in (0..).zip(cells) {
            self.cell(place, &cell).map_err(failed)?;
        }
        Ok(())
    }

    fn cell(&mut self, place: u16, cell: &SheetCell<'_>) -> std::result::Result<(), XlsxError> {
        match cell {
            SheetCell::Number(number) => {
                let plain = self.formats.of(Style::Plain, false);
                self.sheet.write_number_with_format(self.row, place, *number, plain)?;
                Ok(())
            }
            SheetCell::Word(word, style) => self.text(place, word, *style),
            SheetCell::Text(text) => self.text(place, text, Style::Plain),
            SheetCell::Address(address) => {
                // What is too long for a link, or one too many for the sheet, stays text.
                let written = is_of_the_web(address)
                    && self
                        .sheet
                        .write_url_with_format(
                            self.row,
                            place,
                            Url::new(*address),
                            &self.formats.link,
                        )
                        .is_ok();
                if written { Ok(()) } else { self.text(place, address, Style::Plain) }
            }
        }
    }

    fn text(&mut self, place: u16, text: &str, style: Style) -> std::result::Result<(), XlsxError> {
        if text.is_empty() {
            return Ok(());
        }
        let (text, is_cut) = shown(text);
        *self.cut += usize::from(is_cut);
        let format = self.formats.of(style, reads_from_the_right(&text));
        self.sheet.write_string_with_format(self.row, place, text, format)?;
        Ok(())
    }
}

/// The text as it stands in a cell, and whether it had to be cut for that.
fn shown(text: &str) -> (String, bool) {
    let kept = |c| matches!(c, '\n' | '\t') || reorders(c) || is_separator(c);
    let mut text = neutralised(text, kept).into_owned();
    if text.encode_utf16().count() <= MAX_CELL {
        return (text, false);
    }
    let mut room = MAX_CELL - CUT.encode_utf16().count();
    let end = text.char_indices().find(|(_, character)| {
        let fits = character.len_utf16() <= room;
        room = room.saturating_sub(character.len_utf16());
        !fits
    });
    text.truncate(end.map_or(text.len(), |(end, _)| end));
    text.push_str(CUT);
    (text, true)
}

/// Whether the address is one that a browser opens; scripts, files and the like are none.
fn is_of_the_web(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
        && !address.contains(|c: char| c.is_whitespace() || c.is_control() || reorders(c))
}

/// Whether the first letter is of a script that is written from right to left.
fn reads_from_the_right(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(is_right_to_left)
}

/// The formats of cells, made once.
struct Formats {
    header: Format,
    link: Format,
    cells: Vec<(Style, bool, Format)>,
}

impl Formats {
    fn new() -> Self {
        let base = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        let mut cells = Vec::new();
        for style in [Style::Plain, Style::Red, Style::Yellow, Style::Cyan, Style::Green] {
            let coloured = match fill(style) {
                Some(colour) => base.clone().set_background_color(Color::RGB(colour)),
                None => base.clone(),
            };
            cells.push((style, false, coloured.clone()));
            cells.push((style, true, coloured.set_reading_direction(2)));
        }
        let header = base.clone().set_bold().set_background_color(Color::RGB(0x00E7_E6E6));
        Formats { header, link: base.set_hyperlink(), cells }
    }

    fn of(&self, style: Style, from_the_right: bool) -> &Format {
        let found =
            self.cells.iter().find(|(is, right, _)| *is == style && *right == from_the_right);
        found.map_or(&self.cells[0].2, |(_, _, format)| format)
    }
}

/// The colour behind a word of this style: light, so that it can be read in black and printed.
fn fill(style: Style) -> Option<u32> {
    match style {
        Style::Red => Some(0x00F8_CBAD),
        Style::Yellow => Some(0x00FF_E699),
        Style::Cyan => Some(0x00DD_EBF7),
        Style::Green => Some(0x00C6_E0B4),
        _ => None,
    }
}

fn failed(error: impl std::fmt::Display) -> Error {
    Error::storage(format!("the workbook cannot be written: {error}"))
        .hint("check that there is space for temporary files, or write it as CSV: --format csv")
}
