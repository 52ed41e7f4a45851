//! `stale-review`

use super::a_claim::a_claim;

const RULE: &str = "stale-review";

#[test]
fn what_changed_after_the_review_is_told() {
    let desk = a_claim().reviewed("Ada", "2026-11-02T12:00:00Z");
    assert_eq!(desk.found_by(RULE), None);
    assert_eq!(
        desk.then("citation 4 (s1) was added", "2026-11-03").message_of(RULE),
        "citation 4 (s1) was added on 2026-11-03, after the review of 2026-11-02 by Ada"
    );
}

#[test]
fn the_latest_review_decides() {
    let desk = a_claim().reviewed("Ada", "2026-11-02T12:00:00Z").then("it changed", "2026-11-03");
    assert_eq!(desk.reviewed("Bob", "2026-11-04T01:00:00+01:00").found_by(RULE), None);
}

#[test]
fn of_two_at_one_moment_the_one_that_was_entered_last_decides() {
    let desk = a_claim().reviewed("Ada", "2026-11-02").then("it changed", "2026-11-03");
    assert_eq!(desk.reviewed("Bob", "2026-11-02").found_by(RULE), None);
}

#[test]
fn a_review_by_who_logged_it_is_not_looked_at_where_others_must_judge() {
    let desk = a_claim().claim(|claim| claim.logged_by = Some("Bob".to_owned()));
    let desk = desk.reviewed("Ada", "2026-11-02").then("it changed", "2026-11-03");
    let desk = desk.reviewed("Bob", "2026-11-04");
    assert_eq!(desk.found_by(RULE), None);
    assert!(desk.where_others_must_agree(1).found_by(RULE).is_some());
}
