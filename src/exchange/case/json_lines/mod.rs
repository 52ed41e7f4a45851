//! A case as JSON Lines: one object a line, with a `type` and the columns of the file of that type.
//!
//! The records are those of the case folder and are read by the same code; a column that holds several
//! values is a list of them, one without a value is left out.

mod line;
mod read;
mod write;

pub(super) use read::{JsonLines, LineRecords};
pub use write::JsonLinesWriter;

use super::file::CaseFile;

/// The `type` of the records of each file.
const TYPES: &[(&str, CaseFile)] = &[
    ("source", CaseFile::Sources),
    ("claim", CaseFile::Claims),
    ("appearance", CaseFile::Appearances),
    ("citation", CaseFile::Citations),
    ("lineage", CaseFile::Lineage),
    ("review", CaseFile::Reviews),
    ("waiver", CaseFile::Waivers),
    ("rule", CaseFile::Rules),
    ("distinction", CaseFile::Distinctions),
    ("alias", CaseFile::Aliases),
    ("assignment", CaseFile::Assignments),
    ("review-policy", CaseFile::ReviewPolicy),
];

/// Whether a column holds several values.
fn is_list(file: CaseFile, column: &str) -> bool {
    match file {
        CaseFile::Sources => matches!(column, "creators" | "identifiers" | "tags" | "aliases"),
        CaseFile::Claims => column == "tags",
        CaseFile::Citations => column == "attributed_to",
        _ => false,
    }
}

/// Whether a text begins with the line of a record. An item of CSL-JSON has a type too, but an id.
pub fn is_json_lines(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty());
    first
        .and_then(|first| line::Line::parse(first).ok())
        .is_some_and(|line| line.file().is_ok() && line.fields.iter().all(|(name, _)| name != "id"))
}
