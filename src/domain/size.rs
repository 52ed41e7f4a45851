//! Refusing what a case folder could not hold, so that whatever is entered can be exported.

use super::assignment::Assignment;
use super::cell::{MAX_CELL, join_values};
use super::citation::Citation;
use super::claim::Claim;
use super::kept_field::kept_field;
use super::lineage::Lineage;
use super::review::Review;
use super::source::Source;
use crate::error::{Error, Result, shortened};

/// Refuses a source of which a text or a list would not fit into a cell.
pub fn check_source(source: &Source) -> Result<()> {
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
        if name.contains(':') && kept_field(name).is_none() {
            return Err(Error::invalid(format!("`{}` is no name for a field", shortened(name)))
                .hint("give the field a name of visible characters, with no space around it"));
        }
        text(name, value)?;
    }
    list("creators", &source.creators)?;
    list("identifiers", &source.identifiers)?;
    list("tags", &source.tags)?;
    list("aliases", &source.aliases)
}

/// Refuses a claim of which a text or a list would not fit into a cell.
pub fn check_claim(claim: &Claim) -> Result<()> {
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
pub fn check_citation(citation: &Citation) -> Result<()> {
    optional("locator", citation.locator.as_deref())?;
    optional("quote", citation.quote.as_deref())?;
    optional("note", citation.note.as_deref())?;
    list("attributions", &citation.attributed_to)
}

/// Refuses a lineage row whose note would not fit into a cell.
pub fn check_lineage(row: &Lineage) -> Result<()> {
    optional("note", row.note.as_deref())
}

/// Refuses an assignment to a name that would not fit into a cell.
pub fn check_assignment(assignment: &Assignment) -> Result<()> {
    text("name of a reviewer", &assignment.reviewer)
}

/// Refuses a review of which a text would not fit into a cell.
pub fn check_review(review: &Review) -> Result<()> {
    text("name of the reviewer", &review.reviewer)?;
    optional("note", review.note.as_deref())
}

fn optional(name: &str, value: Option<&str>) -> Result<()> {
    value.map_or(Ok(()), |value| text(name, value))
}

fn text(name: &str, value: &str) -> Result<()> {
    if value.contains('\0') {
        return Err(Error::invalid(format!("the {name} holds a NUL character"))
            .hint("take it out: no program can show it, and some stop there"));
    }
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
