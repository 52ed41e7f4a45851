//! `single-publisher`

use super::a_claim::a_claim;

const RULE: &str = "single-publisher";

fn from(publisher: Option<&str>, url: Option<&str>) -> impl FnOnce(&mut twosource::domain::Source) {
    let (publisher, url) = (publisher.map(str::to_owned), url.map(str::to_owned));
    move |source| {
        source.publisher = publisher;
        source.url = url;
    }
}

#[test]
fn one_publisher_of_all_sources_is_found() {
    let desk =
        a_claim().source("s1", from(Some("NBC"), None)).source("s2", from(Some("nbc"), None));
    let finding = desk.citing("s1").citing("s2").found_by(RULE).unwrap();
    assert_eq!(finding.message, "its 2 sources were all published by NBC");
    assert_eq!(finding.severity.as_str(), "info");
}

#[test]
fn so_is_one_web_site() {
    let desk = a_claim().source("s1", from(None, Some("https://news.bbc.co.uk/1"))).source(
        "s2",
        from(None, Some("https://web.archive.org/web/2020/http://www.bbc.co.uk:80/2")),
    );
    let desk = desk.citing("s1").citing("s2");
    assert_eq!(desk.message_of(RULE), "its 2 sources are all on bbc.co.uk");
}

#[test]
fn two_houses_or_one_source_are_left_alone() {
    let desk = a_claim()
        .source("s1", from(Some("NBC"), Some("https://a.co.uk/")))
        .source("s2", from(Some("CBS"), Some("https://b.co.uk/")));
    assert_eq!(desk.citing("s1").citing("s2").found_by(RULE), None);
    let one = a_claim().source("s1", from(Some("NBC"), None)).citing("s1").citing("s1");
    assert_eq!(one.found_by(RULE), None);
    let unknown = a_claim().source("s1", |_| {}).source("s2", |_| {}).citing("s1").citing("s2");
    assert_eq!(unknown.found_by(RULE), None);
}
