//! How wide text is, and how it is broken into lines.
//!
//! Nobody knows with which font an SVG will be shown, so widths are guessed on the wide side: a line may
//! leave some room in its box, it never leaves the box.

use unicode_width::UnicodeWidthChar;

use crate::bibliography::escaped_html;
use crate::output::safe_text;

/// The size of the letters in boxes, in pixels.
pub(super) const LETTERS: f64 = 12.0;

/// The size of the letters on lines.
pub(super) const SMALL: f64 = 10.0;

/// From one line of text to the next.
pub(super) const LINE: f64 = 15.0;

/// How much wider bold letters are.
const BOLD: f64 = 1.08;

/// How wide text is in letters of that size, at the most.
pub(super) fn width(text: &str, size: f64, bold: bool) -> f64 {
    let widths: f64 = text.chars().map(width_of).sum();
    widths * size * if bold { BOLD } else { 1.0 }
}

/// The width of a letter in units of the size of letters.
fn width_of(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '|' | '\'' | '.' | ',' | ':' | ';' | '!' | 'I' => 0.32,
        ' ' | 'f' | 'r' | 't' | '-' | '(' | ')' | '[' | ']' | '/' => 0.42,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 1.0,
        c if c.is_ascii_uppercase() => 0.76,
        c if c.is_ascii() => 0.62,
        c if c.is_uppercase() => 0.9,
        // A sign that a terminal gives two columns fills a square, an emoji somewhat more.
        c => match c.width().unwrap_or(1) {
            0 => 0.0,
            1 => 0.7,
            columns => 0.58 * columns as f64,
        },
    }
}

/// The text in at most that many lines of at most that width, broken between words where that is
/// possible; an ellipsis says that more was left out.
pub(super) fn wrapped(text: &str, room: f64, bold: bool, most: usize) -> Vec<String> {
    let fits = |line: &str| width(line, LETTERS, bold) <= room;
    let mut lines = vec![String::new()];
    for word in words(text) {
        let last = lines.len() - 1;
        let longer = format!("{}{word}", lines[last]);
        if fits(longer.trim_end()) {
            lines[last] = longer;
            continue;
        }
        if !lines[last].is_empty() {
            lines.push(String::new());
        }
        for c in word.chars() {
            let last = lines.len() - 1;
            let longer = format!("{}{c}", lines[last]);
            // A mark that stands on a letter has no width and stays with it.
            if fits(longer.trim_end()) || lines[last].is_empty() {
                lines[last] = longer;
            } else {
                lines.push(c.to_string());
            }
        }
        if lines.len() > most {
            break;
        }
    }
    let more = lines.len() > most;
    lines.truncate(most);
    if more && let Some(last) = lines.last_mut() {
        shorten(last, fits);
    }
    lines.iter().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

/// The text on one line of at most that width in small letters.
pub(super) fn cut(text: &str, room: f64) -> String {
    let fits = |line: &str| width(line, SMALL, false) <= room;
    let mut line = text.to_owned();
    if !fits(&line) {
        shorten(&mut line, fits);
    }
    line
}

/// Takes letters from the end until the line fits with an ellipsis.
fn shorten(line: &mut String, fits: impl Fn(&str) -> bool) {
    while !line.is_empty() && !fits(&format!("{}…", line.trim_end())) {
        line.pop();
    }
    line.truncate(line.trim_end().len());
    line.push('…');
}

/// The words with the white space after them; long keys may be broken after a sign as well.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive([' ', '-', '_', '/'])
}

/// Text from data as it may stand in an SVG: escaped, and without what XML cannot hold.
pub(super) fn escaped(text: &str) -> String {
    let holds = |c: char| if matches!(c, '\u{fffe}' | '\u{ffff}') { '\u{fffd}' } else { c };
    escaped_html(&safe_text(text)).chars().map(holds).collect()
}

/// Whether the first letter that has a direction is written from right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| {
        matches!(c,
            '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}'
            | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
    })
}
