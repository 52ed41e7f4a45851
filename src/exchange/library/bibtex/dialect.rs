//! The two dialects, and how one says what the other calls otherwise.
//!
//! Within the program fields have BibLaTeX's names; BibTeX's are taken for them when an entry is read.

/// BibTeX as its styles know it, or BibLaTeX.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    BibTeX,
    BibLaTeX,
}

/// Fields that the dialects call otherwise: BibLaTeX's name, BibTeX's.
pub(super) const RENAMED: &[(&str, &str)] =
    &[("journaltitle", "journal"), ("location", "address"), ("annotation", "annote")];

/// Fields that a style of BibTeX would print nothing of, though they matter.
const ONLY_BIBLATEX: &[&str] = &["subtitle", "journalsubtitle", "booksubtitle"];

impl Dialect {
    /// What a field is called in this dialect.
    pub(super) fn name(self, name: &str) -> &str {
        let renamed = RENAMED.iter().find(|(own, _)| *own == name && self == Dialect::BibTeX);
        renamed.map_or(name, |(_, bibtex)| *bibtex)
    }

    /// Whether this dialect understands a field, if need be under another name.
    pub(super) fn understands(self, name: &str) -> bool {
        self == Dialect::BibLaTeX || !ONLY_BIBLATEX.contains(&name)
    }
}
