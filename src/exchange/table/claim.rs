//! A row as a claim.

use std::ops::Range;

use super::date;
use super::header::Header;
use super::source::labels;
use super::{Row, warning};
use crate::domain::{Appearance, Claim, Key, check_claim};
use crate::error::{Error, Result};
use crate::exchange::library::{Fault, Warning};

/// The key while none is known.
const NO_KEY: &str = "row";

/// What a row of a table of claims becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimEntry {
    /// The line on which it begins.
    pub line: u64,
    /// Which bytes of the file's text it is.
    pub span: Range<usize>,
    /// The claim.
    pub claim: Claim,
    /// Whether its key stands in the table; otherwise it has yet to get one.
    pub has_key: bool,
    /// What could not be read as what it is, and became a line of the note.
    pub warnings: Vec<Warning>,
}

pub(super) fn read(header: &Header, row: Row) -> std::result::Result<ClaimEntry, Fault> {
    let Row { line, span, cells } = row;
    let read = understood(header, &cells).and_then(|(claim, has_key, warnings)| {
        check_claim(&claim)?;
        Ok((claim, has_key, warnings))
    });
    match read {
        Ok((claim, has_key, warnings)) => Ok(ClaimEntry { line, span, claim, has_key, warnings }),
        Err(error) => Err(Fault { line, key: None, error, span }),
    }
}

struct Reading {
    claim: Claim,
    has_key: bool,
    warnings: Vec<Warning>,
    /// What has no field of its own, one a line.
    others: Vec<String>,
    appears_at: Option<String>,
    appears_quote: Option<String>,
    appears_in: Option<Key>,
}

fn understood(header: &Header, cells: &[String]) -> Result<(Claim, bool, Vec<Warning>)> {
    let mut reading = Reading {
        claim: Claim::new(NO_KEY.parse()?, ""),
        has_key: false,
        warnings: Vec::new(),
        others: Vec::new(),
        appears_at: None,
        appears_quote: None,
        appears_in: None,
    };
    header.each_cell(cells, |heading, field, cell| match field {
        Some(field) => reading.take(heading, field, cell),
        None => {
            reading.keep(heading, cell);
            Ok(())
        }
    })?;
    reading.finish()
}

impl Reading {
    fn take(&mut self, heading: &str, field: &str, cell: &str) -> Result<()> {
        let claim = &mut self.claim;
        let owned = || Some(cell.to_owned());
        match field {
            "key" => {
                claim.key = cell.trim().parse()?;
                self.has_key = true;
            }
            "statement" => cell.clone_into(&mut claim.statement),
            "claimant" => claim.claimant = owned(),
            "nature" => claim.nature = cell.trim().parse()?,
            "priority" => claim.priority = cell.trim().to_lowercase().parse()?,
            "logged_by" => claim.logged_by = owned(),
            "tags" => claim.tags = labels(cell),
            "note" => claim.note = owned(),
            "appears_in" => self.appears_in = Some(cell.trim().parse()?),
            "appears_at" => self.appears_at = owned(),
            "appears_quote" => self.appears_quote = owned(),
            _ => match date::read(cell) {
                Some(found) => {
                    claim.claimed_on = Some(found.date);
                    if !found.says_all {
                        self.keep(heading, cell);
                    }
                }
                None => {
                    let message = "is no date that can mean only one; put into the note";
                    self.warnings.push(warning(heading, cell, message));
                    self.keep(heading, cell);
                }
            },
        }
        Ok(())
    }

    fn keep(&mut self, heading: &str, cell: &str) {
        self.others.push(format!("{heading}: {cell}"));
    }

    fn finish(self) -> Result<(Claim, bool, Vec<Warning>)> {
        let Reading { mut claim, has_key, warnings, others, .. } = self;
        if claim.statement.trim().is_empty() {
            return Err(Error::invalid("the row has no statement")
                .hint("write what is claimed, in one sentence, or delete the row"));
        }
        let note = claim.note.take().into_iter().chain(others).collect::<Vec<_>>().join("\n");
        claim.note = (!note.is_empty()).then_some(note);
        match self.appears_in {
            Some(source) => claim.appearances.push(Appearance {
                source,
                locator: self.appears_at,
                quote: self.appears_quote,
            }),
            None if self.appears_at.is_none() && self.appears_quote.is_none() => {}
            None => {
                return Err(Error::invalid("it says where in a work, but not in which")
                    .hint("put the key of the work the claim was made in into `appears_in`"));
            }
        }
        Ok((claim, has_key, warnings))
    }
}
