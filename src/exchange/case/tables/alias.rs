//! `aliases.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{Alias, Name};
use crate::error::{Error, Result};

const SPELLING: Column = Column::required(0, "spelling");
const NAME: Column = Column::required(1, "name");
const ACTOR: Column = Column::required(2, "actor");
const SAID_AT: Column = Column::required(3, "said_at");

pub(in super::super) const COLUMNS: [Column; 4] = [SPELLING, NAME, ACTOR, SAID_AT];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Alias> {
    let read = |column: Column| -> Result<Name> {
        row.cell(column).parse().map_err(|error| row.blame(column, error))
    };
    let (spelling, name) = (read(SPELLING)?.voice(), read(NAME)?);
    if name.voice() == spelling {
        let error = Error::invalid("the two names are one").hint("name another spelling");
        return Err(row.blame(SPELLING, error));
    }
    let actor = row.required_text(ACTOR, "name who said that it is another spelling")?;
    Ok(Alias { spelling, name, actor, said_at: row.timestamp(SAID_AT)? })
}

pub(in super::super) fn cells(alias: &Alias) -> [Cow<'_, str>; COLUMNS.len()] {
    [
        alias.spelling.as_str().into(),
        alias.name.as_written().into(),
        alias.actor.as_str().into(),
        alias.said_at.as_str().into(),
    ]
}
