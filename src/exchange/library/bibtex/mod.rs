//! BibTeX and BibLaTeX: what LaTeX and JabRef read and write.
//!
//! Lossless for what came in: fields whose value the writer would not make again exactly as it was are
//! kept beside what was understood of them, and go out as they were, as long as nobody has edited that
//! of the source which they say. How values are delimited, the order of fields, the names of
//! abbreviations (`@string`), `@comment` and `@preamble` are not part of a source, and are not kept.
//!
//! From text to sources: [`split`] finds the entries and [`parse`] their fields, [`inherit`] adds what
//! they have from others, [`understand`] makes a source of the fields, and [`read`] keeps those that
//! [`made`] would not make of that source.

mod abbreviations;
mod date;
mod dialect;
mod group;
mod inherit;
mod kinds;
mod language;
mod made;
mod name;
mod overlay;
mod parse;
mod raw_entry;
mod read;
mod scan;
mod split;
mod tex;
mod understand;
mod value;
mod write;

use self::dialect::Dialect;
use super::{Format, Frame};

const FRAME: Frame = Frame { before: "", between: "\n\n", after: "\n", comment: "%" };

pub(super) const BIBTEX: Format = Format {
    name: "bibtex",
    title: "BibTeX",
    key_field: "key",
    recognises: read::recognises,
    entries: read::entries,
    write: |source, losses| Ok(write::entry(source, Dialect::BibTeX, losses)),
    frame: FRAME,
};

pub(super) const BIBLATEX: Format = Format {
    name: "biblatex",
    title: "BibLaTeX",
    write: |source, losses| Ok(write::entry(source, Dialect::BibLaTeX, losses)),
    ..BIBTEX
};
