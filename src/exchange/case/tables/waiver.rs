//! `waivers.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Pin, Timestamp, Waiver};
use crate::error::Result;

const CLAIM: Column = Column::required(0, "claim");
const RULE: Column = Column::required(1, "rule");
const ACTOR: Column = Column::required(2, "actor");
const REASON: Column = Column::required(3, "reason");
const WAIVED_AT: Column = Column::required(4, "waived_at");
const ENDED: Column = Column::optional(5, "ended");

pub(in super::super) const COLUMNS: [Column; 6] = [CLAIM, RULE, ACTOR, REASON, WAIVED_AT, ENDED];

/// Whether there is a check of that name is for the caller to say.
pub(in super::super) fn read(row: &Row<'_>) -> Result<Waiver> {
    Ok(Waiver {
        claim: row.key(CLAIM)?,
        rule: row.required_text(RULE, "name the check whose finding is accepted")?,
        actor: row.required_text(ACTOR, "name who accepted the finding: a waiver is signed")?,
        reason: row.required_text(REASON, "say why the finding is acceptable")?,
        waived_at: row.timestamp(WAIVED_AT)?,
        pin: row.word(ENDED)?.map_or(Pin::Entered, Pin::Ended),
    })
}

pub(in super::super) fn cells(waiver: &Waiver) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        waiver.claim.as_str().into(),
        waiver.rule.as_str().into(),
        waiver.actor.as_str().into(),
        waiver.reason.as_str().into(),
        waiver.waived_at.as_str().into(),
        waiver.pin.ended().map_or("", Timestamp::as_str).into(),
    ]
}
