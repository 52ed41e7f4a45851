//! `assignments.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::Assignment;
use crate::error::Result;

const CLAIM: Column = Column::required(0, "claim");
const REVIEWER: Column = Column::required(1, "reviewer");
const ASSIGNED_BY: Column = Column::required(2, "assigned_by");
const ASSIGNED_AT: Column = Column::required(3, "assigned_at");

pub(in super::super) const COLUMNS: [Column; 4] = [CLAIM, REVIEWER, ASSIGNED_BY, ASSIGNED_AT];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Assignment> {
    Ok(Assignment {
        claim: row.key(CLAIM)?,
        reviewer: row.required_text(REVIEWER, "name who is to review the claim")?,
        assigned_by: row.required_text(ASSIGNED_BY, "name who said so")?,
        assigned_at: row.timestamp(ASSIGNED_AT)?,
    })
}

pub(in super::super) fn cells(assignment: &Assignment) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        assignment.claim.as_str().into(),
        assignment.reviewer.as_str().into(),
        assignment.assigned_by.as_str().into(),
        assignment.assigned_at.as_str().into(),
    ]
}
