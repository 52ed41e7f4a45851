//! `rules.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::RuleSeverity;
use crate::error::Result;

const RULE: Column = Column::required(0, "rule");
const SEVERITY: Column = Column::required(1, "severity");
const ACTOR: Column = Column::required(2, "actor");
const SET_AT: Column = Column::required(3, "set_at");

pub(in super::super) const COLUMNS: [Column; 4] = [RULE, SEVERITY, ACTOR, SET_AT];

/// Whether there is a check of that name is for the caller to say.
pub(in super::super) fn read(row: &Row<'_>) -> Result<RuleSeverity> {
    Ok(RuleSeverity {
        rule: row.required_text(RULE, "name the check whose severity is set")?,
        severity: row.required_word(SEVERITY)?,
        actor: row.required_text(ACTOR, "name who set the severity")?,
        set_at: row.timestamp(SET_AT)?,
    })
}

pub(in super::super) fn cells(set: &RuleSeverity) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        set.rule.as_str().into(),
        set.severity.as_str().into(),
        set.actor.as_str().into(),
        set.set_at.as_str().into(),
    ]
}
