//! `fallen-source`

use twosource::domain::{Relation, Stance, Standing};

use super::a_claim::a_claim;

const RULE: &str = "fallen-source";

#[test]
fn a_cited_source_that_was_taken_back_is_found() {
    for (standing, word) in [
        (Standing::Withdrawn, "withdrawn"),
        (Standing::Retracted, "retracted"),
        (Standing::Overturned, "overturned"),
    ] {
        let finding = a_claim().fallen("s1", standing).citing("s1").found_by(RULE).unwrap();
        assert_eq!(finding.message, format!("s1, which is cited for it, was {word}"));
        assert_eq!(finding.severity.as_str(), "error");
        assert_eq!(finding.source.unwrap().as_str(), "s1");
    }
}

#[test]
fn the_way_to_a_fallen_origin_is_told() {
    let desk = a_claim().source("paper", |_| {}).source("agency", |_| {});
    let desk = desk.fallen("study", Standing::Retracted);
    let desk = desk.derived("paper", Relation::Reports, "agency");
    let desk = desk.derived("agency", Relation::Reports, "study").citing("paper");
    assert_eq!(
        desk.message_of(RULE),
        "what is cited for it goes back to study, which was retracted: paper → agency → study"
    );
}

#[test]
fn so_is_an_attribution_to_a_fallen_source() {
    let desk = a_claim().source("paper", |_| {}).fallen("study", Standing::Withdrawn);
    let message = desk.citing_for("paper", "study").message_of(RULE);
    assert!(message.ends_with("which was withdrawn: paper → study"), "{message}");
}

#[test]
fn the_same_source_is_told_once() {
    let desk = a_claim().fallen("s1", Standing::Retracted).citing("s1").citing("s1");
    assert_eq!(desk.all_found_by(RULE).len(), 1);
}

#[test]
fn background_and_sources_that_stand_are_left_alone() {
    let background = a_claim()
        .fallen("s1", Standing::Retracted)
        .citing_with("s1", |citation| citation.stance = Stance::Context);
    assert_eq!(background.found_by(RULE), None);
    for standing in [Standing::Active, Standing::Corrected, Standing::Superseded] {
        assert_eq!(a_claim().fallen("s1", standing).citing("s1").found_by(RULE), None);
    }
}

#[test]
fn the_way_past_an_attribution_names_every_step() {
    let desk = a_claim().source("blog", |_| {}).source("paper", |_| {}).source("talk", |_| {});
    let desk = desk.fallen("study", Standing::Retracted);
    let desk = desk.derived("blog", Relation::Republishes, "paper");
    let desk = desk.derived("paper", Relation::Translates, "study");
    let message = desk.citing_for("blog", "talk").message_of(RULE);
    assert!(message.ends_with("blog → paper → study"), "{message}");
}
