//! `anonymous-only`

use twosource::domain::Relation;

use super::a_claim::a_claim;

const RULE: &str = "anonymous-only";

#[test]
fn a_claim_that_only_unnamed_people_bear_out_is_found() {
    let desk =
        a_claim().source("paper", |_| {}).said_by("words", &["speaker: unnamed: an official"]);
    let desk = desk.derived("paper", Relation::Reports, "words").citing("paper");
    assert_eq!(desk.message_of(RULE), "nobody stands for it by name, only an official");
}

#[test]
fn one_name_on_a_path_is_enough() {
    let desk =
        a_claim().said_by("paper", &["Lee, Ann"]).said_by("words", &["unnamed: an official"]);
    let desk = desk.derived("paper", Relation::Reports, "words").citing("paper");
    assert_eq!(desk.found_by(RULE), None);
}

#[test]
fn a_name_that_no_path_passes_is_none() {
    let desk = a_claim().said_by("words", &["unnamed: an official"]).citing("words");
    let desk = desk.said_by("text", &["Lee, Ann"]).appearing_in("text").citing("text");
    assert!(desk.found_by(RULE).is_some());
}

#[test]
fn no_voice_at_all_is_no_unnamed_one() {
    assert_eq!(a_claim().source("s1", |_| {}).citing("s1").found_by(RULE), None);
    assert_eq!(a_claim().found_by(RULE), None);
}
