//! Citations in the casebook: reading them, and the statements that write them.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Parameters, Row, Statement, params};
use super::numbers;
use super::search_text;
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::{Citation, Credibility, Key};
use crate::error::{Error, Result};

pub(super) const SELECT: &str =
    "SELECT citation.id, citation.claim_id, citation.source_id, claim.key AS claim,
                             source.key AS source, citation.stance,
                             citation.locator, citation.quote, citation.credibility, citation.note,
                             citation.version, +citation.id AS entry
                      FROM citation JOIN claim ON claim.id = citation.claim_id
                      JOIN source ON source.id = citation.source_id";

/// Which citations are asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Citations<'a> {
    /// All, in the order in which they were entered.
    All,
    /// Those of the claim with this key.
    OfClaim(&'a str),
    /// Those that cite the source with this key.
    OfSource(&'a str),
    /// Those of the claim with the first key that cite the source with the second.
    OfPair(&'a str, &'a str),
    /// Those that name the source with this key as where another one has it from.
    AttributedTo(&'a str),
}

impl Store {
    /// Hands citations on, in the order in which they were entered.
    pub fn each_citation(
        &self,
        which: Citations<'_>,
        mut on_citation: impl FnMut(Stored<Citation>) -> Result<()>,
    ) -> Result<()> {
        self.try_each_citation(which, |citation| on_citation(citation?))
    }

    /// The same, for who goes on where a citation cannot be read.
    pub(super) fn try_each_citation(
        &self,
        which: Citations<'_>,
        mut on_citation: impl FnMut(std::result::Result<Stored<Citation>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let mut other = "";
        // The plus keeps the planner on the index of the condition; a stream of all goes by rowid.
        let (condition, key) = match which {
            Citations::All => ("", ""),
            Citations::OfClaim(key) => ("WHERE claim.key = :key", key),
            Citations::OfSource(key) => ("WHERE source.key = :key", key),
            Citations::OfPair(claim, source) => {
                other = source;
                ("WHERE claim.key = :key AND source.key = :other", claim)
            }
            Citations::AttributedTo(key) => (
                "WHERE citation.id IN (SELECT attribution.citation_id FROM attribution
                   JOIN source AS origin ON origin.id = attribution.source_id WHERE origin.key = :key)",
                key,
            ),
        };
        let order = if which == Citations::All { "citation.id" } else { "+citation.id" };
        let sql = format!("{SELECT} {condition} ORDER BY {order}");
        self.engine.query(&sql, params! { key: key, other: other }, &mut |row| {
            let citation = bare(row).and_then(|citation| self.complete_citation(citation));
            on_citation(citation.map_err(|error| Unreadable::in_row("citation", row, "id", error)))
        })
    }

    /// The citations as a list.
    pub fn citations(&self, which: Citations<'_>) -> Result<Vec<Stored<Citation>>> {
        let mut found = Vec::new();
        self.each_citation(which, |citation| {
            found.push(citation);
            Ok(())
        })?;
        Ok(found)
    }

    /// The citation with this number.
    pub fn citation(&self, number: i64) -> Result<Stored<Citation>> {
        let mut found = None;
        let sql = format!("{SELECT} WHERE citation.id = :id");
        self.engine.query(&sql, params! { id: number }, &mut |row| {
            found = Some(bare(row)?);
            Ok(())
        })?;
        let found = found.ok_or_else(|| {
            Error::not_found(format!("there is no citation number {number}"))
                .hint("`twosource citation list` shows the numbers")
        })?;
        self.complete_citation(found)
    }

    fn complete_citation(&self, mut citation: Stored<Citation>) -> Result<Stored<Citation>> {
        let sql = "SELECT source.key, attribution.position FROM attribution
                   JOIN source ON source.id = attribution.source_id
                   WHERE attribution.citation_id = :id ORDER BY attribution.position";
        self.engine.query(sql, params! { id: citation.id }, &mut |row| {
            citation.record.attributed_to.push(row.parsed::<Key>("key")?);
            Ok(())
        })?;
        Ok(citation)
    }
}

/// The columns of [`SELECT`]; the attributions are still to come.
pub(super) fn bare(row: &Row<'_>) -> Result<Stored<Citation>> {
    let mut citation = Citation::new(row.parsed("claim")?, row.parsed("source")?);
    citation.stance = row.parsed("stance")?;
    citation.locator = row.optional_text("locator")?;
    citation.quote = row.optional_text("quote")?;
    citation.credibility = row
        .optional_integer("credibility")?
        .map(|number| number.to_string().parse::<Credibility>())
        .transpose()?;
    citation.note = row.optional_text("note")?;
    Ok(Stored { id: row.integer("id")?, version: row.integer("version")?, record: citation })
}

/// Puts a new citation into a change. `id` is the number it gets: one more than the last, which no
/// other change can take, because then this one fails.
pub(crate) fn insert(change: &mut Change, id: i64, citation: &Citation) -> Result<()> {
    let mut parameters = columns(id, citation);
    parameters.push(("claim", citation.claim.as_str().into()));
    change.run(Statement::new(
        "INSERT INTO citation (id, claim_id, source_id, stance, locator, quote, credibility, note, version)
         SELECT :id, claim.id, source.id, :stance, :locator, :quote, :credibility, :note, :version
         FROM claim, source WHERE claim.key = :claim AND source.key = :source",
        parameters,
    ));
    insert_parts(change, id, citation);
    about(change, citation);
    change.adds(&Record::citation(id, citation))
}

/// Puts the new state of a citation into a change. Claim and source may differ from the old ones.
pub(crate) fn update(change: &mut Change, id: i64, old: &Citation, new: &Citation) -> Result<()> {
    let mut parameters = columns(id, new);
    parameters.push(("claim", new.claim.as_str().into()));
    change.run(Statement::new(
        "UPDATE citation SET claim_id = (SELECT id FROM claim WHERE key = :claim),
                source_id = (SELECT id FROM source WHERE key = :source), stance = :stance,
                locator = :locator, quote = :quote, credibility = :credibility, note = :note,
                version = :version
         WHERE id = :id",
        parameters,
    ));
    delete_parts(change, id);
    insert_parts(change, id, new);
    about(change, old);
    about(change, new);
    change.removes(&Record::citation(id, old))?;
    change.adds(&Record::citation(id, new))
}

/// Puts the end of a citation into a change.
pub(crate) fn delete(change: &mut Change, id: i64, citation: &Citation) -> Result<()> {
    delete_parts(change, id);
    change.run(Statement::new("DELETE FROM citation WHERE id = :id", params! { id: id }));
    change.run(numbers::retire_citation(id));
    about(change, citation);
    change.removes(&Record::citation(id, citation))
}

fn about(change: &mut Change, citation: &Citation) {
    change.about("claim", &citation.claim);
    change.about("source", &citation.source);
}

fn columns(id: i64, citation: &Citation) -> Parameters {
    params! {
        id: id, source: citation.source.as_str(), stance: citation.stance.as_str(),
        locator: citation.locator.as_deref(), quote: citation.quote.as_deref(),
        credibility: citation.credibility.map(|credibility| credibility as i64 + 1),
        note: citation.note.as_deref(),
    }
}

fn insert_parts(change: &mut Change, id: i64, citation: &Citation) {
    for (position, key) in (0_i64..).zip(&citation.attributed_to) {
        change.run(Statement::new(
            "INSERT INTO attribution (citation_id, position, source_id)
             SELECT :id, :position, id FROM source WHERE key = :key",
            params! { id: id, position: position, key: key.as_str() },
        ));
    }
    if let Some(text) = search_text::of_citation(citation) {
        change.run(Statement::new(
            "INSERT INTO search_text (id, text) VALUES (:id * 4 + 2, :text)",
            params! { id: id, text: text },
        ));
    }
}

fn delete_parts(change: &mut Change, id: i64) {
    for sql in [
        "DELETE FROM attribution WHERE citation_id = :id",
        "DELETE FROM search_text WHERE id = :id * 4 + 2",
    ] {
        change.run(Statement::new(sql, params! { id: id }));
    }
}
