//! Cells with several values.

use proptest::prelude::*;
use twosource::domain::{join_values, split_values};

fn joined(values: &[&str]) -> String {
    join_values(values.iter().copied())
}

#[test]
fn values_are_separated_by_a_semicolon_and_white_space() {
    assert_eq!(split_values("a; b;\tc;"), ["a", "b", "c"]);
    assert_eq!(split_values("a;b"), ["a;b"]);
    assert_eq!(split_values("  a  ;  ; b"), ["a", "b"]);
    assert_eq!(split_values(""), Vec::<String>::new());
    assert_eq!(split_values(" ; "), Vec::<String>::new());
}

#[test]
fn a_backslash_protects_a_semicolon_and_itself_and_nothing_else() {
    assert_eq!(split_values(r"a\; b"), ["a; b"]);
    assert_eq!(split_values(r"a\\; b"), [r"a\", "b"]);
    assert_eq!(split_values(r"C:\new\"), [r"C:\new\"]);
    assert_eq!(joined(&["a; b", r"c\"]), r"a\; b; c\\");
}

proptest! {
    #[test]
    fn what_was_joined_splits_into_the_same(
        values in prop::collection::vec(r"[a;\\ \t\nü]{0,6}", 0..6)
    ) {
        // White space around a value, and empty values, are not kept: that is the contract.
        let values: Vec<&str> = values.iter().map(|value| value.trim()).filter(|value| !value.is_empty()).collect();
        prop_assert_eq!(split_values(&joined(&values)), values);
    }

    #[test]
    fn splitting_and_joining_settles_at_once(cell in r"[a;\\ ]{0,12}") {
        let once = split_values(&cell);
        let cell = join_values(once.iter().map(String::as_str));
        prop_assert_eq!(split_values(&cell), once);
    }

    #[test]
    fn any_text_splits(cell in any::<String>()) {
        for value in split_values(&cell) {
            prop_assert_eq!(value.trim(), &value);
        }
    }
}
