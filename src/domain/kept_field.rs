//! Kept fields: what a reference library said of a source that has no column of its own.
//!
//! They stand among a source's variables as `FORMAT:NAME`, beside the CSL variables, whose names have
//! no colon. They go out again in the format they came from, and nowhere else.

/// The formats that fields are kept for.
const FORMATS: &[&str] = &["bibtex", "claimreview", "csl-json", "csv", "ris", "zotero"];

/// The format and the name of a kept field, if a variable's name is that of one.
pub fn kept_field(variable: &str) -> Option<(&str, &str)> {
    let (format, name) = variable.split_once(':')?;
    let plain = !name.is_empty() && name.trim() == name && !name.chars().any(char::is_control);
    (FORMATS.contains(&format) && plain).then_some((format, name))
}

/// The column of `sources.csv` that holds a variable: a kept field as it is called, `csl:NAME` else.
pub fn variable_column(variable: &str) -> String {
    match kept_field(variable) {
        Some(_) => variable.to_owned(),
        None => format!("csl:{variable}"),
    }
}
