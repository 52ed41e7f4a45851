//! `contested-claim`

use twosource::domain::{LineageState, Stance};

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
