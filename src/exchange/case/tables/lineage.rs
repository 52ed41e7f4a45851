//! `lineage.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Lineage, Relation};
use crate::error::{Error, Result};

const SOURCE: Column = Column::required(0, "source");
const ORIGIN: Column = Column::required(1, "origin");
const RELATION: Column = Column::optional(2, "relation");
const NOTE: Column = Column::optional(3, "note");

pub(in super::super) const COLUMNS: [Column; 4] = [SOURCE, ORIGIN, RELATION, NOTE];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Lineage> {
    let lineage = Lineage {
        source: row.key(SOURCE)?,
        origin: row.key(ORIGIN)?,
        relation: row.word(RELATION)?.unwrap_or(Relation::Reports),
        note: row.text(NOTE),
    };
    if lineage.source == lineage.origin {
        let error = Error::invalid(format!("`{}` derives from itself", lineage.source)).hint(
            "name the source it comes from, or delete the row; one that is first-hand has \
             `original` in the column `lineage` of sources.csv",
        );
        return Err(row.blame(ORIGIN, error));
    }
    Ok(lineage)
}

pub(in super::super) fn cells(lineage: &Lineage) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        lineage.source.as_str().into(),
        lineage.origin.as_str().into(),
        lineage.relation.as_str().into(),
        lineage.note.as_deref().unwrap_or_default().into(),
    ]
}
