use std::borrow::Cow;

use proptest::prelude::*;
use twosource::output::{safe_lines, safe_text};

use crate::written::any_text;

#[test]
fn harmless_text_is_handed_through() {
    for text in ["", "Le Monde, 3 mai", "وثيقة", "北京", "e\u{301}", "👩\u{200d}⚖\u{fe0f}"]
    {
        assert!(matches!(safe_text(text), Cow::Borrowed(same) if same == text), "{text}");
    }
}

#[test]
fn escape_sequences_are_shown_instead_of_obeyed() {
    assert_eq!(safe_text("a\u{1b}[31mb\u{7}"), "a␛[31mb␇");
    assert_eq!(safe_text("\0x\u{7f}"), "␀x␡");
    assert_eq!(safe_text("a\u{9b}31mb\u{90}"), "a\u{fffd}31mb\u{fffd}");
}

#[test]
fn line_breaks_and_tabs_become_one_space_each() {
    assert_eq!(safe_text("a\nb\tc\r\nd\re\u{85}f\u{2028}g\u{2029}h"), "a b c d e f g h");
}

#[test]
fn several_lines_keep_their_line_feeds_and_tabs_only() {
    assert_eq!(safe_lines("a\n\tb\r\nc\rd\u{1b}"), "a\n\tb\nc d␛");
}

#[test]
fn what_reorders_a_line_is_shown_and_mere_marks_are_left_out() {
    assert_eq!(safe_text("a\u{202e}b\u{2067}c\u{2069}"), "a\u{fffd}b\u{fffd}c\u{fffd}");
    assert_eq!(safe_text("\u{200f}שלום\u{200e}\u{61c}"), "שלום");
}

proptest! {
    #[test]
    fn nothing_that_acts_on_a_terminal_survives(text in any_text()) {
        let safe = safe_text(&text);
        prop_assert!(!safe.chars().any(acts_on_a_terminal), "{safe:?}");
        prop_assert_eq!(safe_text(&safe), &*safe);
    }
}

pub(crate) fn acts_on_a_terminal(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{206f}')
}
