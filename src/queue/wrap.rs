//! Breaking lines between words, and where a word is too long between what a reader sees as letters.
//!
//! Text stays in its logical order, as it is stored: a terminal that can show Arabic, Persian or Hebrew
//! puts it in order itself, and would undo ours.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::output::{Style, Text, safe_text};

/// One line of the screen: pieces of text, harmless and without line feeds, each with its style.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row(pub Vec<(Style, String)>);

impl Row {
    /// A row of one piece.
    pub fn new(style: Style, text: impl Into<String>) -> Self {
        Row(vec![(style, text.into())])
    }

    /// The row with a piece before it.
    #[must_use]
    pub(super) fn after(mut self, style: Style, text: impl Into<String>) -> Self {
        self.0.insert(0, (style, text.into()));
        self
    }

    /// The text alone.
    pub fn text(&self) -> String {
        self.0.iter().map(|(_, text)| text.as_str()).collect()
    }

    fn push(&mut self, style: Style, text: &str) {
        match self.0.last_mut() {
            Some((last, before)) if *last == style => before.push_str(text),
            _ => self.0.push((style, text.to_owned())),
        }
    }
}

/// A letter as a reader sees it, with all its marks, and the columns it takes.
#[derive(Debug, Clone, Copy)]
struct Letter<'a> {
    style: Style,
    text: &'a str,
    width: usize,
}

/// The columns that a text takes, letter by letter: a terminal draws no ligature across columns.
pub(super) fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

/// The text on one row, made harmless; what is cut off is marked.
pub(super) fn cut(text: &str, width: usize) -> String {
    let safe = safe_text(text);
    if columns(&safe) <= width {
        return safe.into_owned();
    }
    let mut shown = String::new();
    let mut room = width.saturating_sub(1);
    for letter in safe.graphemes(true) {
        let Some(left) = room.checked_sub(columns(letter)) else { break };
        room = left;
        shown.push_str(letter);
    }
    shown + "…"
}

/// The rows of a text that is this many columns wide at most; two at least, for there are letters of
/// two. An empty line is an empty row.
pub fn wrapped(text: &Text, width: usize) -> Vec<Row> {
    let parts: Vec<(Style, String)> =
        text.parts().map(|(style, part)| (style, part.replace('\t', " "))).collect();
    let mut lines: Vec<Vec<Letter<'_>>> = vec![Vec::new()];
    for (style, part) in &parts {
        for (place, line) in part.split('\n').enumerate() {
            if place > 0 {
                lines.push(Vec::new());
            }
            let letters = line.graphemes(true).map(|text| {
                let width = text.width();
                Letter { style: *style, text, width }
            });
            lines.last_mut().into_iter().for_each(|last| last.extend(letters.clone()));
        }
    }
    if lines.len() > 1 && lines.last().is_some_and(Vec::is_empty) {
        lines.pop(); // a line feed at the end ends the line before it
    }
    lines.iter().flat_map(|line| wrapped_line(line, width.max(2))).collect()
}

fn wrapped_line(mut line: &[Letter<'_>], width: usize) -> Vec<Row> {
    let before = continuation(line, width);
    let mut rows = Vec::new();
    while let Some(end) = end_of_row(line, available(&rows, &before, width)) {
        let (row, rest) = line.split_at(end);
        rows.push(drawn(&rows, &before, row));
        let spaces = rest.iter().take_while(|letter| letter.text == " ").count();
        line = &rest[spaces..];
    }
    if rows.is_empty() || !line.is_empty() {
        rows.push(drawn(&rows, &before, line));
    }
    rows
}

/// The columns of the next row.
fn available(rows: &[Row], before: &str, width: usize) -> usize {
    if rows.is_empty() { width } else { width - columns(before) }
}

fn drawn(rows: &[Row], before: &str, letters: &[Letter<'_>]) -> Row {
    let mut row = Row::default();
    if !rows.is_empty() && !before.is_empty() {
        row.push(Style::Dim, before);
    }
    letters.iter().for_each(|letter| row.push(letter.style, letter.text));
    row
}

/// After how many letters a row ends; `None` where all fit.
fn end_of_row(line: &[Letter<'_>], width: usize) -> Option<usize> {
    let mut taken = 0;
    let full = line.iter().position(|letter| {
        taken += letter.width;
        taken > width
    })?;
    // A space may hang over the edge.
    let space = line[..=full].iter().rposition(|letter| letter.text == " ");
    let indent = line.iter().take_while(|letter| is_of_tree(letter.text)).count();
    Some(space.filter(|space| *space > indent).unwrap_or(full.max(1)))
}

fn is_of_tree(letter: &str) -> bool {
    matches!(letter, " " | "│" | "├" | "└" | "─")
}

/// What stands before the rows in which a line goes on: its own indentation, and the trunk of a tree.
fn continuation(line: &[Letter<'_>], width: usize) -> String {
    let indent = line.iter().take_while(|letter| is_of_tree(letter.text)).count();
    let mut before = String::new();
    for letter in &line[..indent] {
        before.push_str(if matches!(letter.text, "│" | "├") { "│" } else { " " });
    }
    if line[..indent].iter().any(|letter| matches!(letter.text, "├" | "└")) {
        before.push_str("│  ");
    }
    // Deep in a tree there must be room for words.
    if columns(&before) > width / 2 { String::new() } else { before }
}
