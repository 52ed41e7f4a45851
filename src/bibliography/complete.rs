//! Sees to it that no entry lacks what a fact-checker needs: who says it, and when.
//!
//! Most styles were written for journals and drop the court of a ruling or the date of a film. What
//! a style leaves out is added at the end of the entry as a sentence of its own; and where the
//! engine gives nothing at all, the entry is one of ours.

use super::date::in_full;
use super::from_source::reporter;
use super::item::{Agent, Item};
use super::marks;
use super::runs::{Run, text_of};
use super::words::Words;

/// Adds what is missing; `dated` says whether the date of publication is there.
pub(crate) fn complete(runs: &mut Vec<Run>, item: &Item, dated: bool, words: &Words) {
    if !text_of(runs).chars().any(char::is_alphanumeric) {
        *runs = vec![Run::plain(plain_entry(item, words))];
        return;
    }
    for missing in missing(runs, item) {
        add_sentence(runs, &missing);
    }
    if !dated && let Some(date) = issued(item, words) {
        add_sentence(runs, &date);
    }
}

/// Adds to a full note, in brackets, what is missing; an empty citation becomes one of ours.
pub(crate) fn complete_note(runs: &mut Vec<Run>, item: &Item, dated: bool, words: &Words) {
    let mut parts = missing(runs, item);
    if !dated {
        parts.extend(issued(item, words));
    }
    parts.retain(|part| !part.is_empty());
    if !parts.is_empty() {
        runs.push(Run::plain(format!(" ({})", parts.join(", "))));
    }
}

/// Puts the title in front of a citation that says neither who nor what: some styles know no works
/// without an author, and print "(2016)" for a ruling.
pub(crate) fn named(runs: &mut Vec<Run>, item: &Item) {
    let present = folded(&text_of(runs));
    let named = item.names.values().flatten().map(Agent::principal);
    let texts = item.texts.values().map(String::as_str).filter(|text| !text.is_empty());
    let begins = |text: &str| {
        let word = folded(text.split_whitespace().next().unwrap_or_default());
        !word.is_empty() && present.contains(&word)
    };
    let title = marks::one_line(item.get("title"));
    if !title.is_empty() && !named.chain(texts).any(begins) {
        runs.insert(0, Run::plain(format!("{title}, ")));
    }
}

/// References and voices that are not in the text.
fn missing(runs: &[Run], item: &Item) -> Vec<String> {
    let present = folded(&text_of(runs));
    let has = |text: &str| present.contains(&folded(text));
    let references = item.references.iter().filter(|reference| match reporter(reference) {
        // A style may have them apart: "F. Supp. 2d, vol. 826, p. 128".
        Some((volume, reporter, page)) => !(has(volume) && has(reporter) && has(page)),
        None => !has(reference),
    });
    let voices = item.voices.iter().filter(|voice| !has(voice.principal()));
    references
        .cloned()
        .chain(voices.map(Agent::reading_order))
        .map(|part| marks::one_line(&part))
        .collect()
}

/// An entry of last resort in the place of a citation that came out empty.
pub(crate) fn filled(runs: &mut Vec<Run>, item: &Item, words: &Words) {
    if !text_of(runs).chars().any(char::is_alphanumeric) {
        let entry = plain_entry(item, words);
        *runs = vec![Run::plain(entry.trim_end_matches('.'))];
    }
}

/// Creators. Title. Container, date. The entry of last resort.
pub(crate) fn plain_entry(item: &Item, words: &Words) -> String {
    let voices = item.names.get("author").unwrap_or(&item.voices);
    let names: Vec<String> = voices.iter().map(|agent| agent.reading_order()).collect();
    let place: Vec<String> =
        [item.get("container-title").to_owned(), issued(item, words).unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
    let parts = [names.join(", "), item.get("title").to_owned(), place.join(", ")];
    let mut entry = String::new();
    for part in parts.iter().map(|part| marks::one_line(part)).filter(|part| !part.is_empty()) {
        if !entry.is_empty() {
            entry.push(' ');
        }
        entry.push_str(&part);
        if !part.ends_with(['.', '?', '!']) {
            entry.push('.');
        }
    }
    if !entry.chars().any(char::is_alphanumeric) {
        // A source of which nothing is known is still named.
        entry = format!("{}.", marks::one_line(&item.key));
    }
    entry
}

fn issued(item: &Item, words: &Words) -> Option<String> {
    in_full(&marks::one_line(item.dates.get("issued")?), words)
}

fn add_sentence(runs: &mut Vec<Run>, words: &str) {
    let words = marks::one_line(words);
    if words.is_empty() {
        return;
    }
    let text = text_of(runs);
    let end = text.trim_end().trim_end_matches(['”', '"', '’', ')']);
    let stop = if end.ends_with(['.', '?', '!']) { "" } else { "." };
    let close = if words.ends_with('.') { "" } else { "." };
    runs.push(Run::plain(format!("{stop} {words}{close}")));
}

/// For comparing: styles set names in capitals, and the engine changes apostrophes and spaces.
fn folded(text: &str) -> String {
    text.chars()
        .filter_map(marks::reveal)
        .filter(|letter| letter.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
