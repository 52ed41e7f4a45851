//! Sources as a table for spreadsheets.

use std::borrow::Cow;

use super::spreadsheet::{Spreadsheet, TableFormat};
use crate::clock;
use crate::commands::source::ListedSource;
use crate::domain::{Key, Source};
use crate::error::Result;
use crate::output::{SheetCell, SheetColumn, Workbook, csv_text};
use crate::store::Store;
use crate::transfer::Pseudonyms;

/// The sources that are wanted, as they may be seen outside; with how many they are. Whether one is
/// wanted is asked of its key, and of the source as it may be seen.
pub(super) fn table_of_sources(
    store: &Store,
    format: TableFormat,
    include_confidential: bool,
    is_wanted: &dyn Fn(&Key, &Source) -> bool,
) -> Result<(Spreadsheet, usize)> {
    let sources = store.in_snapshot(|store| {
        let names = if include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        let mut sources = Vec::new();
        store.each_source(|source| {
            let outside = names.printed(&source.record)?;
            if is_wanted(&source.record.key, &outside) {
                sources.push(outside);
            }
            Ok(())
        })?;
        Ok(sources)
    })?;
    let table = match format {
        TableFormat::Csv => {
            let listed: Vec<_> = sources.iter().map(ListedSource::new).collect();
            let headings = ListedSource::headings(&listed);
            let rows = listed.iter().map(|source| source.cells(&headings));
            Spreadsheet::Csv(csv_text(&headings, rows)?)
        }
        TableFormat::Xlsx => {
            let mut workbook = Workbook::new(clock::now()?)?;
            sheet_of_sources(&mut workbook, &sources)?;
            let (bytes, cut) = workbook.finish()?;
            Spreadsheet::Workbook { bytes, cut }
        }
    };
    Ok((table, sources.len()))
}

/// Adds a sheet of sources to a workbook, with every field that one of them has.
pub(super) fn sheet_of_sources(workbook: &mut Workbook, sources: &[Source]) -> Result<()> {
    let listed: Vec<_> = sources.iter().map(ListedSource::new).collect();
    let headings = ListedSource::headings(&listed);
    let columns: Vec<SheetColumn<'_>> =
        headings.iter().map(|heading| SheetColumn { heading, width: width(heading) }).collect();
    workbook.sheet("Sources", &columns, |sheet| {
        for source in &listed {
            let cells = source.cells(&headings);
            sheet.row(headings.iter().zip(&cells).map(|(heading, cell)| match *heading {
                "url" | "archived_url" => SheetCell::Address(cell),
                _ => SheetCell::Text(Cow::Borrowed(cell)),
            }))?;
        }
        Ok(())
    })
}

/// How wide a column is, in digits.
fn width(heading: &str) -> u8 {
    match heading {
        "title" => 50,
        "creators" | "note" | "url" | "archived_url" => 36,
        "identifiers" | "container" | "publisher" | "tags" => 24,
        _ => 15,
    }
}
