//! Refusing what is too long for a case folder, so that whatever is entered can be exported.

use crate::domain::{Citation, Claim, Lineage, MAX_CELL, Source, join_values};
use crate::error::{Error, Result};

/// Refuses a source of which a text or a list would not fit into a cell.
pub(super) fn check_source(source: &Source) -> Result<()> {
    text("title", &source.title)?;
    for (name, value) in [
        ("container", &source.container),
        ("publisher", &source.publisher),
        ("url", &source.url),
        ("archived url", &source.archived_url),
        ("language", &source.language),
        ("jurisdiction", &source.jurisdiction),
        ("pages", &source.pages),
        ("note", &source.note),
    ] {
        optional(name, value.as_deref())?;
    }
    for (name, value) in &source.variables {
        text(name, value)?;
    }
    list("creators", &source.creators)?;
    list("identifiers", &source.identifiers)?;
    list("tags", &source.tags)
}

/// Refuses a claim of which a text or a list would not fit into a cell.
pub(super) fn check_claim(claim: &Claim) -> Result<()> {
    text("statement", &claim.statement)?;
    optional("claimant", claim.claimant.as_deref())?;
    optional("logged by", claim.logged_by.as_deref())?;
    optional("note", claim.note.as_deref())?;
    for appearance in &claim.appearances {
        optional("place in a work", appearance.locator.as_deref())?;
        optional("quote", appearance.quote.as_deref())?;
    }
    list("tags", &claim.tags)
}

/// Refuses a citation of which a text or a list would not fit into a cell.
pub(super) fn check_citation(citation: &Citation) -> Result<()> {
    optional("locator", citation.locator.as_deref())?;
    optional("quote", citation.quote.as_deref())?;
    optional("note", citation.note.as_deref())?;
    list("attributions", &citation.attributed_to)
}

/// Refuses a lineage row whose note would not fit into a cell.
pub(super) fn check_lineage(row: &Lineage) -> Result<()> {
    optional("note", row.note.as_deref())
}

fn optional(name: &str, value: Option<&str>) -> Result<()> {
    value.map_or(Ok(()), |value| text(name, value))
}

fn text(name: &str, value: &str) -> Result<()> {
    if value.len() <= MAX_CELL {
        return Ok(());
    }
    Err(Error::invalid(format!("the {name} is longer than 1 MiB, which is the most a text may be"))
        .hint("move the text to a file and point to it"))
}

fn list(name: &str, values: &[impl ToString]) -> Result<()> {
    let values: Vec<String> = values.iter().map(ToString::to_string).collect();
    if join_values(values.iter().map(String::as_str)).len() <= MAX_CELL {
        return Ok(());
    }
    Err(Error::invalid(format!("the {name} are together longer than 1 MiB, which is the most"))
        .hint("shorten them, or give fewer"))
}
