//! `citations.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Citation, Credibility, Stance, join_values};
use crate::error::Result;

const CLAIM: Column = Column::required(0, "claim");
const SOURCE: Column = Column::required(1, "source");
const STANCE: Column = Column::optional(2, "stance");
const LOCATOR: Column = Column::optional(3, "locator");
const QUOTE: Column = Column::optional(4, "quote");
const ATTRIBUTED_TO: Column = Column::optional(5, "attributed_to");
const CREDIBILITY: Column = Column::optional(6, "credibility");
const NOTE: Column = Column::optional(7, "note");

pub(in super::super) const COLUMNS: [Column; 8] =
    [CLAIM, SOURCE, STANCE, LOCATOR, QUOTE, ATTRIBUTED_TO, CREDIBILITY, NOTE];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Citation> {
    Ok(Citation {
        claim: row.key(CLAIM)?,
        source: row.key(SOURCE)?,
        stance: row.word(STANCE)?.unwrap_or(Stance::Supports),
        locator: row.text(LOCATOR),
        quote: row.text(QUOTE),
        attributed_to: row.parsed_values(ATTRIBUTED_TO)?,
        credibility: row.word(CREDIBILITY)?,
        note: row.text(NOTE),
    })
}

pub(in super::super) fn cells(citation: &Citation) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        citation.claim.as_str().into(),
        citation.source.as_str().into(),
        citation.stance.as_str().into(),
        citation.locator.as_deref().unwrap_or_default().into(),
        citation.quote.as_deref().unwrap_or_default().into(),
        join_values(citation.attributed_to.iter().map(|key| key.as_str())).into(),
        citation.credibility.map_or("", Credibility::as_str).into(),
        citation.note.as_deref().unwrap_or_default().into(),
    ]
}
