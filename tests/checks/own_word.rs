//! `own-word`

use twosource::domain::Relation;

use super::a_claim::a_claim;

const RULE: &str = "own-word";

#[test]
fn the_claimant_as_a_voice_is_found() {
    for claimant in ["Doe, Jane", "Jane Doe"] {
        let desk = a_claim().made_by(claimant).said_by("s1", &["interviewee: Doe, Jane"]);
        assert_eq!(
            desk.citing("s1").message_of(RULE),
            "it is supported by the word of Doe, Jane, who makes the claim"
        );
    }
}

#[test]
fn an_author_of_the_work_as_a_voice_behind_the_source_is_found() {
    let desk = a_claim().said_by("text", &["Doe, Jane"]).appearing_in("text");
    let desk = desk.said_by("paper", &["Lee, Ann"]).said_by("talk", &["speaker: Doe, Jane"]);
    let finding = desk.derived("paper", Relation::Reports, "talk").citing("paper").found_by(RULE);
    let finding = finding.unwrap();
    assert!(finding.message.ends_with("an author of text, in which the claim is made"));
    assert_eq!(finding.points[0].name, "Doe, Jane");
}

#[test]
fn others_records_and_unnamed_people_are_left_alone() {
    let other = a_claim().made_by("Doe, Jane").said_by("s1", &["Lee, Ann"]).citing("s1");
    assert_eq!(other.found_by(RULE), None);
    let record = a_claim().made_by("The Court").said_by("s1", &["court: The Court"]).citing("s1");
    assert_eq!(record.about_a_record().found_by(RULE), None);
    let unnamed = a_claim().made_by("an official").said_by("s1", &["unnamed: an official"]);
    assert_eq!(unnamed.citing("s1").found_by(RULE), None);
    let editor = a_claim().made_by("Doe, Jane").said_by("s1", &["editor: Doe, Jane"]).citing("s1");
    assert_eq!(editor.found_by(RULE), None);
}
