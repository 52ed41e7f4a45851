//! `circular-sourcing`

use twosource::corroboration::Level;
use twosource::domain::Relation;

use super::a_claim::{Desk, a_claim};

const RULE: &str = "circular-sourcing";

fn a_circle() -> Desk {
    let desk = a_claim().source("a", |_| {}).source("b", |_| {}).source("c", |_| {});
    desk.derived("a", Relation::Reports, "b").derived("b", Relation::Quotes, "a")
}

#[test]
fn a_circle_is_spelled_out() {
    let findings = a_circle().found_among_sources_by(RULE);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].message, "is said to come from itself: a → b → a");
    assert_eq!(findings[0].source.as_ref().unwrap().as_str(), "a");
    assert_eq!(findings[0].points.len(), 2);
}

#[test]
fn a_claim_whose_support_leads_into_a_circle_is_found() {
    let desk = a_circle().derived("c", Relation::Reports, "a").citing("c");
    assert_eq!(desk.message_of(RULE), "its support goes round in a circle: a → b → a");
}

#[test]
fn a_claim_that_only_its_own_work_supports_is_found() {
    let desk = a_claim().source("text", |_| {}).source("copy", |_| {}).appearing_in("text");
    let desk = desk.derived("copy", Relation::Republishes, "text").citing("copy");
    assert_eq!(
        desk.message_of(RULE),
        "its support leads only to a work that makes the claim itself: copy, text"
    );
}

#[test]
fn other_support_is_enough() {
    let desk = a_claim().source("text", |_| {}).source("s1", |_| {}).appearing_in("text");
    let desk = desk.citing("text").citing("s1").at(Level::SingleSource);
    assert_eq!(desk.found_by(RULE), None);
}

#[test]
fn a_chain_is_no_circle() {
    let desk = a_claim().source("a", |_| {}).source("b", |_| {}).source("c", |_| {});
    let desk = desk.derived("a", Relation::Reports, "b").derived("b", Relation::Reports, "c");
    let desk = desk.derived("a", Relation::Reports, "c").citing("a").at(Level::SingleSource);
    assert_eq!(desk.found_by(RULE), None);
    assert!(desk.found_among_sources_by(RULE).is_empty());
}
