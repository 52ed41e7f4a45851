//! `waivers.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::Waiver;
use crate::error::Result;

const CLAIM: Column = Column::required(0, "claim");
const RULE: Column = Column::required(1, "rule");
const ACTOR: Column = Column::required(2, "actor");
const REASON: Column = Column::required(3, "reason");
const WAIVED_AT: Column = Column::required(4, "waived_at");

pub(in super::super) const COLUMNS: [Column; 5] = [CLAIM, RULE, ACTOR, REASON, WAIVED_AT];

/// Whether there is a check of that name is for the caller to say.
pub(in super::super) fn read(row: &Row<'_>) -> Result<Waiver> {
    Ok(Waiver {
        claim: row.key(CLAIM)?,
        rule: row.required_text(RULE, "name the check whose finding is accepted")?,
        actor: row.required_text(ACTOR, "name who accepted the finding: a waiver is signed")?,
        reason: row.required_text(REASON, "say why the finding is acceptable")?,
        waived_at: row.timestamp(WAIVED_AT)?,
    })
}

pub(in super::super) fn cells(waiver: &Waiver) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        waiver.claim.as_str().into(),
        waiver.rule.as_str().into(),
        waiver.actor.as_str().into(),
        waiver.reason.as_str().into(),
        waiver.waived_at.as_str().into(),
    ]
}
