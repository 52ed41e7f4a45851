//! `missing-locator`

use twosource::domain::{Confidentiality, Kind, Stance};

use super::a_claim::a_claim;

const RULE: &str = "missing-locator";

#[test]
fn a_citation_without_a_place_is_found() {
    let finding = a_claim().source("s1", |_| {}).citing("s1").found_by(RULE).unwrap();
    assert_eq!(finding.message, "nothing says where in s1");
    assert_eq!(finding.severity.as_str(), "info");
}

#[test]
fn places_background_and_what_has_no_places_are_left_alone() {
    let desk = a_claim()
        .source("s1", |_| {})
        .citing_with("s1", |citation| citation.locator = Some("page 3".to_owned()))
        .citing_with("s1", |citation| citation.stance = Stance::Context)
        .source("s2", |source| source.kind = Kind::SocialPost)
        .citing("s2");
    assert_eq!(desk.found_by(RULE), None);
}

#[test]
fn no_place_is_missed_in_what_comes_from_a_stand_in() {
    let stand_in = |confidentiality| {
        a_claim()
            .source("confidential-source-1", |source| source.confidentiality = confidentiality)
            .source("s1", |_| {})
            .citing("confidential-source-1")
            .citing_for("s1", "confidential-source-1")
    };
    assert_eq!(stand_in(Confidentiality::Confidential).found_by(RULE), None);
    assert_eq!(stand_in(Confidentiality::Open).all_found_by(RULE).len(), 2);
}
