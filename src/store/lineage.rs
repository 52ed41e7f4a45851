//! Lineage rows in the casebook.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::unreadable::Unreadable;
use crate::domain::{Lineage, Relation};
use crate::error::Result;

const SELECT: &str =
    "SELECT source.key AS source, origin.key AS origin, lineage.relation, lineage.note,
                             lineage.version, lineage.source_id, lineage.origin_id
                      FROM lineage JOIN source ON source.id = lineage.source_id
                      JOIN source AS origin ON origin.id = lineage.origin_id";

/// In the order in which the sources were entered, so that an exported folder reads back the same.
const ORDER: &str = "ORDER BY lineage.source_id, lineage.origin_id, lineage.relation";

impl Store {
    /// Hands every lineage row on.
    pub fn each_lineage(&self, mut on_row: impl FnMut(Lineage) -> Result<()>) -> Result<()> {
        self.try_each_lineage(|row| on_row(row?.1))
    }

    /// Hands every lineage row on, or those that lead from one source, with the change that last wrote
    /// it.
    pub fn each_lineage_written(
        &self,
        source: Option<&str>,
        mut on_row: impl FnMut(i64, Lineage) -> Result<()>,
    ) -> Result<()> {
        let Some(key) = source else {
            return self.try_each_lineage(|row| {
                let (version, row) = row?;
                on_row(version, row)
            });
        };
        let sql = format!("{SELECT} WHERE source.key = :key {ORDER}");
        self.engine.query(&sql, params! { key: key }, &mut |row| {
            on_row(row.integer("version")?, lineage(row)?)
        })
    }

    /// The same with the version of each row, for who goes on where a row cannot be read.
    pub(super) fn try_each_lineage(
        &self,
        mut on_row: impl FnMut(std::result::Result<(i64, Lineage), Unreadable>) -> Result<()>,
    ) -> Result<()> {
        // From the lineage outwards: the tables are joined in this order.
        let sql = format!("{} {ORDER}", SELECT.replace("JOIN", "CROSS JOIN"));
        self.engine.query(&sql, params! {}, &mut |row| {
            let read = row.integer("version").and_then(|version| Ok((version, lineage(row)?)));
            on_row(read.map_err(|error| Unreadable::in_row("lineage row of", row, "source", error)))
        })
    }

    /// The lineage rows that lead from this source to its origins.
    pub fn origins_of(&self, key: &str) -> Result<Vec<Lineage>> {
        self.lineage_where("source.key = :key", key)
    }

    /// The lineage rows that lead to this source.
    pub fn derived_from(&self, key: &str) -> Result<Vec<Lineage>> {
        self.lineage_where("origin.key = :key", key)
    }

    /// Note and version of the row with these ids of source and origin, and this relation.
    pub(crate) fn lineage_row(
        &self,
        source: u32,
        origin: u32,
        relation: Relation,
    ) -> Result<Option<(Option<String>, i64)>> {
        let mut found = None;
        let sql = "SELECT note, version FROM lineage
                   WHERE source_id = :source AND origin_id = :origin AND relation = :relation";
        let parameters = params! { source: i64::from(source), origin: i64::from(origin),
        relation: relation.as_str() };
        self.engine.query(sql, parameters, &mut |row| {
            found = Some((row.optional_text("note")?, row.integer("version")?));
            Ok(())
        })?;
        Ok(found)
    }

    fn lineage_where(&self, condition: &str, key: &str) -> Result<Vec<Lineage>> {
        let mut rows = Vec::new();
        let sql = format!("{SELECT} WHERE {condition} {ORDER}");
        self.engine.query(&sql, params! { key: key }, &mut |row| {
            rows.push(lineage(row)?);
            Ok(())
        })?;
        Ok(rows)
    }
}

fn lineage(row: &Row<'_>) -> Result<Lineage> {
    Ok(Lineage {
        source: row.parsed("source")?,
        origin: row.parsed("origin")?,
        relation: row.parsed("relation")?,
        note: row.optional_text("note")?,
    })
}

/// Puts a new lineage row into a change.
pub(crate) fn insert(change: &mut Change, lineage: &Lineage) -> Result<()> {
    change.run(Statement::new(
        "INSERT INTO lineage (source_id, origin_id, relation, note, version)
         SELECT source.id, origin.id, :relation, :note, :version FROM source, source AS origin
         WHERE source.key = :source AND origin.key = :origin",
        params! { relation: lineage.relation.as_str(), note: lineage.note.as_deref(),
        source: lineage.source.as_str(), origin: lineage.origin.as_str() },
    ));
    about(change, lineage);
    change.adds(&Record::Lineage(lineage))
}

/// Puts the end of a lineage row into a change.
pub(crate) fn delete(change: &mut Change, lineage: &Lineage) -> Result<()> {
    change.run(Statement::new(
        "DELETE FROM lineage WHERE relation = :relation
         AND source_id = (SELECT id FROM source WHERE key = :source)
         AND origin_id = (SELECT id FROM source WHERE key = :origin)",
        params! { relation: lineage.relation.as_str(), source: lineage.source.as_str(),
        origin: lineage.origin.as_str() },
    ));
    about(change, lineage);
    change.removes(&Record::Lineage(lineage))
}

fn about(change: &mut Change, lineage: &Lineage) {
    change.about("source", &lineage.source);
    change.about("source", &lineage.origin);
}
