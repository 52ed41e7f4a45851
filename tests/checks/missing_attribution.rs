//! `missing-attribution`

use twosource::domain::Relation;

use super::a_claim::a_claim;

const RULE: &str = "missing-attribution";

fn a_release() -> super::a_claim::Desk {
    let desk = a_claim().source("release", |_| {}).source("letter", |_| {}).source("memo", |_| {});
    desk.derived("release", Relation::Collects, "letter").derived(
        "release",
        Relation::Collects,
        "memo",
    )
}

#[test]
fn a_citation_that_leaves_the_origin_open_is_found() {
    let finding = a_release().citing("release").found_by(RULE).unwrap();
    assert_eq!(
        finding.message,
        "release has several origins (letter, memo), and nothing says from which it has this"
    );
    assert_eq!(finding.source.unwrap().as_str(), "release");
}

#[test]
fn one_that_names_it_is_left_alone() {
    assert_eq!(a_release().citing_for("release", "letter").found_by(RULE), None);
}

#[test]
fn one_origin_leaves_nothing_open() {
    let desk = a_claim().source("paper", |_| {}).source("letter", |_| {});
    let desk = desk.derived("paper", Relation::Reports, "letter");
    let desk = desk.derived("paper", Relation::Quotes, "letter");
    assert_eq!(desk.citing("paper").found_by(RULE), None);
}
