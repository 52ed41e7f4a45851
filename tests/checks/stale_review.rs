//! `stale-review`

use twosource::domain::Verdict;

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
fn a_new_review_that_says_the_same_is_enough_where_its_verdict_stands() {
    let desk = a_claim().reviewed("Ada", "2026-11-02T12:00:00Z").then("it changed", "2026-11-03");
    assert_eq!(desk.reviewed("Bob", "2026-11-04T01:00:00+01:00").found_by(RULE), None);
}

#[test]
fn that_may_be_at_the_same_moment() {
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

#[test]
fn one_who_has_looked_again_does_not_speak_for_the_others_while_nothing_stands() {
    let desk = a_claim().reviewed("Ann", "2026-11-02").then("source s1 changed", "2026-11-03");
    let desk = desk.reviewed("Ben", "2026-11-04").where_others_must_agree(2);
    assert_eq!(
        desk.message_of(RULE),
        "source s1 changed on 2026-11-03, after the review of 2026-11-02 by Ann"
    );
    assert_eq!(desk.reviewed("Cy", "2026-11-05").found_by(RULE), None);
}

#[test]
fn who_found_something_else_is_still_to_be_heard_where_a_verdict_stands() {
    let desk = a_claim().reviewed("Cy", "2026-11-02").finding_it(Verdict::Refuted);
    let desk = desk.then("claim c2 was merged into it", "2026-11-03");
    let desk = desk.reviewed("Ben", "2026-11-01");
    assert_eq!(
        desk.message_of(RULE),
        "claim c2 was merged into it on 2026-11-03, after the review of 2026-11-02 by Cy \
         (`refuted`, where `supported` stands)"
    );
    assert_eq!(desk.reviewed("Cy", "2026-11-04").found_by(RULE), None);
}
