//! RIS: what databases and reference managers exchange, a tag and a value to a line.
//!
//! After the specifications of 2001 (Reference Manager) and 2011 (EndNote, Zotero), and what programs
//! make of them. Lossless for what came in: see [`entry`].

mod date;
mod entry;
mod kind;
mod meaning;
mod name;
mod piece;
mod read;
mod records;
mod tag;
mod values;
mod write;

use super::{Format, Frame};

pub use date::one as loose_date;

/// What begins a line that is no part of any entry: a reason in a file of rejects. Chosen so that no
/// value goes over several lines one of which begins so.
const COMMENT: &str = "#twosource:";

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "ris",
    title: "RIS",
    key_field: "ID",
    recognises: read::recognises,
    entries: |text| Box::new(read::entries(text)),
    write: write::written,
    frame: Frame { before: "", between: "\n", after: "", comment: COMMENT },
};
