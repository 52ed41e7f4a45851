//! The formats of reference libraries, one line each: a new format is a folder and a line in [`FORMATS`].

use super::{Entry, Fault, Losses, bibtex, csl_json, ris};
use crate::domain::Source;
use crate::error::Result;

/// The entries of a file, in order; one that is broken does not keep the others from being read.
pub type Entries<'t> = Box<dyn Iterator<Item = std::result::Result<Entry, Fault>> + 't>;

/// A format of reference libraries: how a file of it is recognised, read and written.
#[derive(Debug, Clone, Copy)]
pub struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The field that holds the key of an entry, for the place of an error.
    pub key_field: &'static str,
    /// Whether a file with this text, which begins with no byte order mark, is probably one of these.
    pub recognises: fn(&str) -> bool,
    /// Takes a file apart; linear in the length of the text.
    pub entries: for<'t> fn(&'t str) -> Entries<'t>,
    /// The entry of a source as text, without what stands around it. Counts what it does not say.
    pub write: fn(&Source, &mut Losses) -> Result<String>,
    /// What stands around the entries of a file.
    pub frame: Frame,
}

/// What stands around the entries of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Frame {
    /// Before the first.
    pub before: &'static str,
    /// Between two.
    pub between: &'static str,
    /// After the last.
    pub after: &'static str,
    /// What begins a line that the reader passes over where it stands before an entry: the reasons in a
    /// file of rejects.
    pub comment: &'static str,
}

/// All formats, in the order in which a file is tried.
pub static FORMATS: &[Format] = &[csl_json::FORMAT, ris::FORMAT, bibtex::BIBTEX, bibtex::BIBLATEX];

impl Format {
    /// The format that a file with this text is in, if it is one.
    pub fn of(text: &str) -> Option<Format> {
        FORMATS.iter().copied().find(|format| (format.recognises)(text))
    }

    /// A file with these entries.
    pub fn document(&self, entries: &[String]) -> String {
        let Frame { before, between, after, .. } = self.frame;
        format!("{before}{}{after}", entries.join(between))
    }
}

/// Formats of databases that are none of ours, by how they begin.
const OTHERS: &[(&str, &str)] = &[
    ("FN ", "the tagged format of Web of Science"),
    ("PT ", "the tagged format of Web of Science"),
    ("PMID-", "the format of PubMed (MEDLINE)"),
    ("%0 ", "the format that EndNote calls Refer"),
    ("<?xml", "XML"),
];

/// What a file is that is no library in any of the formats, where it begins as some databases have it.
pub fn exporter(text: &str) -> Option<&'static str> {
    let text = text.trim_start();
    OTHERS.iter().find(|(begins, _)| text.starts_with(begins)).map(|(_, name)| *name)
}

/// What people call the formats, for a message.
pub fn titles() -> String {
    FORMATS.iter().map(|format| format.title).collect::<Vec<_>>().join(", ")
}
