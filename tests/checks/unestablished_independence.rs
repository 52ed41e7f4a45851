//! `unestablished-independence`

use twosource::corroboration::Level;

use super::a_claim::a_claim;

const RULE: &str = "unestablished-independence";

#[test]
fn an_apparent_claim_is_found_as_information() {
    let finding = a_claim().at(Level::Apparent).found_by(RULE).unwrap();
    assert_eq!(finding.severity.as_str(), "info");
    assert!(finding.points.is_empty());
}

#[test]
fn other_levels_are_left_alone() {
    for level in Level::ALL.iter().copied().filter(|level| *level != Level::Apparent) {
        assert_eq!(a_claim().at(level).found_by(RULE), None);
    }
}
