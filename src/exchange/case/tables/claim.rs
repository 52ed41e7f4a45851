//! `claims.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Appearance, Claim, Date, Nature, Priority, join_values};
use crate::error::{Error, Result};

const KEY: Column = Column::required(0, "key");
const STATEMENT: Column = Column::required(1, "statement");
const CLAIMANT: Column = Column::optional(2, "claimant");
const CLAIMED_ON: Column = Column::optional(3, "claimed_on");
const NATURE: Column = Column::optional(4, "nature");
const PRIORITY: Column = Column::optional(5, "priority");
const APPEARS_IN: Column = Column::optional(6, "appears_in");
const APPEARS_AT: Column = Column::optional(7, "appears_at");
const APPEARS_QUOTE: Column = Column::optional(8, "appears_quote");
const LOGGED_BY: Column = Column::optional(9, "logged_by");
const TAGS: Column = Column::optional(10, "tags");
const NOTE: Column = Column::optional(11, "note");

pub(in super::super) const COLUMNS: [Column; 12] = [
    KEY,
    STATEMENT,
    CLAIMANT,
    CLAIMED_ON,
    NATURE,
    PRIORITY,
    APPEARS_IN,
    APPEARS_AT,
    APPEARS_QUOTE,
    LOGGED_BY,
    TAGS,
    NOTE,
];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Claim> {
    Ok(Claim {
        key: row.key(KEY)?,
        statement: row.required_text(STATEMENT, "write what is claimed, in one sentence")?,
        claimant: row.text(CLAIMANT),
        claimed_on: row.date(CLAIMED_ON)?,
        nature: row.word(NATURE)?.unwrap_or(Nature::Fact),
        priority: row.word(PRIORITY)?.unwrap_or(Priority::Normal),
        appearances: first_appearance(row)?.into_iter().collect(),
        logged_by: row.text(LOGGED_BY),
        tags: row.values(TAGS),
        note: row.text(NOTE),
    })
}

fn first_appearance(row: &Row<'_>) -> Result<Option<Appearance>> {
    let (locator, quote) = (row.text(APPEARS_AT), row.text(APPEARS_QUOTE));
    match row.optional_key(APPEARS_IN)? {
        Some(source) => Ok(Some(Appearance { source, locator, quote })),
        None if locator.is_none() && quote.is_none() => Ok(None),
        None => {
            let column = if locator.is_some() { APPEARS_AT } else { APPEARS_QUOTE };
            let error = Error::invalid("it says where in a work, but `appears_in` is empty")
                .hint("put the key of the work the claim was made in into `appears_in`");
            Err(row.blame(column, error))
        }
    }
}

/// The claim with its first appearance; the others are rows of `appearances.csv`.
pub(in super::super) fn cells(claim: &Claim) -> [Cow<'_, str>; COLUMNS.len()] {
    let first = claim.appearances.first();
    [
        claim.key.as_str().into(),
        claim.statement.as_str().into(),
        claim.claimant.as_deref().unwrap_or_default().into(),
        claim.claimed_on.as_ref().map_or("", Date::as_str).into(),
        claim.nature.as_str().into(),
        claim.priority.as_str().into(),
        first.map_or("", |appearance| appearance.source.as_str()).into(),
        first.and_then(|appearance| appearance.locator.as_deref()).unwrap_or_default().into(),
        first.and_then(|appearance| appearance.quote.as_deref()).unwrap_or_default().into(),
        claim.logged_by.as_deref().unwrap_or_default().into(),
        join_values(claim.tags.iter().map(String::as_str)).into(),
        claim.note.as_deref().unwrap_or_default().into(),
    ]
}
