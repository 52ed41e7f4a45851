//! Claims in the casebook: reading them, and the statements that write them.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Parameters, Row, Statement, params};
use super::numbers;
use super::search_text::{self, Entity};
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::{Appearance, Claim, Key};
use crate::error::{Error, Result};

pub(super) const COLUMNS: &str =
    "id, key, statement, claimant, claimed_on, nature, priority, logged_by, note, version";

impl Store {
    /// The claim with this key.
    pub fn find_claim(&self, key: &str) -> Result<Option<Stored<Claim>>> {
        let mut found = None;
        let sql = format!("SELECT {COLUMNS} FROM claim WHERE key = :key");
        self.engine.query(&sql, params! { key: key }, &mut |row| {
            found = Some(bare(row)?);
            Ok(())
        })?;
        found.map(|claim| self.complete_claim(claim)).transpose()
    }

    /// The claim with this key; where there is none, an error that names the nearest key.
    pub fn claim(&self, key: &str) -> Result<Stored<Claim>> {
        self.find_claim(key)?.ok_or_else(|| self.unknown_key("claim", key))
    }

    /// The claim with this id; where there is none, an error.
    pub fn claim_numbered(&self, id: i64) -> Result<Stored<Claim>> {
        let mut found = None;
        let sql = format!("SELECT {COLUMNS} FROM claim WHERE id = :id");
        self.engine.query(&sql, params! { id: id }, &mut |row| {
            found = Some(bare(row)?);
            Ok(())
        })?;
        let found = found.ok_or_else(|| Error::storage(format!("claim number {id} is gone")))?;
        self.complete_claim(found)
    }

    /// Hands every claim on, in the order in which they were entered.
    pub fn each_claim(&self, mut on_claim: impl FnMut(Stored<Claim>) -> Result<()>) -> Result<()> {
        self.try_each_claim(|claim| on_claim(claim?))
    }

    /// The same, for who goes on where a claim cannot be read.
    pub(super) fn try_each_claim(
        &self,
        mut on_claim: impl FnMut(std::result::Result<Stored<Claim>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("SELECT {COLUMNS} FROM claim ORDER BY id");
        self.engine.query(&sql, params! {}, &mut |row| {
            let claim = bare(row).and_then(|claim| self.complete_claim(claim));
            on_claim(claim.map_err(|error| Unreadable::in_row("claim", row, "key", error)))
        })
    }

    fn complete_claim(&self, mut claim: Stored<Claim>) -> Result<Stored<Claim>> {
        let id = claim.id;
        let record = &mut claim.record;
        let sql = "SELECT source.key, appearance.locator, appearance.quote, appearance.position
                   FROM appearance
                   JOIN source ON source.id = appearance.source_id
                   WHERE appearance.claim_id = :id ORDER BY appearance.position";
        self.engine.query(sql, params! { id: id }, &mut |row| {
            record.appearances.push(Appearance {
                source: row.parsed::<Key>("key")?,
                locator: row.optional_text("locator")?,
                quote: row.optional_text("quote")?,
            });
            Ok(())
        })?;
        let sql = "SELECT tag AS text FROM claim_tag WHERE claim_id = :id ORDER BY position";
        record.tags = self.texts(sql, params! { id: id })?;
        Ok(claim)
    }
}

/// The columns of the table `claim`; appearances and tags are still to come.
pub(super) fn bare(row: &Row<'_>) -> Result<Stored<Claim>> {
    let mut claim = Claim::new(row.parsed::<Key>("key")?, row.text("statement")?);
    claim.claimant = row.optional_text("claimant")?;
    claim.claimed_on = row.optional_parsed("claimed_on")?;
    claim.nature = row.parsed("nature")?;
    claim.priority = row.parsed("priority")?;
    claim.logged_by = row.optional_text("logged_by")?;
    claim.note = row.optional_text("note")?;
    Ok(Stored { id: row.integer("id")?, version: row.integer("version")?, record: claim })
}

/// Puts a new claim into a change.
pub(crate) fn insert(change: &mut Change, claim: &Claim) -> Result<()> {
    let mut parameters = columns(claim);
    parameters.push(("key", claim.key.as_str().into()));
    change.run(Statement::new(
        "INSERT INTO claim (key, statement, claimant, claimed_on, nature, priority, logged_by, note,
                            version)
         VALUES (:key, :statement, :claimant, :claimed_on, :nature, :priority, :logged_by, :note,
                 :version)",
        parameters,
    ));
    insert_parts(change, claim);
    change.about("claim", &claim.key);
    change.adds(&Record::Claim(claim))
}

