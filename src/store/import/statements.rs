//! The prepared statements of the loader.

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Statement, ToSql};

use super::super::embedded::explained;
use crate::error::Result;

/// A value to bind without copying it.
pub(super) enum Bound<'a> {
    Number(i64),
    Text(&'a str),
    Optional(Option<&'a str>),
    OptionalNumber(Option<i64>),
}

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Bound::Number(number) | Bound::OptionalNumber(Some(number)) => {
                ValueRef::Integer(*number)
            }
            Bound::Text(text) | Bound::Optional(Some(text)) => ValueRef::Text(text.as_bytes()),
            Bound::Optional(None) | Bound::OptionalNumber(None) => ValueRef::Null,
        }))
    }
}

/// One insertion, prepared once and run for every row.
pub(super) struct Insertion<'c>(Statement<'c>);

impl Insertion<'_> {
    /// Inserts a row; the values are those of the columns in order.
    pub(super) fn run(&mut self, values: &[Bound<'_>]) -> Result<()> {
        self.try_run(values).map_err(explained)
    }

    /// The same, for an insertion that a unique key may refuse.
    pub(super) fn try_run(&mut self, values: &[Bound<'_>]) -> rusqlite::Result<()> {
        for (position, value) in (1..).zip(values) {
            self.0.raw_bind_parameter(position, value)?;
        }
        self.0.raw_execute().map(drop)
    }
}

/// One insertion per table that the loader fills.
pub(super) struct Statements<'c> {
    pub(super) source: Insertion<'c>,
    pub(super) creator: Insertion<'c>,
    pub(super) creator_role: Insertion<'c>,
    pub(super) identifier: Insertion<'c>,
    pub(super) strong_identifier: Insertion<'c>,
    pub(super) variable: Insertion<'c>,
    pub(super) source_alias: Insertion<'c>,
    pub(super) source_tag: Insertion<'c>,
    pub(super) claim: Insertion<'c>,
    pub(super) appearance: Insertion<'c>,
    pub(super) claim_tag: Insertion<'c>,
    pub(super) citation: Insertion<'c>,
    pub(super) attribution: Insertion<'c>,
    pub(super) lineage: Insertion<'c>,
    pub(super) derived: Insertion<'c>,
    pub(super) review: Insertion<'c>,
    pub(super) waiver: Insertion<'c>,
    pub(super) assignment: Insertion<'c>,
    pub(super) search_text: Insertion<'c>,
}

impl<'c> Statements<'c> {
    /// Prepares them all.
    pub(super) fn prepare(connection: &'c Connection) -> Result<Self> {
        let raw = |sql: &str| connection.prepare(sql).map(Insertion).map_err(explained);
        let insert = |table: &str, columns: &str| {
            let marks = vec!["?"; columns.split(',').count()].join(", ");
            raw(&format!("INSERT INTO {table} ({columns}) VALUES ({marks})"))
        };
        Ok(Statements {
            source: insert(
                "source",
                "id, key, kind, title, container, publisher, issued, url, archived_url, accessed, \
                 language, jurisdiction, pages, lineage, standing, grade, confidentiality, note, \
                 version",
            )?,
            creator: insert("creator", "id, name, unnamed, voice")?,
            creator_role: insert("creator_role", "source_id, position, creator_id, role")?,
            identifier: insert("identifier", "source_id, position, scheme, value")?,
            strong_identifier: insert("strong_identifier", "source_id, name")?,
            variable: insert("variable", "source_id, name, value")?,
            source_alias: insert("source_alias", "source_id, position, alias")?,
            source_tag: insert("source_tag", "source_id, position, tag")?,
            claim: insert(
                "claim",
                "id, key, statement, claimant, claimed_on, nature, priority, logged_by, note, version",
            )?,
            appearance: insert("appearance", "claim_id, position, source_id, locator, quote")?,
            claim_tag: insert("claim_tag", "claim_id, position, tag")?,
            citation: insert(
                "citation",
                "id, claim_id, source_id, stance, locator, quote, credibility, note, version",
            )?,
            attribution: insert("attribution", "citation_id, position, source_id")?,
            lineage: insert("lineage", "source_id, origin_id, relation, note, version")?,
            derived: raw("UPDATE source SET lineage = 'derived', version = ?2 WHERE id = ?1")?,
            review: insert(
                "review",
                "claim_id, reviewer, verdict, reviewed_at, note, ended, version",
            )?,
            waiver: insert("waiver", "claim_id, rule, actor, reason, waived_at, ended, version")?,
            assignment: insert(
                "assignment",
                "claim_id, reviewer, assigned_by, assigned_at, version",
            )?,
            search_text: insert("search_text", "id, text")?,
        })
    }
}
