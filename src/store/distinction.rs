//! The names that were said to be two.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::Distinction;
use crate::error::Result;

const SELECT: &str = "SELECT voice, other, actor, said_at, version FROM creator_distinction";

impl Store {
    /// All distinctions, in order of the names.
    pub fn distinctions(&self) -> Result<Vec<Distinction>> {
        let mut found = Vec::new();
        self.try_each_distinction(|row| {
            found.push(row?.record);
            Ok(())
        })?;
        Ok(found)
    }

    /// The same one by one, for who goes on where a row cannot be read.
    pub(super) fn try_each_distinction(
        &self,
        mut on_row: impl FnMut(std::result::Result<Stored<Distinction>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("{SELECT} ORDER BY voice, other");
        self.engine.query(&sql, params! {}, &mut |row| {
            let of = |error| Unreadable::in_row("distinction of", row, "voice", error);
            on_row(read(row).map_err(of))
        })
    }

    /// The distinction of two voices, in whatever order they are given.
    pub(super) fn distinction(
        &self,
        one: &str,
        other: &str,
    ) -> Result<Option<Stored<Distinction>>> {
        let (voice, other) = Distinction::pair(one, other);
        let mut found = None;
        let sql = format!("{SELECT} WHERE voice = :voice AND other = :other");
        self.engine.query(&sql, params! { voice: voice, other: other }, &mut |row| {
            found = Some(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }
}

/// The table has no numbers: a row is found by its names.
fn read(row: &Row<'_>) -> Result<Stored<Distinction>> {
    let record = Distinction {
        name: row.text("voice")?,
        other: row.text("other")?,
        actor: row.text("actor")?,
        said_at: row.parsed("said_at")?,
    };
    Ok(Stored { id: 0, version: row.integer("version")?, record })
}

/// Puts a new row into a change.
pub(crate) fn insert(change: &mut Change, said: &Distinction) -> Result<()> {
    change.run(Statement::new(
        "INSERT INTO creator_distinction (voice, other, actor, said_at, version)
         VALUES (:voice, :other, :actor, :said_at, :version)",
        params! { voice: said.name.as_str(), other: said.other.as_str(),
        actor: said.actor.as_str(), said_at: said.said_at.as_str() },
    ));
    about(change, said);
    change.adds(&Record::Distinction(said))
}

/// Puts the end of a row into a change.
pub(crate) fn delete(change: &mut Change, said: &Distinction) -> Result<()> {
    change.run(Statement::new(
        "DELETE FROM creator_distinction WHERE voice = :voice AND other = :other",
        params! { voice: said.name.as_str(), other: said.other.as_str() },
    ));
    about(change, said);
    change.removes(&Record::Distinction(said))
}

fn about(change: &mut Change, said: &Distinction) {
    change.about("creator", &said.name);
    change.about("creator", &said.other);
}
