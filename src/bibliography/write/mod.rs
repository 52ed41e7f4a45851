//! Runs of text, written as plain text, HTML, Markdown or RTF. Everything from data is escaped here.

mod footnotes;
mod html;
mod link;
mod markdown;
mod rtf;
mod word;

pub(crate) use footnotes::document as footnotes;
pub(crate) use html::escaped as escaped_html;

use super::marks;
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
    /// Rich Text Format.
    Rtf,
    /// A page of HTML for word processors.
    Word,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Format; 5] =
        [Format::Text, Format::Html, Format::Markdown, Format::Rtf, Format::Word];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Format::Text => "text",
            Format::Html => "html",
            Format::Markdown => "markdown",
            Format::Rtf => "rtf",
            Format::Word => "word",
        }
    }
}

/// A part of a document.
pub(crate) enum Part<'a> {
    /// Above a group of entries.
    Heading(&'a str),
    /// An entry, as [`entry`] wrote it.
    Entry(&'a str),
    /// What the user has to say on the entry before; may be of several paragraphs.
    Note(&'a str),
}

/// One entry in the given format, without a line break.
pub(crate) fn entry(runs: &[Run], key: &str, format: Format) -> String {
    match format {
        Format::Text => text_of(runs),
        Format::Html => html::entry(runs, key),
        Format::Markdown => markdown::entry(runs),
        Format::Rtf => rtf::entry(runs),
        Format::Word => word::entry(runs),
    }
}

/// Runs as they stand inside a paragraph of the given format.
pub(crate) fn inline(runs: &[Run], format: Format) -> String {
    match format {
        Format::Text => text_of(runs),
        Format::Html | Format::Word => html::inline(runs),
        Format::Markdown => markdown::inline(runs),
        Format::Rtf => rtf::inline(runs),
    }
}

/// Parts as one document, ending in a line break; nothing where there are none.
pub(crate) fn document<'a>(parts: impl Iterator<Item = Part<'a>>, format: Format) -> String {
    let mut body = String::new();
    for part in parts {
        match part {
            Part::Heading(text) => heading(&mut body, &marks::one_line(text), format),
            Part::Entry(text) => {
                if format == Format::Markdown && !body.is_empty() {
                    body.push('\n');
                }
                body.push_str(text);
                body.push('\n');
            }
            Part::Note(text) => {
                for line in text.lines().map(marks::one_line).filter(|line| !line.is_empty()) {
                    note(&mut body, &line, format);
                }
            }
        }
    }
    match format {
        Format::Html => format!("<div class=\"csl-bib-body\">\n{body}</div>\n"),
        Format::Rtf => rtf::document(&body),
        Format::Word => word::page("Bibliography", &body),
        Format::Text | Format::Markdown => body,
    }
}

fn heading(body: &mut String, text: &str, format: Format) {
    if !body.is_empty() && matches!(format, Format::Text | Format::Markdown) {
        body.push('\n');
    }
    body.push_str(&match format {
        Format::Text => format!("{text}\n\n"),
        Format::Html | Format::Word => format!("<h2>{}</h2>\n", html::escaped(text)),
        Format::Markdown => format!("## {}\n", markdown::escaped(text)),
        Format::Rtf => format!("{}\n", rtf::heading(text)),
    });
}

fn note(body: &mut String, line: &str, format: Format) {
    body.push_str(&match format {
        Format::Text => format!("    {line}\n"),
        Format::Html => format!("<p class=\"csl-note\">{}</p>\n", html::escaped(line)),
        // A quotation belongs to the paragraph above it, whatever the reader's program.
        Format::Markdown => format!("\n> {}\n", markdown::paragraph(line)),
        Format::Rtf => format!("{}\n", rtf::below(line)),
        Format::Word => format!("{}\n", word::below(line)),
    });
}
