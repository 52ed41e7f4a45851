//! "Did you mean".

use twosource::domain::{Kind, Stance, nearest};

#[test]
fn a_slip_finds_the_word() {
    let words = ["claim", "source", "citation"];
    assert_eq!(nearest("calim", words), Some("claim"));
    assert_eq!(nearest("SOURCES", words), Some("source"));
    assert_eq!(nearest("zebra", words), None);
    assert_eq!(nearest("", words), None);
    assert_eq!(nearest("claim", []), None);
}

#[test]
fn a_closed_list_says_what_was_meant() {
    let error = "suports".parse::<Stance>().unwrap_err();
    assert_eq!(error.to_string(), "`suports` is not a stance");
    let hint = error.problems[0].hint.as_deref().unwrap();
    assert!(hint.starts_with("did you mean `supports`?") && hint.contains("qualifies"), "{hint}");
    // A list too long to print whole only names the nearest.
    let error = "newspaper".parse::<Kind>().unwrap_err();
    let hint = error.problems[0].hint.as_deref().unwrap();
    assert_eq!(hint, "did you mean `newspaper-article`?");
}
