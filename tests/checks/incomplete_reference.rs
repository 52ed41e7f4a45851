//! `incomplete-reference`

use twosource::domain::{Confidentiality, Kind};

use super::a_claim::sources;

const RULE: &str = "incomplete-reference";

#[test]
fn what_a_reference_lacks_is_told() {
    let desk = sources().source("s1", |source| source.kind = Kind::NewspaperArticle);
    let findings = desk.found_among_sources_by(RULE);
    assert_eq!(findings.len(), 1);
    assert_eq!(
        findings[0].message,
        "a reference to this newspaper-article lacks the periodical, a date"
    );
    assert_eq!((&findings[0].claim, findings[0].severity.as_str()), (&None, "info"));
}

#[test]
fn a_ruling_needs_court_date_and_number() {
    let desk = sources().source("s1", |source| {
        source.kind = Kind::CourtRuling;
        source.creators = vec!["court: High Court".parse().unwrap()];
        source.issued = Some("2011".parse().unwrap());
    });
    let message = &desk.found_among_sources_by(RULE)[0].message;
    assert!(message.ends_with("lacks an ECLI, docket number or reporter citation"), "{message}");
}

#[test]
fn a_whole_reference_is_left_alone() {
    let desk = sources().source("s1", |source| {
        source.kind = Kind::Book;
        source.creators = vec!["editor: Lee, Ann".parse().unwrap()];
        source.publisher = Some("Press".to_owned());
        source.issued = Some("198X".parse().unwrap());
    });
    assert!(desk.found_among_sources_by(RULE).is_empty());
}

#[test]
fn nobody_can_complete_a_stand_in() {
    let stand_in = |key| {
        sources().source(key, |source| {
            source.kind = Kind::Document;
            source.confidentiality = Confidentiality::Confidential;
        })
    };
    assert!(stand_in("confidential-source-1").found_among_sources_by(RULE).is_empty());
    assert_eq!(stand_in("s1").found_among_sources_by(RULE).len(), 1);
}
