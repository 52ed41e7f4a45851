//! Which fields say the same thing about a source, under this name or that or together.
//!
//! What was kept of a group goes out again as it came, as long as nobody has edited that of the source
//! which the group says.

use super::raw_entry::ENTRY_TYPE;
use crate::domain::{CSL_VARIABLES, Scheme};
use crate::exchange::case::is_csl_column;

/// The field that tells a key which no BibTeX file can have.
pub(super) const KEY: &str = "citation-key";

/// The field that tells the kind of a source, where the type of the entry does not.
pub(super) const KIND: &str = "kind";

/// The field that tells the archived copy of a page.
pub(super) const ARCHIVE_URL: &str = "archiveurl";

/// What goes before the name of a CSL variable where the name alone means something else.
pub(super) const CSL: &str = "csl-";

/// What a field says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Group {
    Key,
    Kind,
    Author,
    Editor,
    Translator,
    Interviewer,
    Recipient,
    Title,
    Container,
    Issued,
    Publisher,
    Number,
    Pages,
    Identifier(Scheme),
    Url,
    Accessed,
    Archive,
    Language,
    Jurisdiction,
    Tags,
    Note,
    /// A CSL variable, by its name.
    Variable(&'static str),
    /// What has no place of its own in a casebook, or is there twice.
    Other,
}

impl Group {
    /// Whether the dialects say it in different fields.
    pub(super) fn differs_by_dialect(self) -> bool {
        matches!(self, Group::Kind | Group::Issued | Group::Publisher | Group::Variable("genre"))
    }
}

/// CSL variables that BibTeX or BibLaTeX has fields for.
const VARIABLES: &[(&str, &[&str])] = &[
    ("volume", &["volume"]),
    ("edition", &["edition"]),
    ("version", &["version"]),
    ("collection-title", &["series"]),
    ("chapter-number", &["chapter"]),
    ("part-number", &["part"]),
    ("number-of-pages", &["pagetotal", "numpages"]),
    ("number-of-volumes", &["volumes"]),
    ("publisher-place", &["location"]),
    ("genre", &["type"]),
    ("medium", &["howpublished"]),
    ("event-title", &["eventtitle"]),
    ("event-date", &["eventdate"]),
    ("event-place", &["venue"]),
    ("original-date", &["origdate"]),
    ("original-title", &["origtitle"]),
    ("original-publisher", &["origpublisher"]),
    ("original-publisher-place", &["origlocation"]),
    ("title-short", &["shorttitle"]),
    ("container-title-short", &["shortjournal"]),
    ("annote", &["annotation"]),
    ("abstract", &["abstract"]),
];

/// What the field of this name says.
pub(super) fn group_of(field: &str) -> Group {
    match field {
        KEY => Group::Key,
        ENTRY_TYPE | "entrysubtype" | KIND => Group::Kind,
        "author" => Group::Author,
        "editor" => Group::Editor,
        "translator" => Group::Translator,
        "interviewer" => Group::Interviewer,
        "recipient" => Group::Recipient,
        "title" | "subtitle" => Group::Title,
        "journaltitle" | "journalsubtitle" | "booktitle" | "booksubtitle" => Group::Container,
        "date" | "year" | "month" | "day" => Group::Issued,
        "publisher" | "institution" | "school" | "organization" => Group::Publisher,
        "number" | "issue" | "csl-number" | "csl-issue" | "csl-collection-number" => Group::Number,
        "pages" => Group::Pages,
        "doi" => Group::Identifier(Scheme::Doi),
        "isbn" => Group::Identifier(Scheme::Isbn),
        "ecli" => Group::Identifier(Scheme::Ecli),
        "docket" => Group::Identifier(Scheme::Docket),
        "citation" => Group::Identifier(Scheme::Citation),
        "url" | ARCHIVE_URL => Group::Url,
        "urldate" => Group::Accessed,
        "eprint" | "eprinttype" | "archiveprefix" | "archive" | "archive_location" => {
            Group::Archive
        }
        "langid" | "language" => Group::Language,
        "jurisdiction" => Group::Jurisdiction,
        "keywords" => Group::Tags,
        "note" => Group::Note,
        _ => variable_of(field).map_or(Group::Other, Group::Variable),
    }
}

fn variable_of(field: &str) -> Option<&'static str> {
    let own = VARIABLES.iter().find(|(_, fields)| fields.contains(&field));
    if let Some((variable, _)) = own {
        return Some(variable);
    }
    let name = field.strip_prefix(CSL).unwrap_or(field);
    let variable = CSL_VARIABLES.iter().copied().find(|known| known.eq_ignore_ascii_case(name))?;
    // One name for each, so that what is written is read again.
    (is_csl_column(variable) && field_of(variable) == field).then_some(variable)
}

/// The fields that say a CSL variable; the first is what BibLaTeX calls it.
pub(super) fn fields_of(variable: &str) -> &'static [&'static str] {
    VARIABLES.iter().find(|(known, _)| *known == variable).map_or(&[], |(_, fields)| fields)
}

/// The field that says a CSL variable.
pub(super) fn field_of(variable: &str) -> String {
    if let Some(field) = fields_of(variable).first() {
        return (*field).to_owned();
    }
    let name = variable.to_ascii_lowercase();
    match name.as_str() {
        // These names mean something else in a `.bib` file.
        "issue" | "number" | "collection-number" | "note" | "language" => {
            format!("{CSL}{name}")
        }
        _ => name,
    }
}
