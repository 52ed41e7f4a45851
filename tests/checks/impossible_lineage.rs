//! `impossible-lineage`

use twosource::domain::Relation;

use super::a_claim::sources;

const RULE: &str = "impossible-lineage";

fn found(source: &str, origin: &str) -> Option<String> {
    let desk = sources()
        .source("article", |article| article.issued = Some(source.parse().unwrap()))
        .source("study", |study| study.issued = Some(origin.parse().unwrap()))
        .derived("article", Relation::Reports, "study");
    desk.found_among_sources_by(RULE).pop().map(|finding| finding.message)
}

#[test]
fn what_is_older_than_its_origin_is_found() {
    assert_eq!(
        found("2015", "2017-03").unwrap(),
        "dated 2015, but comes from what is later: study (2017-03)"
    );
    assert!(found("2017-03-01", "2017-03-02").is_some());
    assert!(found("198X", "1990").is_some());
}

#[test]
fn dates_that_may_fit_are_left_alone() {
    for (source, origin) in [
        ("2017", "2017-03"),
        ("2017-03", "2017-03-31"),
        ("198X", "1989"),
        ("2004/2006", "2005"),
        ("2017", "2015"),
        ("../2010", "2010"),
    ] {
        assert_eq!(found(source, origin), None, "{source} from {origin}");
    }
}
