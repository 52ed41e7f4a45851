//! The columns of `sources.csv` that hold CSL variables: `csl:NAME`.

use crate::domain::{CSL_VARIABLES, nearest};
use crate::error::{Error, Result, shortened};

/// CSL variables that `sources.csv` has a column of its own for, and how it is filled.
const OWN_COLUMNS: &[(&str, &str)] = &[
    ("accessed", "the column `accessed`"),
    ("author", "the column `creators`, as `author: Family, Given`"),
    ("citation-key", "the column `key`"),
    ("container-title", "the column `container`"),
    ("DOI", "the column `identifiers`, as `doi:10.1000/182`"),
    ("editor", "the column `creators`, as `editor: Family, Given`"),
    ("interviewer", "the column `creators`, as `interviewer: Family, Given`"),
    ("ISBN", "the column `identifiers`, as `isbn:978-0-00-000000-2`"),
    ("issued", "the column `issued`"),
    ("jurisdiction", "the column `jurisdiction`"),
    ("language", "the column `language`"),
    ("page", "the column `pages`"),
    ("publisher", "the column `publisher`"),
    ("recipient", "the column `creators`, as `recipient: Family, Given`"),
    ("title", "the column `title`"),
    ("translator", "the column `creators`, as `translator: Family, Given`"),
    ("type", "the column `kind`"),
    ("URL", "the column `url`"),
];

/// CSL variables that belong to a single citation or that a citation style makes itself.
const NOT_OF_A_SOURCE: &[&str] = &[
    "citation-label",
    "citation-number",
    "first-reference-note-number",
    "locator",
    "page-first",
    "year-suffix",
];

/// Whether a CSL variable may be a column `csl:NAME` of `sources.csv`, and so be kept in
/// [`Source::variables`](crate::domain::Source::variables).
pub fn is_csl_column(name: &str) -> bool {
    csl_column(name).is_ok()
}

/// The CSL variable of this name, without regard to case, that has a column of its own, and how that
/// is filled.
pub(crate) fn own_column(name: &str) -> Option<(&'static str, &'static str)> {
    OWN_COLUMNS.iter().copied().find(|(variable, _)| variable.eq_ignore_ascii_case(name))
}

/// Checks the name of a variable that stands after `csl:`.
pub(in crate::exchange) fn csl_column(name: &str) -> Result<()> {
    if let Some((variable, own)) = own_column(name) {
        return Err(Error::invalid(format!("`csl:{variable}` has a column of its own"))
            .hint(format!("put it into {own}")));
    }
    if NOT_OF_A_SOURCE.contains(&name) {
        return Err(Error::invalid(format!("`{name}` is no variable of a source"))
            .hint("leave the column out: a citation or the citation style sets it"));
    }
    if CSL_VARIABLES.contains(&name) {
        return Ok(());
    }
    let error = Error::invalid(format!("`{}` is not a variable of CSL 1.0.2", shortened(name)));
    Err(match nearest(name, CSL_VARIABLES.iter().copied()) {
        Some(near) => error.hint(format!("did you mean `csl:{near}`?")),
        None => error.hint("the CSL 1.0.2 specification lists them in its appendix IV"),
    })
}
