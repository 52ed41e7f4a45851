//! `appearances.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Appearance, Key};
use crate::error::Result;

/// A second or further appearance of a claim. One row of `appearances.csv`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AppearanceRow {
    /// The claim.
    pub claim: Key,
    /// Where it appears.
    pub appearance: Appearance,
}

const CLAIM: Column = Column::required(0, "claim");
const SOURCE: Column = Column::required(1, "source");
const LOCATOR: Column = Column::optional(2, "locator");
const QUOTE: Column = Column::optional(3, "quote");

pub(in super::super) const COLUMNS: [Column; 4] = [CLAIM, SOURCE, LOCATOR, QUOTE];

pub(in super::super) fn read(row: &Row<'_>) -> Result<AppearanceRow> {
    let appearance =
        Appearance { source: row.key(SOURCE)?, locator: row.text(LOCATOR), quote: row.text(QUOTE) };
    Ok(AppearanceRow { claim: row.key(CLAIM)?, appearance })
}

pub(in super::super) fn cells<'a>(
    claim: &'a Key,
    appearance: &'a Appearance,
) -> [Cow<'a, str>; COLUMNS.len()] {
    [
        claim.as_str().into(),
        appearance.source.as_str().into(),
        appearance.locator.as_deref().unwrap_or_default().into(),
        appearance.quote.as_deref().unwrap_or_default().into(),
    ]
}
