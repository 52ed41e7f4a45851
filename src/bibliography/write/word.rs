//! HTML as a word processor opens it rightly: a whole page that says it is UTF-8, with the indents of
//! entries written at each of them, since Word heeds little else.

use super::html;
use crate::bibliography::runs::Run;

/// A page around a body.
pub(super) fn page(title: &str, body: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html>\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n</head>\n\
         <body style=\"font-family:'Times New Roman',serif;font-size:12pt\">\n{body}</body>\n</html>\n",
        html::escaped(title)
    )
}

/// A paragraph of an entry, whose lines but the first are indented by half an inch.
pub(super) fn entry(runs: &[Run]) -> String {
    format!("<p style=\"margin:0 0 6pt 36pt;text-indent:-36pt\">{}</p>", html::inline(runs))
}

/// A paragraph of its own below an entry.
pub(super) fn below(text: &str) -> String {
    format!("<p style=\"margin:0 0 6pt 36pt\">{}</p>", html::escaped(text))
}
