//! `contested-claim`

use twosource::domain::{Citation, LineageState, Relation, Stance, Standing};

use super::a_claim::a_claim;

const RULE: &str = "contested-claim";

#[test]
fn evidence_on_both_sides_is_found() {
    let desk = a_claim().cited(Stance::Supports, LineageState::Unknown);
    let desk = desk.cited(Stance::Disputes, LineageState::Unknown);
    assert_eq!(desk.message_of(RULE), "supported by s1, disputed by s2");
}

#[test]
fn one_side_or_a_fallen_other_one_is_left_alone() {
    let supported = a_claim().cited(Stance::Supports, LineageState::Unknown);
    let supported = supported.cited(Stance::Qualifies, LineageState::Unknown);
    assert_eq!(supported.found_by(RULE), None);
    let disputed = a_claim().cited(Stance::Disputes, LineageState::Unknown);
    assert_eq!(disputed.found_by(RULE), None);
    let fallen = a_claim().cited(Stance::Supports, LineageState::Unknown);
    let fallen = fallen.cited(Stance::Disputes, LineageState::Unknown).that_has_fallen();
    assert_eq!(fallen.found_by(RULE), None);
}

#[test]
fn what_cannot_count_is_on_no_side() {
    let desk = a_claim().source("paper", |_| {}).fallen("study", Standing::Retracted);
    let desk = desk.derived("paper", Relation::Reports, "study").citing("paper");
    let supported = desk.cited(Stance::Disputes, LineageState::Unknown);
    assert_eq!(supported.found_by(RULE), None);
    let against = |citation: &mut Citation| citation.stance = Stance::Disputes;
    let desk = a_claim().source("paper", |_| {}).fallen("study", Standing::Retracted);
    let desk = desk.derived("paper", Relation::Reports, "study").citing_with("paper", against);
    assert_eq!(desk.cited(Stance::Supports, LineageState::Unknown).found_by(RULE), None);
}

#[test]
fn the_work_that_reports_a_claim_may_dispute_it() {
    let against = |citation: &mut Citation| citation.stance = Stance::Disputes;
    let desk =
        a_claim().source("paper", |_| {}).appearing_in("paper").citing_with("paper", against);
    let desk = desk.source("letter", |_| {}).citing("letter");
    assert_eq!(desk.message_of(RULE), "supported by letter, disputed by paper");
}
