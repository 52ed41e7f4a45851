//! Levels as the casebook keeps them: rows that are right whenever they are there.

use super::super::Store;
use super::super::engine::{Engine, Row, params};
use crate::corroboration::{ClaimLevel, Level, PointKind, WeakestPoint};
use crate::error::{Error, Result};

/// A weakest point by what does not change while the row is there: names of sources may.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum KeptPoint {
    /// A source, by its id.
    Source(i64),
    /// A voice, by the form in which two are compared.
    Voice(String),
    /// A strong identifier, by its name.
    Identifier(String),
}

/// What the evidence of a claim amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct KeptLevel {
    pub(super) level: Level,
    pub(super) sources: u32,
    pub(super) origins: u32,
    pub(super) points: Vec<KeptPoint>,
}

/// The same without the points, which are many.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Entry {
    pub(super) claim: i64,
    pub(super) level: Level,
    pub(super) sources: u32,
    pub(super) origins: u32,
}

impl Entry {
    /// The entry of a claim.
    pub(super) fn of(claim: i64, kept: &KeptLevel) -> Entry {
        Entry { claim, level: kept.level, sources: kept.sources, origins: kept.origins }
    }

    /// A claim that nobody is cited for.
    pub(super) fn bare(claim: i64) -> Entry {
        Entry { claim, level: Level::Unsupported, sources: 0, origins: 0 }
    }

    fn read(row: &Row<'_>) -> Result<Entry> {
        Ok(Entry {
            claim: row.integer_at(0)?,
            level: row.text_at(1)?.parse().map_err(unreadable)?,
            sources: u32::try_from(row.integer_at(2)?).map_err(unreadable)?,
            origins: u32::try_from(row.integer_at(3)?).map_err(unreadable)?,
        })
    }
}

fn unreadable(error: impl std::fmt::Display) -> Error {
    Error::storage(format!("the casebook keeps a level that cannot be read: {error}"))
        .hint("run `twosource doctor`")
}

impl Store {
    /// The kept levels, in order of the claims' ids.
    pub(super) fn kept_entries(&self) -> Result<Vec<Entry>> {
        let mut entries = Vec::new();
        let sql = "SELECT claim_id, level, sources, origins FROM claim_level ORDER BY claim_id";
        self.engine.query(sql, params! {}, &mut |row| {
            entries.push(Entry::read(row)?);
            Ok(())
        })?;
        Ok(entries)
    }

    /// The kept level of one claim, without its points.
    pub(super) fn kept_entry(&self, claim: i64) -> Result<Option<Entry>> {
        let mut found = None;
        let sql = "SELECT claim_id, level, sources, origins FROM claim_level WHERE claim_id = :id";
        self.engine.query(sql, params! { id: claim }, &mut |row| {
            found = Some(Entry::read(row)?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The kept weakest points of one claim.
    pub(super) fn kept_points(&self, claim: i64) -> Result<Vec<KeptPoint>> {
        let mut points = Vec::new();
        let sql = "SELECT source_id, voice, identifier FROM weakest_point WHERE claim_id = :id
                   ORDER BY position";
        self.engine.query(sql, params! { id: claim }, &mut |row| {
            points.push(point(row)?);
            Ok(())
        })?;
        Ok(points)
    }

    /// Hands on every kept weakest point with the id of its claim, in order of these.
    pub(super) fn each_kept_point(
        &self,
        mut on_point: impl FnMut(i64, KeptPoint) -> Result<()>,
    ) -> Result<()> {
        let sql = "SELECT source_id, voice, identifier, claim_id FROM weakest_point
                   ORDER BY claim_id, position";
        self.engine.query(sql, params! {}, &mut |row| on_point(row.integer_at(3)?, point(row)?))
    }

    /// How many claims have no kept level.
    pub fn count_not_kept(&self) -> Result<i64> {
        let sql =
            "SELECT (SELECT count(*) FROM claim) - (SELECT count(*) FROM claim_level) AS number";
        self.number(sql, params! {})
    }

    /// An entry with its points by name.
    pub(super) fn with_names(&self, entry: Entry, points: &[KeptPoint]) -> Result<ClaimLevel> {
        let mut named =
            points.iter().map(|point| self.name_of(point)).collect::<Result<Vec<_>>>()?;
        named.sort_unstable_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        let Entry { level, sources, origins, .. } = entry;
        Ok(ClaimLevel { level, sources, origins, weakest_points: named })
    }

    /// A point with its name.
    pub(super) fn name_of(&self, point: &KeptPoint) -> Result<WeakestPoint> {
        Ok(match point {
            KeptPoint::Source(id) => {
                let sql = "SELECT key AS text FROM source WHERE id = :id";
                let name = self.texts(sql, params! { id: *id })?.pop();
                let name = name.ok_or_else(|| unreadable(format!("source number {id} is gone")))?;
                WeakestPoint { kind: PointKind::Source, name }
            }
            KeptPoint::Voice(name) => WeakestPoint { kind: PointKind::Voice, name: name.clone() },
            KeptPoint::Identifier(name) => {
                WeakestPoint { kind: PointKind::Identifier, name: name.clone() }
            }
        })
    }
}

/// The point in the first three columns of a row.
fn point(row: &Row<'_>) -> Result<KeptPoint> {
    if let Some(id) = row.optional_integer_at(0)? {
        return Ok(KeptPoint::Source(id));
    }
    if let Some(voice) = row.optional_text_at(1)? {
        return Ok(KeptPoint::Voice(voice.to_owned()));
    }
    Ok(KeptPoint::Identifier(row.text_at(2)?.to_owned()))
}
