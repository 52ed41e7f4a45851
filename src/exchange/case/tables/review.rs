//! `reviews.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Pin, Review, Timestamp};
use crate::error::Result;

const CLAIM: Column = Column::required(0, "claim");
const REVIEWER: Column = Column::required(1, "reviewer");
const VERDICT: Column = Column::required(2, "verdict");
const REVIEWED_AT: Column = Column::required(3, "reviewed_at");
const NOTE: Column = Column::optional(4, "note");
const ENDED: Column = Column::optional(5, "ended");

pub(in super::super) const COLUMNS: [Column; 6] =
    [CLAIM, REVIEWER, VERDICT, REVIEWED_AT, NOTE, ENDED];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Review> {
    Ok(Review {
        claim: row.key(CLAIM)?,
        reviewer: row.required_text(REVIEWER, "name who judged the claim: a review is signed")?,
        verdict: row.required_word(VERDICT)?,
        reviewed_at: row.timestamp(REVIEWED_AT)?,
        note: row.text(NOTE),
        pin: row.word(ENDED)?.map_or(Pin::Entered, Pin::Ended),
    })
}

pub(in super::super) fn cells(review: &Review) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        review.claim.as_str().into(),
        review.reviewer.as_str().into(),
        review.verdict.as_str().into(),
        review.reviewed_at.as_str().into(),
        review.note.as_deref().unwrap_or_default().into(),
        review.pin.ended().map_or("", Timestamp::as_str).into(),
    ]
}
