//! `single-origin`

use twosource::corroboration::{Level, PointKind};

use super::a_claim::a_claim;

const RULE: &str = "single-origin";

#[test]
fn several_sources_that_are_one_are_found() {
    let finding = a_claim()
        .at(Level::SingleOrigin)
        .hanging_on(PointKind::Source, "obl-letter-karim")
        .hanging_on(PointKind::Voice, "bin Laden, Usama")
        .hanging_on(PointKind::Identifier, "url:example.org/letter")
        .found_by(RULE)
        .unwrap();
    assert_eq!(
        finding.message,
        "its 2 sources are really one; all hang on obl-letter-karim, the word of bin Laden, Usama \
         and url:example.org/letter"
    );
}

#[test]
fn a_waived_finding_is_marked_not_dropped() {
    let case = a_claim().at(Level::SingleOrigin).waived(RULE);
    assert!(case.found_by(RULE).unwrap().waived);
    let other = a_claim().at(Level::SingleOrigin).waived("single-source");
    assert!(!other.found_by(RULE).unwrap().waived);
}

#[test]
fn other_levels_are_left_alone() {
    for level in Level::ALL.iter().copied().filter(|level| *level != Level::SingleOrigin) {
        assert_eq!(a_claim().at(level).found_by(RULE), None);
    }
}

#[test]
fn a_waiver_ends_when_the_evidence_changes() {
    let desk = a_claim().at(Level::SingleOrigin).waived(RULE);
    let desk = desk.waiver_ended_by("citation 4 (s1) was added", "2026-11-03");
    let finding = desk.found_by(RULE).unwrap();
    assert!(!finding.waived);
    let told =
        "(its waiver of 2026-11-02 by Vera has ended: citation 4 (s1) was added on 2026-11-03)";
    assert!(finding.message.ends_with(told), "{}", finding.message);
}
