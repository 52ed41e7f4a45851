//! Making one record of two that are of one thing.

mod assignments;
mod citations;
mod claim;
mod ended;
mod judgements;
mod lineage;
mod points;
mod source;

use crate::domain::{Confidentiality, Key, Settled, shell_word};
use crate::error::{Error, Result};

/// What became of two records that were made one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merged {
    /// The key of the record that is kept.
    pub kept: Key,
    /// The key that the other one had.
    pub gone: Key,
    /// Who may learn of it, where it is a source; of a claim everybody may.
    pub confidentiality: Confidentiality,
    /// The fields in which the two differed.
    pub settled: Vec<Settled>,
    /// How many records belong to the one that is kept now: the noun for one of them, and their number.
    pub moved: Vec<(&'static str, usize)>,
    /// What is folded into a record that says the same, or says nothing any more now that the two are one.
    pub folded: Vec<String>,
    /// Which judgements held until now and do not any more, and why.
    pub ended: Vec<String>,
    /// What the two had in common with others and is lost; a sentence each, without a full stop. It names
    /// keys, and nobody.
    pub warnings: Vec<String>,
}

impl Merged {
    fn new(kept: &Key, gone: &Key) -> Self {
        let (kept, gone) = (kept.clone(), gone.clone());
        Merged {
            kept,
            gone,
            confidentiality: Confidentiality::Open,
            settled: Vec::new(),
            moved: Vec::new(),
            folded: Vec::new(),
            ended: Vec::new(),
            warnings: Vec::new(),
        }
    }

    fn count(&mut self, noun: &'static str, moved: usize) {
        if moved > 0 {
            self.moved.push((noun, moved));
        }
    }
}

/// An error where the two are one record.
fn refuse_itself(what: &str, kept: &str, other: &str) -> Result<()> {
    if kept != other {
        return Ok(());
    }
    Err(Error::invalid(format!("{what} `{kept}` cannot be merged into itself")).hint(format!(
        "name another one to keep: twosource {what} merge {} --into KEPT",
        shell_word(other)
    )))
}
