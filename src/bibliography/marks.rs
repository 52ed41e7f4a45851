//! Characters that stand in for others on their way through the engine.
//!
//! They are Unicode noncharacters: no text has them (they are taken out of data on the way in), and
//! the engine has no opinion on them.

/// A hyphen in a number, which the engine would turn into an en dash.
pub(crate) const HYPHEN: char = '\u{FDD1}';
/// A comma in a number, which the engine would take for a list.
pub(crate) const COMMA: char = '\u{FDD2}';
/// An ampersand in a number, likewise.
pub(crate) const AMPERSAND: char = '\u{FDD3}';
/// In front of a family name, lest the engine split it at words it takes for particles.
pub(crate) const WHOLE_NAME: char = '\u{FDD4}';
/// In front of each sort key.
pub(crate) const KEY: char = '\u{FDD5}';
/// In front of a date that sorts by its year only.
pub(crate) const YEAR_ONLY: char = '\u{FDD6}';
/// The number of an entry in a numbered style, known only once all are sorted.
pub(crate) const NUMBER: char = '\u{FDD7}';

/// Whether this is one of the noncharacters set aside for marks.
pub(crate) fn is_mark(character: char) -> bool {
    ('\u{FDD0}'..='\u{FDEF}').contains(&character)
}

/// A number with the characters hidden that the engine would set otherwise.
pub(crate) fn hide_in_number(number: &str) -> String {
    number
        .chars()
        .map(|character| match character {
            '-' => HYPHEN,
            ',' => COMMA,
            '&' => AMPERSAND,
            other => other,
        })
        .collect()
}

/// The character that a mark stood for; nothing where it stood for nothing printable.
pub(crate) fn reveal(character: char) -> Option<char> {
    match character {
        HYPHEN => Some('-'),
        COMMA => Some(','),
        AMPERSAND => Some('&'),
        mark if is_mark(mark) => None,
        other => Some(other),
    }
}

/// Data as one line of text: no control characters, no marks, no overrides of text direction.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            // Overrides and isolates could make an entry read as something else.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            mark if is_mark(mark) => {}
            blank if blank.is_control() || blank == '\u{2028}' || blank == '\u{2029}' => {
                if !line.ends_with(' ') {
                    line.push(' ');
                }
            }
            other => line.push(other),
        }
    }
    line.trim().to_owned()
}
