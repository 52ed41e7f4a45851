//! Runs of text, written as plain text, HTML or Markdown. Everything from data is escaped here.

mod html;
mod link;
mod markdown;

pub(crate) use html::escaped as escaped_html;

use super::runs::{Run, text_of};

/// What a bibliography is written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// One entry per line, nothing but text.
    Text,
    /// A fragment of HTML.
    Html,
    /// CommonMark, one paragraph per entry.
    Markdown,
}

/// One entry in the given format, without a line break.
pub(crate) fn entry(runs: &[Run], key: &str, format: Format) -> String {
    match format {
        Format::Text => text_of(runs),
        Format::Html => html::entry(runs, key),
        Format::Markdown => markdown::entry(runs),
    }
}

/// Entries as one document, ending in a line break; nothing where there are none.
pub(crate) fn document<'a>(entries: impl Iterator<Item = &'a str>, format: Format) -> String {
    let mut document = String::new();
    for entry in entries {
        if format == Format::Markdown && !document.is_empty() {
            document.push('\n');
        }
        document.push_str(entry);
        document.push('\n');
    }
    match format {
        Format::Html => format!("<div class=\"csl-bib-body\">\n{document}</div>\n"),
        Format::Text | Format::Markdown => document,
    }
}
