//! `stale-review`

use twosource::domain::Relation;

use super::a_claim::{a_claim, change};

const RULE: &str = "stale-review";

#[test]
fn a_change_after_the_review_is_found() {
    let desk = a_claim().reviewed("Ada", "2026-11-02T12:00:00Z", 2).edited(3);
    assert_eq!(
        desk.message_of(RULE),
        "the claim was changed on 2026-11-03, after the review of 2026-11-02 by Ada"
    );
}

#[test]
fn so_is_a_source_that_changed_and_a_citation_that_went() {
    let desk = a_claim().source("s1", |_| {}).citing("s1").reviewed("Ada", "2026-11-02", 2);
    assert_eq!(desk.found_by(RULE), None);
    let gone = desk.bereft(3);
    assert!(gone.message_of(RULE).starts_with("the list of its citations was changed"));
    let changed = gone.source_edited("s1", change(4));
    assert!(changed.message_of(RULE).starts_with("the source s1 was changed on 2026-11-04"));
}

#[test]
fn the_latest_review_decides() {
    let desk = a_claim().reviewed("Ada", "2026-11-02T12:00:00Z", 2).edited(3);
    let desk = desk.reviewed("Bob", "2026-11-04T01:00:00+01:00", 4);
    assert_eq!(desk.found_by(RULE), None);
}

#[test]
fn on_the_day_of_the_review_the_order_of_the_changes_decides() {
    assert!(a_claim().reviewed("Ada", "2026-11-03", 2).edited(3).found_by(RULE).is_some());
    assert_eq!(a_claim().reviewed("Ada", "2026-11-03", 4).edited(3).found_by(RULE), None);
}

#[test]
fn a_review_that_bears_an_earlier_date_than_a_change_is_stale_whenever_it_was_entered() {
    assert!(a_claim().reviewed("Ada", "2026-11-02", 4).edited(3).found_by(RULE).is_some());
}

#[test]
fn what_an_import_brought_with_or_before_the_review_is_not_newer_than_it() {
    let imported = twosource::checks::Written { imported: true, ..change(3) };
    let desk = a_claim().source("s1", |_| {}).citing("s1").source_edited("s1", imported);
    assert_eq!(desk.reviewed("Ada", "2026-11-02", 4).edited(4).found_by(RULE), None);
}

#[test]
fn so_is_a_change_of_the_work_the_claim_appears_in() {
    let desk = a_claim().source("s1", |_| {}).citing("s1").source("paper", |_| {});
    let desk = desk.source("wire", |_| {}).derived("paper", Relation::Republishes, "wire");
    let desk = desk.appearing_in("paper").reviewed("Ada", "2026-11-02", 2);
    assert_eq!(desk.found_by(RULE), None);
    let message = desk.source_edited("wire", change(3)).message_of(RULE);
    assert!(message.starts_with("the source wire was changed on 2026-11-03"), "{message}");
}

#[test]
fn a_review_dated_in_the_future_goes_stale_too() {
    assert!(a_claim().reviewed("Ada", "2027-01-01", 2).edited(3).found_by(RULE).is_some());
}
