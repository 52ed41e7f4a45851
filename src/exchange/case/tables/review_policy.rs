//! `review_policy.csv`: one row

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{ReviewPolicy, ReviewPolicySetting};
use crate::error::{Error, Result, shortened};

const REQUIRED: Column = Column::required(0, "required");
const NOT_BY_LOGGER: Column = Column::required(1, "not_by_logger");
const ACTOR: Column = Column::required(2, "actor");
const SET_AT: Column = Column::required(3, "set_at");

pub(in super::super) const COLUMNS: [Column; 4] = [REQUIRED, NOT_BY_LOGGER, ACTOR, SET_AT];

pub(in super::super) fn read(row: &Row<'_>) -> Result<ReviewPolicySetting> {
    let policy =
        ReviewPolicy { required: required(row)?, not_by_logger: yes_or_no(row, NOT_BY_LOGGER)? };
    let actor = row.required_text(ACTOR, "name who set it")?;
    Ok(ReviewPolicySetting { policy, actor, set_at: row.timestamp(SET_AT)? })
}

fn required(row: &Row<'_>) -> Result<u32> {
    ReviewPolicy::read_required(row.cell(REQUIRED)).map_err(|error| row.blame(REQUIRED, error))
}

/// A spreadsheet may write a yes as TRUE, and a line of JSON as true.
fn yes_or_no(row: &Row<'_>, column: Column) -> Result<bool> {
    let cell = row.cell(column).trim();
    match cell.to_lowercase().as_str() {
        "yes" | "true" => Ok(true),
        "no" | "false" => Ok(false),
        _ => {
            let error = Error::invalid(format!("`{}` is neither yes nor no", shortened(cell)))
                .hint("write yes where who logged a claim is no reviewer of it, or else no");
            Err(row.blame(column, error))
        }
    }
}

pub(in super::super) fn cells(set: &ReviewPolicySetting) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        set.policy.required.to_string().into(),
        if set.policy.not_by_logger { "yes" } else { "no" }.into(),
        set.actor.as_str().into(),
        set.set_at.as_str().into(),
    ]
}
