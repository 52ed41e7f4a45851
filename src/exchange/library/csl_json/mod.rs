//! CSL-JSON: what citation processors read, and Zotero writes.
//!
//! Lossless for what came in: a field whose value the writer would not make again exactly as it was is
//! kept beside what was understood of it, and goes out as it was, as long as nobody has edited the
//! source in that field.

mod date;
pub(in crate::exchange) mod items;
mod name;
mod read;
mod write;

use super::{Format, Frame};

/// The format.
pub(super) const FORMAT: Format = Format {
    name: "csl-json",
    title: "CSL-JSON",
    key_field: "id",
    recognises: |text| text.trim_start().starts_with(['[', '{']),
    entries: |text| Box::new(read::entries(text)),
    write: write::written,
    frame: Frame { before: "[\n", between: ",\n", after: "\n]\n", comment: "//" },
};
