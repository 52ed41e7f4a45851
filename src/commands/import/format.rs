//! The formats of single files.

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::exchange::claim_review;
use crate::exchange::library::{FORMATS, Format};

/// What a file is.
#[derive(Debug, Clone, Copy)]
pub(super) enum FileFormat {
    Library(Format),
    ClaimReview,
}

/// Every format, in the order in which a file is tried: a ClaimReview is JSON, as a library may be.
fn all() -> impl Iterator<Item = FileFormat> {
    std::iter::once(FileFormat::ClaimReview).chain(FORMATS.iter().copied().map(FileFormat::Library))
}

impl FileFormat {
    /// The format that a file with this text is in, if it is one.
    pub(super) fn of(text: &str) -> Option<Self> {
        all().find(|format| match format {
            FileFormat::Library(format) => (format.recognises)(text),
            FileFormat::ClaimReview => claim_review::recognises(text),
        })
    }

    /// Its name on the command line.
    pub(super) fn name(self) -> &'static str {
        match self {
            FileFormat::Library(format) => format.name,
            FileFormat::ClaimReview => "claimreview",
        }
    }

    /// What people call it.
    pub(super) fn title(self) -> &'static str {
        match self {
            FileFormat::Library(format) => format.title,
            FileFormat::ClaimReview => "ClaimReview",
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
    format!("a library in {}, or ClaimReview, also in a page", libraries.join(", "))
}
