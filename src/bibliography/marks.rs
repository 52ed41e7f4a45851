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

/// In place of the digits of a number that is none to CSL ("H.R. 2121"): zero; the others follow it.
const ZERO: char = '\u{FDE0}';

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

/// The same with the digits hidden too, unless it is a number as CSL has it: then the engine takes it
/// for none, and puts no "no." in front.
pub(crate) fn hide_in_value(value: &str) -> String {
    let hidden = hide_in_number(value);
    if is_number(value) {
        return hidden;
    }
    let digit = |letter: char| {
        let digit = letter.to_digit(10).and_then(|digit| char::from_u32(u32::from(ZERO) + digit));
        digit.unwrap_or(letter)
    };
    hidden.chars().map(digit).collect()
}

/// CSL 1.0.2, "Choose", `is-numeric`: numbers with letters before or behind ("D2", "2b"), and such with
/// a hyphen, comma or ampersand between them.
fn is_number(value: &str) -> bool {
    value.split(['-', '–', ',', '&']).map(str::trim).all(|part| {
        let part = part.trim_matches(char::is_alphabetic);
        !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit())
    })
}

/// Given names with the hyphens hidden behind which a small letter stands: "Ha-neul" has one initial.
pub(crate) fn hide_in_given_name(name: &str) -> String {
    let mut letters = name.chars().peekable();
    let mut hidden = String::with_capacity(name.len());
    while let Some(letter) = letters.next() {
        let joins = letter == '-' && letters.peek().is_some_and(|next| next.is_lowercase());
        hidden.push(if joins { HYPHEN } else { letter });
    }
    hidden
}

/// The character that a mark stood for; nothing where it stood for nothing printable.
pub(crate) fn reveal(character: char) -> Option<char> {
    match character {
        HYPHEN => Some('-'),
        COMMA => Some(','),
        AMPERSAND => Some('&'),
        mark if is_mark(mark) => u32::from(mark)
            .checked_sub(u32::from(ZERO))
            .and_then(|digit| char::from_digit(digit, 10)),
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

#[cfg(test)]
mod tests {
    use super::{hide_in_value, is_mark, reveal};

    #[test]
    fn what_is_no_number_to_csl_shows_the_engine_no_digit() {
        for (value, is_number) in [
            ("17", true),
            ("2b", true),
            ("3-5", true),
            ("H.R. 2121", false),
            ("03 MDL 1570", false),
            ("USDL-26-0599", false),
            ("[2016] UKSC 8", false),
        ] {
            let hidden = hide_in_value(value);
            assert_eq!(hidden.chars().any(|letter| letter.is_ascii_digit()), is_number, "{value}");
            assert!(!hidden.contains('-'), "{value}");
            let shown: String = hidden.chars().filter_map(reveal).collect();
            assert_eq!(shown, value);
            assert!(!shown.chars().any(is_mark));
        }
    }
}
