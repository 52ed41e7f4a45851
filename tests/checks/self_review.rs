//! `self-review`

use super::a_claim::a_claim;

const RULE: &str = "self-review";

fn logged() -> super::a_claim::Desk {
    a_claim().claim(|claim| claim.logged_by = Some("Ada".to_owned()))
}

#[test]
fn a_review_by_who_logged_it_is_found() {
    let desk = logged().reviewed("ada ", "2026-11-02");
    assert_eq!(desk.message_of(RULE), "Ada logged it and is the only one who has reviewed it");
}

#[test]
fn a_second_pair_of_eyes_is_enough() {
    let desk = logged().reviewed("Ada", "2026-11-02").reviewed("Bob", "2026-11-03");
    assert_eq!(desk.found_by(RULE), None);
    assert_eq!(logged().found_by(RULE), None);
    assert_eq!(a_claim().reviewed("Ada", "2026-11-02").found_by(RULE), None);
}
