//! Locators.

use twosource::domain::{LOCATOR_LABELS, Locator};

fn taken_apart(text: &str) -> (Option<&'static str>, &str) {
    let locator = Locator::parse(text);
    (locator.label, locator.value)
}

#[test]
fn a_label_and_what_stands_there() {
    assert_eq!(taken_apart("page 12-14"), (Some("page"), "12-14"));
    assert_eq!(taken_apart("timestamp 00:12:31"), (Some("timestamp"), "00:12:31"));
    assert_eq!(taken_apart("  Article   11 "), (Some("article"), "11"));
    assert_eq!(
        taken_apart("section Prison, paragraph 2"),
        (Some("section"), "Prison, paragraph 2")
    );
}

#[test]
fn a_bare_number_is_a_page() {
    assert_eq!(taken_apart("12"), (Some("page"), "12"));
    assert_eq!(taken_apart("12-14"), (Some("page"), "12-14"));
}

#[test]
fn anything_else_is_kept_as_it_is() {
    for text in ["second half", "page", "pages 3", "", "ص ۳"] {
        assert_eq!(taken_apart(text), (None, text));
    }
}

#[test]
fn every_label_is_known_by_its_name() {
    for label in LOCATOR_LABELS {
        assert_eq!(taken_apart(&format!("{label} 7")), (Some(*label), "7"));
    }
    assert!(LOCATOR_LABELS.is_sorted());
}
