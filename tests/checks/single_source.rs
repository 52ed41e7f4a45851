//! `single-source`

use twosource::corroboration::{Level, PointKind};
use twosource::domain::{LineageState, Stance};

use super::a_claim::a_claim;

const RULE: &str = "single-source";

#[test]
fn a_claim_with_one_source_is_found_with_what_it_hangs_on() {
    let finding = a_claim()
        .at(Level::SingleSource)
        .hanging_on(PointKind::Source, "khalilzad-book")
        .hanging_on(PointKind::Voice, "Khalilzad, Zalmay")
        .found_by(RULE)
        .unwrap();
    assert_eq!(
        finding.message,
        "rests on one source; it hangs on khalilzad-book and the word of Khalilzad, Zalmay"
    );
    assert_eq!(finding.points.len(), 2);
}

#[test]
fn what_a_record_says_is_settled_by_the_record() {
    let record = a_claim().at(Level::SingleSource).about_a_record();
    let record = record.hanging_on(PointKind::Source, "s1");
    assert_eq!(record.cited(Stance::Supports, LineageState::Original).found_by(RULE), None);
}

#[test]
fn what_a_record_says_is_not_settled_by_hearsay() {
    let record = || a_claim().at(Level::SingleSource).about_a_record();
    let that_counts = || record().hanging_on(PointKind::Source, "s1");
    assert!(that_counts().cited(Stance::Supports, LineageState::Unknown).found_by(RULE).is_some());
    assert!(that_counts().cited(Stance::Context, LineageState::Original).found_by(RULE).is_some());
    let fallen = that_counts().cited(Stance::Supports, LineageState::Original).that_has_fallen();
    assert!(fallen.found_by(RULE).is_some());
}

#[test]
fn what_a_record_says_is_not_settled_by_an_original_that_does_not_count() {
    let record = a_claim().at(Level::SingleSource).about_a_record();
    let elsewhere = record.hanging_on(PointKind::Source, "blog").hanging_on(PointKind::Voice, "s1");
    assert!(elsewhere.cited(Stance::Supports, LineageState::Original).found_by(RULE).is_some());
}

#[test]
fn a_fact_is_not_settled_by_one_original() {
    let fact = a_claim().at(Level::SingleSource).hanging_on(PointKind::Source, "s1");
    assert!(fact.cited(Stance::Supports, LineageState::Original).found_by(RULE).is_some());
}

#[test]
fn other_levels_are_left_alone() {
    for level in Level::ALL.iter().copied().filter(|level| *level != Level::SingleSource) {
        assert_eq!(a_claim().at(level).found_by(RULE), None);
    }
}
