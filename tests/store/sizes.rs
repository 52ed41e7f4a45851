//! What a case folder could not hold is not entered.

use twosource::domain::{Claim, Kind, MAX_CELL, Source};
use twosource::store::edits::KeyChoice;

use crate::desk::{Desk, key, signed};

fn refused<T: std::fmt::Debug>(answer: twosource::error::Result<T>, what: &str) {
    let error = answer.unwrap_err();
    assert!(error.to_string().contains(what), "{error}");
    assert!(error.to_string().contains("1 MiB"), "{error}");
    assert!(error.problems[0].hint.is_some());
}

#[test]
fn a_list_that_fills_more_than_one_cell_is_refused() {
    let desk = Desk::new();
    let tags: Vec<String> = ('a'..='o').map(|letter| letter.to_string().repeat(100_000)).collect();
    let mut source = Source::new(key("s"), Kind::Report, "T");
    source.tags.clone_from(&tags);
    refused(desk.store.add_source(&signed("Ann"), &source, KeyChoice::Given), "tags");
    let mut claim = Claim::new(key("c"), "S");
    claim.tags.clone_from(&tags);
    refused(desk.store.add_claim(&signed("Ann"), &claim, KeyChoice::Given), "tags");
    desk.source("wire");
    let edited = desk.store.edit_source(&signed("Ann"), "source edit", "wire", |source| {
        source.tags.clone_from(&tags);
        Ok(())
    });
    refused(edited, "tags");
}

#[test]
fn a_text_may_fill_a_cell_and_no_more() {
    let desk = Desk::new();
    let claim = |length| Claim::new(key("c"), "x".repeat(length));
    let add = |length| desk.store.add_claim(&signed("Ann"), &claim(length), KeyChoice::Given);
    refused(add(MAX_CELL + 1), "statement");
    add(MAX_CELL).unwrap();
}
