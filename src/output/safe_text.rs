//! Text from data made harmless to a terminal: shown, but with no power over the screen.

use std::borrow::Cow;

/// The text as it may stand in one line of a table or message.
///
/// Line breaks and tabs become a space, other control characters a visible symbol (`␛`), and the
/// controls that reorder a line `�`. The marks that only steer a neighbouring character (left-to-
/// right, right-to-left, Arabic letter mark) are left out: they belong to honest text in Hebrew
/// or Arabic, but in a table each cell is isolated instead.
pub fn safe_text(text: &str) -> Cow<'_, str> {
    neutralised(text, |_| false)
}

/// The same for text of several lines: its line feeds and tabs stay.
pub fn safe_lines(text: &str) -> Cow<'_, str> {
    neutralised(text, |c| matches!(c, '\n' | '\t'))
}

/// The text without characters that have power over a terminal, but for those that are kept.
pub(super) fn neutralised(text: &str, kept: impl Fn(char) -> bool) -> Cow<'_, str> {
    let touched = |c: char| has_power(c) && !kept(c);
    let Some(first) = text.find(touched) else {
        return Cow::Borrowed(text);
    };
    let (clean, rest) = text.split_at(first);
    let mut safe = String::with_capacity(text.len());
    safe.push_str(clean);
    let mut rest = rest.chars().peekable();
    while let Some(c) = rest.next() {
        if !touched(c) {
            safe.push(c);
        } else if !(c == '\r' && rest.peek() == Some(&'\n')) {
            safe.extend(stand_in(c));
        }
    }
    Cow::Owned(safe)
}

/// Whether a terminal may do something else with the character than to show it in its place.
fn has_power(c: char) -> bool {
    c.is_control() || is_separator(c) || reorders(c)
}

/// Whether it is one of the controls of Unicode's bidirectional algorithm or its relatives.
pub(super) fn reorders(c: char) -> bool {
    is_mark(c) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Whether it is the line or the paragraph separator, at which some programs break a line.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

fn stand_in(c: char) -> Option<char> {
    match c {
        '\t'..='\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some(' '),
        // The block of control pictures repeats the order of the controls.
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)),
        '\u{7f}' => Some('\u{2421}'),
        c if is_mark(c) => None,
        _ => Some(char::REPLACEMENT_CHARACTER),
    }
}

/// Whether the text holds a letter of a script that is written from right to left.
pub(super) fn holds_right_to_left(text: &str) -> bool {
    text.chars().any(is_right_to_left)
}

/// Whether the character is of a script that is written from right to left.
pub(super) fn is_right_to_left(c: char) -> bool {
    matches!(c,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}')
}
