//! `unarchived-web-source`

use super::a_claim::sources;

const RULE: &str = "unarchived-web-source";

fn found(url: &str, archived: Option<&str>) -> usize {
    let desk = sources().source("s1", |source| {
        source.url = Some(url.to_owned());
        source.archived_url = archived.map(str::to_owned);
    });
    desk.found_among_sources_by(RULE).len()
}

#[test]
fn a_page_without_a_copy_is_found() {
    assert_eq!(found("https://example.org/a", None), 1);
}

#[test]
fn copies_dois_and_what_is_no_address_are_left_alone() {
    assert_eq!(found("https://example.org/a", Some("https://archive.ph/x")), 0);
    assert_eq!(found("https://web.archive.org/web/2020/https://example.org/a", None), 0);
    assert_eq!(found("https://archive.is/AbC", None), 0);
    assert_eq!(found("https://doi.org/10.1000/182", None), 0);
    assert_eq!(found("on the shelf", None), 0);
    assert!(sources().source("s1", |_| {}).found_among_sources_by(RULE).is_empty());
}
