//! A row that is there but holds something that no casebook may hold: another program wrote it.

use super::engine::Row;
use crate::error::Error;

/// A record that cannot be read.
#[derive(Debug)]
pub(crate) struct Unreadable {
    /// Which one, as a user calls it: "claim `c3`".
    pub(crate) what: String,
    /// What is wrong with it.
    pub(crate) error: Error,
}

impl Unreadable {
    /// The record in this row, called by the column `name`.
    pub(crate) fn in_row(entity: &str, row: &Row<'_>, name: &str, error: Error) -> Self {
        let what = match (row.text(name), row.integer(name)) {
            (Ok(key), _) => format!("{entity} `{key}`"),
            (_, Ok(number)) => format!("{entity} {number}"),
            _ => format!("a {entity} whose {name} is no text"),
        };
        Unreadable { what, error }
    }
}

impl From<Unreadable> for Error {
    fn from(unreadable: Unreadable) -> Error {
        Error::storage(format!("{} cannot be read: {}", unreadable.what, unreadable.error))
            .hint("run `twosource doctor`: another program has written to the casebook")
    }
}
