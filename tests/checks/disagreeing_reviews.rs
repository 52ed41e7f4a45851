//! `disagreeing-reviews`

use twosource::domain::Verdict;

use super::a_claim::a_claim;

const RULE: &str = "disagreeing-reviews";

fn two_minds() -> super::a_claim::Desk {
    let desk = a_claim().reviewed("Ana", "2026-11-02");
    desk.reviewed("Ben", "2026-11-03").finding_it(Verdict::Refuted)
}

#[test]
fn two_verdicts_on_the_same_evidence_are_found() {
    let finding = two_minds().found_by(RULE).unwrap();
    assert_eq!(
        (finding.message.as_str(), finding.severity.as_str()),
        ("2 reviewers disagree: supported (Ana), refuted (Ben)", "warning")
    );
}

#[test]
fn reviewers_who_agree_or_have_come_to_agree_are_not() {
    let agreeing = a_claim().reviewed("Ana", "2026-11-02").reviewed("Ben", "2026-11-03");
    assert_eq!(agreeing.found_by(RULE), None);
    assert_eq!(two_minds().reviewed("ben", "2026-11-04").found_by(RULE), None);
}

#[test]
fn a_verdict_on_other_evidence_disagrees_with_nobody() {
    assert_eq!(two_minds().then("it changed", "2026-11-04").found_by(RULE), None);
}

#[test]
fn who_logged_the_claim_disagrees_with_nobody_where_others_must_judge() {
    let desk = two_minds().claim(|claim| claim.logged_by = Some("Ben".to_owned()));
    assert!(desk.found_by(RULE).is_some());
    assert_eq!(desk.where_others_must_agree(1).found_by(RULE), None);
}
