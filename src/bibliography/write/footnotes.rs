//! Claims with their notes, as a document.

use super::{Format, html, markdown, rtf, word};
use crate::bibliography::marks;
use crate::bibliography::runs::{Run, text_of};

/// Notes, numbered from 1, each with the statement it belongs to.
///
/// Plain text has the notes alone, one a line: what they belong to is the text that is being edited.
pub(crate) fn document<'a>(
    notes: impl Iterator<Item = (&'a str, &'a [Run])>,
    format: Format,
) -> String {
    let notes = (1..).zip(notes.map(|(statement, note)| (marks::one_line(statement), note)));
    let (mut body, mut list) = (String::new(), String::new());
    for (number, (statement, note)) in notes {
        match format {
            Format::Text => list.push_str(&format!("{number}. {}\n", text_of(note))),
            Format::Markdown => {
                body.push_str(&format!("{}[^{number}]\n\n", markdown::paragraph(&statement)));
                list.push_str(&format!("[^{number}]: {}\n", markdown::inline(note)));
            }
            Format::Html | Format::Word => {
                let statement = html::escaped(&statement);
                body.push_str(&format!(
                    "<p>{statement}<sup><a id=\"ref{number}\" href=\"#note{number}\">{number}</a></sup></p>\n"
                ));
                list.push_str(&format!(
                    "<li id=\"note{number}\">{} <a href=\"#ref{number}\">↩</a></li>\n",
                    html::inline(note)
                ));
            }
            Format::Rtf => {
                body.push_str(&rtf::footnoted(&statement, note));
                body.push('\n');
            }
        }
    }
    match format {
        Format::Text | Format::Markdown => body + &list,
        _ if body.is_empty() => body,
        Format::Html => fragment(&body, &list),
        Format::Word => word::page("Footnotes", &fragment(&body, &list)),
        Format::Rtf => rtf::document(&body),
    }
}

fn fragment(body: &str, list: &str) -> String {
    format!("<div class=\"claims\">\n{body}</div>\n<ol class=\"footnotes\">\n{list}</ol>\n")
}
