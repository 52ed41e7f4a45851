//! Bulk loading: many records in one transaction, as one change.
//!
//! The one place where prepared statements go straight to the embedded file. Into an empty casebook
//! the indexes and the full-text index are built after the rows, and foreign keys are off, because
//! the loader itself proves every reference.

mod aliases;
mod evidence;
mod faults;
mod further_keys;
mod indexes;
mod judgements;
mod keys;
mod pins;
mod recognise;
mod references;
mod reviewing;
mod rows;
mod seen;
mod session;
mod statements;
mod summary;
mod take;

pub use recognise::Recognised;
pub use session::{Import, ImportOptions};
pub use summary::{Counts, ImportSummary};

use crate::error::Error;

/// What became of one record of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    New,
    /// It was there already, exactly the same.
    Unchanged,
    /// It was there already and is now as in the import.
    Updated,
    /// The same row stood in the import already.
    Folded,
}

/// A record that cannot be taken in, with the cell that is to blame.
#[derive(Debug, Clone)]
pub struct Fault {
    /// The column of the cell.
    pub column: &'static str,
    /// What stands there.
    pub value: String,
    /// What is wrong.
    pub error: Error,
}

/// Why a record was not taken in.
#[derive(Debug, Clone)]
pub enum Rejection {
    /// The record is at fault; the import may go on to look for more.
    Fault(Box<Fault>),
    /// The casebook cannot be written.
    Failure(Error),
}

impl From<Error> for Rejection {
    fn from(error: Error) -> Self {
        Rejection::Failure(error)
    }
}

impl Rejection {
    fn fault(column: &'static str, value: impl Into<String>, error: Error) -> Self {
        Rejection::Fault(Box::new(Fault { column, value: value.into(), error }))
    }
}

/// The result of taking a record in.
pub type Taken = std::result::Result<Outcome, Rejection>;
