//! Reference libraries: files of many entries, each of which becomes a source. [`FORMATS`] lists the
//! formats; import and export know them only through it.
//!
//! A field without a column of its own is kept among the variables of the source as `FORMAT:NAME`
//! (see [`kept_field`](crate::domain::kept_field)), so that nothing is dropped.

mod bibtex;
mod csl_json;
mod format;
mod losses;
mod merge;
mod ris;
mod text;

pub use format::{Entries, FORMATS, Format, Frame, exporter, titles};
pub use merge::{merged, merged_kept};
pub use ris::loose_date;
pub use text::{encoding, text};

pub(super) use csl_json::items::items as json_items;

use std::ops::Range;

use crate::domain::Source;
use crate::error::Error;

/// What one entry of a library becomes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line on which it begins.
    pub line: u64,
    /// The source, with its kept fields.
    pub source: Source,
    /// What was understood only in part, and so is kept as it stands.
    pub warnings: Vec<Warning>,
    /// Which bytes of the file's text it is, for the file of rejects.
    pub span: Range<usize>,
    /// Whether the key stands in the file. One that was made up for the entry does not tell it from
    /// others.
    pub has_key: bool,
}

/// A field of an entry that was kept as it stands, because its column cannot hold it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The field, as the format calls it.
    pub field: String,
    /// What stands there.
    pub value: String,
    /// Why it was only kept.
    pub message: String,
}

/// An entry that cannot come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The line on which it begins.
    pub line: u64,
    /// Its key, where that could be read.
    pub key: Option<String>,
    /// What is wrong with it.
    pub error: Error,
    /// Which bytes of the file's text it is; may be empty where something is missing.
    pub span: Range<usize>,
}

/// What a format could not hold of the sources that were written, by field, with how many had it.
pub type Losses = std::collections::BTreeMap<&'static str, u64>;
