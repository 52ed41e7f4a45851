use proptest::prelude::*;
use serde_json::json;
use twosource::output::json_text;

use crate::safe_text::acts_on_a_terminal;
use crate::written::any_text;

#[test]
fn json_is_indented_keeps_letters_and_ends_in_a_line_feed() {
    let text = json_text(&json!({"key": "müller", "n": [1, null]})).unwrap();
    assert_eq!(text, "{\n  \"key\": \"müller\",\n  \"n\": [\n    1,\n    null\n  ]\n}\n");
}

#[test]
fn what_acts_on_a_terminal_is_escaped() {
    let text = json_text(&"\u{1b}\u{7f}\u{9b}\u{202e}\u{2028}").unwrap();
    assert_eq!(text, "\"\\u001b\\u007f\\u009b\\u202e\\u2028\"\n");
}

proptest! {
    #[test]
    fn what_is_read_back_is_what_was_written(key in any_text(), value in any_text()) {
        let written = json!({"list": [{key: value}]});
        let text = json_text(&written).unwrap();
        prop_assert!(!text.chars().any(|c| c != '\n' && acts_on_a_terminal(c)), "{text:?}");
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(read, written);
    }
}
