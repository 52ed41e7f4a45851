//! The names that are known to be other spellings.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::{Alias, Credit, Name};
use crate::error::Result;

const SELECT: &str = "SELECT spelling, name, actor, said_at, version FROM creator_alias";

impl Store {
    /// All aliases, in order of the spellings.
    pub fn aliases(&self) -> Result<Vec<Alias>> {
        let mut found = Vec::new();
        self.try_each_alias(|row| {
            found.push(row?.record);
            Ok(())
        })?;
        Ok(found)
    }

    /// The same one by one, for who goes on where a row cannot be read.
    pub(super) fn try_each_alias(
        &self,
        mut on_row: impl FnMut(std::result::Result<Stored<Alias>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("{SELECT} ORDER BY spelling");
        self.engine.query(&sql, params! {}, &mut |row| {
            let of = |error| Unreadable::in_row("alias", row, "spelling", error);
            on_row(read(row).map_err(of))
        })
    }

    /// What is known of a spelling, which is given in the form in which voices are compared.
    pub(super) fn alias(&self, spelling: &str) -> Result<Option<Stored<Alias>>> {
        let mut found = None;
        let sql = format!("{SELECT} WHERE spelling = :spelling");
        self.engine.query(&sql, params! { spelling: spelling }, &mut |row| {
            found = Some(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The name that is written for this one, where it is known to be another spelling.
    pub fn name_written_for(&self, name: &Name) -> Result<Option<Name>> {
        Ok(self.alias(&name.voice())?.map(|known| known.record.name))
    }

    /// Writes in new credits, those that `old` does not have, each name as it is to be written. A name
    /// that is withheld stays: it describes somebody, and others may be described so.
    pub(super) fn respell(&self, old: &[Credit], new: &mut Vec<Credit>) -> Result<()> {
        let mut changed = false;
        for credit in new.iter_mut().filter(|credit| !credit.unnamed && !old.contains(credit)) {
            if let Some(name) = self.name_written_for(&credit.name)? {
                credit.name = name;
                changed = true;
            }
        }
        if changed {
            *new = without_repeats(std::mem::take(new));
        }
        Ok(())
    }

    /// Whether a name may be told outside: some open source names it, and none that is not open does.
    pub fn is_named_openly(&self, voice: &str) -> Result<bool> {
        Ok(self.is_named(voice, "= 'open'")? && !self.is_named_otherwise(voice)?)
    }

    /// Whether a source that is not open names it.
    pub fn is_named_otherwise(&self, voice: &str) -> Result<bool> {
        self.is_named(voice, "<> 'open'")
    }

    /// Whether open sources alone show that a name has another spelling.
    pub fn tells_alias_openly(&self, name: &Name, spelling: &str) -> Result<bool> {
        // No source has the spelling but where somebody has gone round the alias.
        Ok(self.is_named_openly(&name.voice())? && !self.is_named_otherwise(spelling)?)
    }

    /// Whether open sources alone show two names that are two.
    pub fn tells_distinction_openly(&self, one: &str, other: &str) -> Result<bool> {
        Ok(self.is_named_openly(one)? && self.is_named_openly(other)?)
    }

    pub(super) fn is_named(&self, voice: &str, confidentiality: &str) -> Result<bool> {
        let sql = format!(
            "SELECT EXISTS (
               SELECT 1 FROM creator JOIN creator_role ON creator_role.creator_id = creator.id
               JOIN source ON source.id = creator_role.source_id
               WHERE creator.voice = :voice AND source.confidentiality {confidentiality}) AS number"
        );
        Ok(self.number(&sql, params! { voice: voice })? != 0)
    }
}

/// The same name in the same role twice (both spellings stood there) is one credit.
pub(super) fn without_repeats(credits: Vec<Credit>) -> Vec<Credit> {
    let mut kept = Vec::with_capacity(credits.len());
    for credit in credits {
        if !kept.contains(&credit) {
            kept.push(credit);
        }
    }
    kept
}

/// The table has no numbers: a row is found by its spelling.
fn read(row: &Row<'_>) -> Result<Stored<Alias>> {
    let record = Alias {
        spelling: row.text("spelling")?,
        name: row.parsed("name")?,
        actor: row.text("actor")?,
        said_at: row.parsed("said_at")?,
    };
    Ok(Stored { id: 0, version: row.integer("version")?, record })
}

/// Puts a new row into a change.
pub(crate) fn insert(change: &mut Change, alias: &Alias) -> Result<()> {
    change.run(Statement::new(
        "INSERT INTO creator_alias (spelling, name, actor, said_at, version)
         VALUES (:spelling, :name, :actor, :said_at, :version)",
        params! { spelling: alias.spelling.as_str(), name: alias.name.as_written(),
        actor: alias.actor.as_str(), said_at: alias.said_at.as_str() },
    ));
    about(change, alias);
    change.adds(&Record::Alias(alias))
}

/// Puts the end of a row into a change.
pub(crate) fn delete(change: &mut Change, alias: &Alias) -> Result<()> {
    change.run(Statement::new(
        "DELETE FROM creator_alias WHERE spelling = :spelling",
        params! { spelling: alias.spelling.as_str() },
    ));
    about(change, alias);
    change.removes(&Record::Alias(alias))
}

fn about(change: &mut Change, alias: &Alias) {
    change.about("creator", &alias.spelling);
    change.about("creator", alias.name.as_written());
}
