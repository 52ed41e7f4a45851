//! `distinctions.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Distinction, Name};
use crate::error::{Error, Result};

const NAME: Column = Column::required(0, "name");
const OTHER: Column = Column::required(1, "other");
const ACTOR: Column = Column::required(2, "actor");
const SAID_AT: Column = Column::required(3, "said_at");

pub(in super::super) const COLUMNS: [Column; 4] = [NAME, OTHER, ACTOR, SAID_AT];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Distinction> {
    let voice = |column: Column| -> Result<String> {
        let name = row.cell(column).parse::<Name>();
        name.map(|name| name.voice()).map_err(|error| row.blame(column, error))
    };
    let (one, other) = (voice(NAME)?, voice(OTHER)?);
    if one == other {
        let error = Error::invalid("the two names are one").hint("name somebody else");
        return Err(row.blame(OTHER, error));
    }
    let actor = row.required_text(ACTOR, "name who said that they are two")?;
    Ok(Distinction::new(one, other, actor, row.timestamp(SAID_AT)?))
}

pub(in super::super) fn cells(said: &Distinction) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        said.name.as_str().into(),
        said.other.as_str().into(),
        said.actor.as_str().into(),
        said.said_at.as_str().into(),
    ]
}
