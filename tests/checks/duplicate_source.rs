//! `duplicate-source`

use twosource::domain::{Relation, Source};

use super::a_claim::sources;

const RULE: &str = "duplicate-source";

fn at(url: &str) -> impl FnOnce(&mut Source) {
    let url = url.to_owned();
    move |source| source.url = Some(url)
}

fn column(title: &str, issued: &str) -> impl FnOnce(&mut Source) {
    let (title, issued) = (title.to_owned(), issued.parse().unwrap());
    move |source| {
        source.title = title;
        source.issued = Some(issued);
        source.creators = vec!["Lee, Ann".parse().unwrap()];
    }
}

#[test]
fn one_address_is_found_with_both_records() {
    let desk = sources().source("s1", at("https://example.org/a/"));
    let desk = desk.source("s2", at("http://www.example.org/a?utm_source=x"));
    let findings = desk.found_among_sources_by(RULE);
    assert_eq!(findings.len(), 1);
    assert_eq!(
        findings[0].message,
        "looks like the same source as s1: both are url:example.org/a; if it is: twosource source merge \
         s2 --into s1"
    );
    let points: Vec<&str> = findings[0].points.iter().map(|point| point.name.as_str()).collect();
    assert_eq!(points, ["s1", "s2", "url:example.org/a"]);
    assert_eq!(findings[0].source.as_ref().unwrap().as_str(), "s2");
}

#[test]
fn one_title_author_and_year_are_found() {
    let desk = sources().source("s1", column("The bank paid.", "2017"));
    let desk = desk.source("s2", column("The Bank  Paid", "2017-03-01"));
    assert_eq!(desk.found_among_sources_by(RULE).len(), 1);
}

#[test]
fn other_days_and_what_lineage_explains_are_left_alone() {
    let days = sources().source("s1", column("Weather", "2017-03-01"));
    let days = days.source("s2", column("Weather", "2017-03-02"));
    assert!(days.found_among_sources_by(RULE).is_empty());
    let copy =
        sources().source("s1", column("Letter", "2017")).source("s2", column("Letter", "2017"));
    let copy = copy.derived("s2", Relation::Republishes, "s1");
    assert!(copy.found_among_sources_by(RULE).is_empty());
}

#[test]
fn untitled_sources_are_not_all_one() {
    let desk = sources().source("s1", |source| source.title = String::new());
    let desk = desk.source("s2", |source| source.title = String::new());
    assert!(desk.found_among_sources_by(RULE).is_empty());
}
