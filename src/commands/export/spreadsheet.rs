//! What `export` writes for spreadsheets: workbooks, and CSV.

use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver, deliver_file};
use crate::commands::wording::counted;
use crate::error::Result;

/// A format that spreadsheets open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TableFormat {
    Xlsx,
    Csv,
}

impl TableFormat {
    /// All of them, the default first.
    pub(super) const ALL: [TableFormat; 2] = [TableFormat::Xlsx, TableFormat::Csv];

    /// Its name on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            TableFormat::Xlsx => "xlsx",
            TableFormat::Csv => "csv",
        }
    }
}

/// A table that was made.
pub(super) enum Spreadsheet {
    Csv(String),
    Workbook {
        bytes: Vec<u8>,
        /// How many texts were too long for a cell.
        cut: usize,
    },
}

impl Spreadsheet {
    /// Writes it to its place, saying what was written and what was cut.
    pub(super) fn deliver(
        &self,
        context: &mut Context,
        file: &OutputFile,
        written: &str,
    ) -> Result<()> {
        let (bytes, cut) = match self {
            Spreadsheet::Csv(text) => return deliver(context, text, file, written),
            Spreadsheet::Workbook { bytes, cut } => (bytes, *cut),
        };
        deliver_file(context, bytes, file, written)?;
        if cut > 0 {
            context.console.warning(&format!(
                "{} longer than the 32,767 characters that a cell of a spreadsheet holds: cut, with \
                 […] at the end",
                counted(cut, "text")
            ));
        }
        Ok(())
    }
}
