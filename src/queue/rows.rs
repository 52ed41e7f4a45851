//! The rows of the screen above the panel: title, page, keys.

use super::dialog::Dialog;
use super::keys::KEYS;
use super::page::{Block, Page};
use super::session::Session;
use super::wrap::{Row, columns, cut, wrapped};
use crate::output::{Style, Text};

/// The columns of the names of values.
const LABEL: usize = 12;

/// The columns that the key at the top keeps, whatever stands beside it.
const LEAST_OF_KEY: usize = 10;

/// Where one is: the claim, its place in the queue, and how it stands.
pub(super) fn title(session: &Session, width: usize) -> Row {
    if matches!(session.dialog, Some(Dialog::Keys(_))) {
        return Row::new(Style::Bold, cut("keys of the review queue", width));
    }
    let key = session.claim().map_or("", |key| key.as_str());
    let place = match &session.aside {
        Some(_) => "not in the queue".to_owned(),
        None => format!("{} of {}", session.at + 1, session.queue.len()),
    };
    let mut words = vec![place];
    words.extend(session.said().map(|verdict| format!("you said: {verdict}")));
    words.extend(session.page.as_ref().map(|page| page.state.clone()));
    words.retain(|word| !word.is_empty());
    let words = format!(" · {}", words.join(" · "));
    // The key gives way to the rest: it stands on the page, too.
    let key = cut(key, width.saturating_sub(columns(&words)).max(LEAST_OF_KEY));
    Row::new(Style::Bold, cut(&(key + &words), width))
}

/// A line across the screen, with what it tells.
pub(super) fn line(width: usize, told: &str) -> Row {
    let told = if told.is_empty() { String::new() } else { format!(" {told} ") };
    let left = width.saturating_sub(columns(&told) + 2);
    Row::new(Style::Dim, format!("{}{told}──", "─".repeat(left)))
}

/// The rows of a page.
pub(super) fn rows_of(page: &Page, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for block in &page.blocks {
        match block {
            Block::Heading(words) => {
                rows.extend(wrapped(&Text::new().styled(Style::Bold, words.as_str()), width));
            }
            Block::Detail(_, text) if text.is_empty() => {}
            Block::Detail(name, text) => rows.extend(detail(name, text, width)),
            Block::Lines(text) => rows.extend(wrapped(text, width)),
            Block::Gap => rows.push(Row::default()),
        }
    }
    rows
}

/// The rows that tell the keys.
pub(super) fn rows_of_keys(width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    for key in KEYS {
        rows.extend(detail(key.named, &Text::from(key.does), width));
    }
    let more =
        "In a dialog: Enter confirms, Esc takes it back. What is confirmed is stored at once.";
    rows.push(Row::default());
    rows.extend(wrapped(&Text::from(more), width));
    rows
}

/// A value beside its name.
fn detail(name: &str, text: &Text, width: usize) -> Vec<Row> {
    let rows = wrapped(text, width.saturating_sub(LABEL + 1));
    let beside = |(place, row): (usize, Row)| {
        let name = if place == 0 { name } else { "" };
        let filled = format!("{name}{} ", " ".repeat(LABEL.saturating_sub(columns(name))));
        row.after(Style::Dim, filled)
    };
    rows.into_iter().enumerate().map(beside).collect()
}
