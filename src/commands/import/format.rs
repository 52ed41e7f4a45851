//! The formats of single files.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::exchange::case::is_json_lines;
use crate::exchange::claim_review;
use crate::exchange::library::{FORMATS, Format};
use crate::exchange::table;

/// What a file is.
#[derive(Debug, Clone, Copy)]
pub(super) enum FileFormat {
    /// A whole case.
    JsonLines,
    /// Entries, each of which comes in or not.
    Entries(EntryFormat),
}

/// What a file of entries is.
#[derive(Debug, Clone, Copy)]
pub(super) enum EntryFormat {
    Library(Format),
    ClaimReview,
    /// A table under any headings.
    Table,
}

/// Every format, in the order in which a file is tried: lines and ClaimReviews are JSON, as a library may
/// be.
fn all() -> impl Iterator<Item = FileFormat> {
    let libraries = FORMATS.iter().copied().map(EntryFormat::Library);
    let entries = std::iter::once(EntryFormat::ClaimReview).chain(libraries);
    let entries = entries.chain(std::iter::once(EntryFormat::Table));
    std::iter::once(FileFormat::JsonLines).chain(entries.map(FileFormat::Entries))
}

impl FileFormat {
    /// The format that a file with this text is in, if it is one.
    pub(super) fn of(text: &str) -> Option<Self> {
        all().find(|format| match format {
            FileFormat::JsonLines => is_json_lines(text),
            FileFormat::Entries(EntryFormat::ClaimReview) => claim_review::recognises(text),
            FileFormat::Entries(EntryFormat::Library(format)) => (format.recognises)(text),
            FileFormat::Entries(EntryFormat::Table) => table::recognises(text),
        })
    }

    /// Its name on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            FileFormat::JsonLines => "jsonl",
            FileFormat::Entries(format) => format.name(),
        }
    }

    /// What people call it.
    pub(super) fn title(self) -> &'static str {
        match self {
            FileFormat::JsonLines => "JSON Lines",
            FileFormat::Entries(EntryFormat::ClaimReview) => "ClaimReview",
            FileFormat::Entries(EntryFormat::Library(format)) => format.title,
            FileFormat::Entries(EntryFormat::Table) => "CSV",
        }
    }
}

impl EntryFormat {
    /// Its name on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            EntryFormat::Library(format) => format.name,
            EntryFormat::ClaimReview => "claimreview",
            EntryFormat::Table => "csv",
        }
    }
}

/// Reads the name of a format; help and completions list them.
pub(super) fn named() -> impl TypedValueParser<Value = FileFormat> {
    PossibleValuesParser::new(all().map(FileFormat::name))
        .try_map(|word| all().find(|format| format.name() == word).ok_or("not in the list"))
}

/// What people call the formats, for a message.
pub(super) fn titles() -> String {
    let libraries: Vec<_> = FORMATS.iter().map(|format| format.title).collect();
    let libraries = libraries.join(", ");
    format!(
        "a library in {libraries} or of Zotero, ClaimReview, also in a page, a table of sources or claims \
         in CSV, or a case in JSON Lines"
    )
}