/// Puts the new state of a claim into a change. The key may differ from the old one.
pub(crate) fn update(change: &mut Change, old: &Claim, new: &Claim) -> Result<()> {
    let mut parameters = columns(new);
    parameters.push(("old_key", old.key.as_str().into()));
    parameters.push(("key", new.key.as_str().into()));
    change.run(Statement::new(
        "UPDATE claim SET key = :key, statement = :statement, claimant = :claimant,
                claimed_on = :claimed_on, nature = :nature, priority = :priority,
                logged_by = :logged_by, note = :note, version = :version
         WHERE key = :old_key",
        parameters,
    ));
    delete_parts(change, &new.key);
    insert_parts(change, new);
    change.about("claim", &old.key);
    change.about("claim", &new.key);
    change.removes(&Record::Claim(old))?;
    change.adds(&Record::Claim(new))
}

/// Puts the end of a claim into a change; nothing may refer to it any more.
pub(crate) fn delete(change: &mut Change, claim: &Claim) -> Result<()> {
    change.run(search_text::delete(Entity::Claim, &claim.key));
    delete_parts(change, &claim.key);
    change.run(numbers::retire_claim(&claim.key));
    change.run(Statement::new(
        "DELETE FROM claim WHERE key = :key",
        params! { key: claim.key.as_str() },
    ));
    change.about("claim", &claim.key);
    change.removes(&Record::Claim(claim))
}

fn columns(claim: &Claim) -> Parameters {
    params! {
        statement: claim.statement.as_str(), claimant: claim.claimant.as_deref(),
        claimed_on: claim.claimed_on.as_ref().map(|date| date.as_str()),
        nature: claim.nature.as_str(), priority: claim.priority.as_str(),
        logged_by: claim.logged_by.as_deref(), note: claim.note.as_deref(),
    }
}

fn insert_parts(change: &mut Change, claim: &Claim) {
    let key = claim.key.as_str();
    for (position, appearance) in (0_i64..).zip(&claim.appearances) {
        change.run(Statement::new(
            "INSERT INTO appearance (claim_id, position, source_id, locator, quote)
             SELECT claim.id, :position, source.id, :locator, :quote FROM claim, source
             WHERE claim.key = :key AND source.key = :source",
            params! { position: position, locator: appearance.locator.as_deref(),
            quote: appearance.quote.as_deref(), key: key, source: appearance.source.as_str() },
        ));
    }
    for (position, tag) in (0_i64..).zip(&claim.tags) {
        change.run(Statement::new(
            "INSERT INTO claim_tag (claim_id, position, tag) SELECT id, :position, :tag FROM claim
             WHERE key = :key",
            params! { position: position, tag: tag.as_str(), key: key },
        ));
    }
    change.run(search_text::put(Entity::Claim, key, &search_text::of_claim(claim)));
}

fn delete_parts(change: &mut Change, key: &str) {
    for sql in [
        "DELETE FROM appearance WHERE claim_id = (SELECT id FROM claim WHERE key = :key)",
        "DELETE FROM claim_tag WHERE claim_id = (SELECT id FROM claim WHERE key = :key)",
    ] {
        change.run(Statement::new(sql, params! { key: key }));
    }
}
