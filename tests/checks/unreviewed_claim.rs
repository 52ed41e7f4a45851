//! `unreviewed-claim`

use super::a_claim::a_claim;

const RULE: &str = "unreviewed-claim";

#[test]
fn a_claim_without_review_is_found_and_one_with_is_not() {
    let finding = a_claim().found_by(RULE).unwrap();
    assert_eq!(
        (finding.message.as_str(), finding.severity.as_str()),
        ("nobody has reviewed it", "info")
    );
    assert_eq!(a_claim().reviewed("Ada", "2026-11-02").found_by(RULE), None);
}

#[test]
fn too_few_reviewers_are_told_until_there_are_enough() {
    let desk = a_claim().where_others_must_agree(2).reviewed("Ada", "2026-11-02");
    assert_eq!(desk.message_of(RULE), "in review: supported, 1 of 2 reviewers (Ada)");
    assert_eq!(desk.reviewed("Ben", "2026-11-03").found_by(RULE), None);
}

#[test]
fn a_review_by_who_logged_it_is_none_where_others_must_judge() {
    let logged = |desk: super::a_claim::Desk| {
        desk.claim(|claim| claim.logged_by = Some("Ada".to_owned())).reviewed("Ada", "2026-11-02")
    };
    assert_eq!(logged(a_claim()).found_by(RULE), None);
    let desk = logged(a_claim().where_others_must_agree(1));
    assert_eq!(desk.message_of(RULE), "nobody but who logged it has reviewed it");
}
