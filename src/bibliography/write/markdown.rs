//! CommonMark.

use super::link::safe;
use crate::bibliography::runs::Run;

/// One paragraph on one line.
pub(super) fn entry(runs: &[Run]) -> String {
    start_escaped(inline(runs))
}

/// The runs inside a paragraph. Small capitals, underlines and raised letters come out plain.
pub(super) fn inline(runs: &[Run]) -> String {
    let mut markdown = String::new();
    for run in runs {
        match run.link.as_deref().and_then(safe) {
            Some(address) if address == run.text => markdown.push_str(&format!("<{address}>")),
            Some(address) => {
                markdown.push_str(&format!("[{}](<{address}>)", escaped(&run.text)));
            }
            None => push_emphasised(&mut markdown, run),
        }
    }
    markdown
}

/// Emphasis must begin and end at a letter, so blanks go outside.
fn push_emphasised(markdown: &mut String, run: &Run) {
    let mark = match (run.look.italic, run.look.bold) {
        (true, true) => "***",
        (true, false) => "*",
        (false, true) => "**",
        (false, false) => "",
    };
    let inner = run.text.trim();
    if mark.is_empty() || inner.is_empty() {
        markdown.push_str(&escaped(&run.text));
        return;
    }
    let before = run.text.len() - run.text.trim_start().len();
    let after = run.text.trim_end().len();
    markdown.push_str(&run.text[..before]);
    // Two marks that touch would read as one of another strength.
    if markdown.ends_with('*') && !markdown.ends_with("\\*") {
        markdown.push_str("<!-- -->");
    }
    markdown.push_str(&format!("{mark}{}{mark}", escaped(inner)));
    markdown.push_str(&run.text[after..]);
}

/// A paragraph of plain text on one line.
pub(super) fn paragraph(text: &str) -> String {
    start_escaped(escaped(text))
}

/// Text that cannot be taken for markup inside a line.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        if "\\`*_[]<>&#|~$^!{}".contains(character) {
            safe.push('\\');
        }
        safe.push(character);
    }
    safe
}

/// A line that cannot be taken for a list item, quotation or underline of a heading.
fn start_escaped(line: String) -> String {
    let digits = line.len() - line.trim_start_matches(|letter: char| letter.is_ascii_digit()).len();
    let after = line[digits..].chars().next();
    match (digits, after) {
        (0, Some('-' | '+' | '=')) => format!("\\{line}"),
        (1.., Some('.' | ')')) => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line,
    }
}
