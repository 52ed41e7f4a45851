//! `unsupported-claim`

use twosource::corroboration::Level;
use twosource::domain::{LineageState, Stance};

use super::a_claim::a_claim;

const RULE: &str = "unsupported-claim";

fn message(case: &super::a_claim::Desk) -> String {
    case.found_by(RULE).unwrap().message
}

#[test]
fn a_claim_without_citation_is_found() {
    let finding = a_claim().found_by(RULE).unwrap();
    assert_eq!(finding.message, "no source is cited for it");
    assert_eq!(finding.severity.as_str(), "warning");
    assert_eq!(finding.claim.unwrap().as_str(), "c1");
}

#[test]
fn it_says_when_no_citation_supports() {
    let case = a_claim().cited(Stance::Disputes, LineageState::Original);
    assert_eq!(message(&case), "none of the sources cited supports it");
}

#[test]
fn it_says_when_all_that_supports_has_fallen() {
    let case = a_claim().cited(Stance::Supports, LineageState::Original).that_has_fallen();
    assert!(message(&case).starts_with("every source that supports it was withdrawn"));
}

#[test]
fn it_says_when_support_leads_nowhere() {
    let case = a_claim().cited(Stance::Supports, LineageState::Derived);
    assert!(message(&case).starts_with("what is cited for it cannot count"));
}

#[test]
fn a_supported_claim_is_left_alone() {
    for level in Level::ALL.iter().copied().filter(|level| *level != Level::Unsupported) {
        assert_eq!(a_claim().at(level).found_by(RULE), None);
    }
}
