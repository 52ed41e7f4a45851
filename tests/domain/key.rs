//! Keys.

use proptest::prelude::*;
use twosource::domain::Key;

#[test]
fn any_line_of_visible_characters_is_a_key() {
    for text in ["c1", "lemonde2017", "Ü-ß", "منابع", "a b", "-", "doi:10.1/2", "🗞"] {
        assert_eq!(text.parse::<Key>().unwrap().as_str(), text);
    }
}

#[test]
fn case_makes_another_key() {
    assert_ne!("C1".parse::<Key>().unwrap(), "c1".parse::<Key>().unwrap());
}

#[test]
fn emptiness_control_characters_and_white_space_around_are_refused() {
    for text in
        ["", " ", "\u{a0}", "a\tb", "a\nb", "a\u{0}", "\u{1b}[0m", "a\u{85}b", " a", "a\u{a0}"]
    {
        let error = text.parse::<Key>().unwrap_err();
        assert!(error.problems[0].hint.is_some(), "{text:?}");
        assert!(!error.to_string().chars().any(char::is_control), "{error:?}");
    }
}

proptest! {
    #[test]
    fn a_key_is_kept_to_the_letter(text in any::<String>()) {
        if let Ok(key) = text.parse::<Key>() {
            prop_assert_eq!(key.as_str(), &text);
            prop_assert!(!text.chars().any(char::is_control));
        }
    }
}
