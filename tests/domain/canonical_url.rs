use proptest::prelude::*;
use twosource::domain::canonical_url::{
    canonical_url, normal_doi, normal_ecli, strong_identifier_of_url,
};

fn canonical(text: &str) -> String {
    canonical_url(text).unwrap_or_else(|| "none".to_owned())
}

#[track_caller]
fn all_are(expected: &str, addresses: &[&str]) {
    for address in addresses {
        assert_eq!(canonical(address), expected, "of {address:?}");
    }
}

#[test]
fn what_does_not_tell_pages_apart_is_dropped() {
    all_are(
        "example.org/a",
        &[
            "http://example.org/a",
            "https://example.org/a",
            "HTTPS://EXAMPLE.org/a",
            "  https://www.example.org/a/ \n",
            "https://WWW.Example.Org/a///",
            "http://example.org:80/a",
            "https://example.org:443/a",
            "https://user:pass@www.example.org:443/a#part",
            "https://a@b@example.org/a",
            "https://example.org/a?",
            "https://example.org/a/?&&",
            "https://example.org/a/?utm_source=x&utm_medium=y",
            "https://example.org/a?fbclid=1&gclid=2#top",
            "https://example.org/a?fbclid",
            "https://example.org/a #top",
        ],
    );
    all_are(
        "example.org",
        &["http://example.org", "http://example.org/", "http://example.org//#x"],
    );
    all_are("example.org?q=1", &["http://example.org?q=1", "http://example.org/?q=1&utm_x"]);
}

#[test]
fn what_tells_pages_apart_stays() {
    all_are("example.org/A", &["http://example.org/A"]);
    all_are("example.org:8080/a", &["http://example.org:8080/a"]);
    all_are("example.org:4430", &["http://example.org:4430/"]);
    all_are("m.example.org/a", &["http://m.example.org/a"]);
    all_are("www2.example.org", &["http://www2.example.org"]);
    all_are("www.example.org", &["http://www.www.example.org"]);
    all_are("example.org//a//b", &["http://example.org//a//b//"]);
    all_are("example.org/a%2Fb", &["http://example.org/a%2Fb"]);
    all_are(
        "example.org/a?b=2&a=1&a=0&utm=1&fbclidx=1&c=",
        &["http://example.org/a/?b=2&&a=1&utm_x=9&a=0&utm=1&fbclidx=1&gclid=3&c="],
    );
    all_are("example.org/a?u=http://b.org/", &["http://example.org/a?u=http://b.org/"]);
    all_are("example.org/a?b?c", &["http://example.org/a?b?c"]);
}

#[test]
fn a_page_in_an_archive_is_the_page() {
    all_are(
        "example.org/a",
        &[
            "https://web.archive.org/web/20170910123456/https://www.example.org/a/",
            "http://web.archive.org/web/2017/example.org/a",
            "https://web.archive.org/web/20170910123456if_/http:/example.org/a",
            "https://web.archive.org/web/20170910im_/https:/example.org/a",
            "https://web.archive.org:443/web/2017/http://example.org:80/a#x",
            "HTTPS://Web.Archive.org/web/2017/HTTP://example.org/a",
            "https://archive.today/20170910123456/https://example.org/a",
            "https://archive.is/2017.09.10-123456/https://example.org/a",
            "https://archive.ph/2017.09.10-123456/example.org/a",
            "http://archive.li/2017/http:/example.org/a",
            "http://archive.vn/2017/http://example.org/a",
            "http://archive.fo/2017/http://example.org/a",
            "http://archive.md/2017/http://example.org/a",
            "https://web.archive.org/web/2018/https://archive.is/2017/https://example.org/a",
            "https://web.archive.org/web/2018/web.archive.org/web/2017/example.org/a",
        ],
    );
    all_are("archive.is/AbCdE", &["https://archive.is/AbCdE"]);
    all_are("archive.org/details/x", &["https://archive.org/details/x"]);
    all_are("web.archive.org/web/*/http://a.org", &["https://web.archive.org/web/*/http://a.org"]);
    all_are("web.archive.org/web/x_/b", &["https://web.archive.org/web/x_/b"]);
    all_are("archive.com/2017/http://a.org", &["https://archive.com/2017/http://a.org"]);
}

#[test]
fn other_scripts_and_address_forms_stay_readable() {
    all_are("münchen.de/straße", &["https://www.MÜNCHEN.de/straße/"]);
    all_are("пример.рф/Путь?я=1", &["http://Пример.РФ/Путь/?я=1"]);
    all_are("[2001:db8::1]/a", &["http://[2001:DB8::1]/a", "http://[2001:db8::1]:80/a"]);
    all_are("[2001:db8::80]", &["http://[2001:db8::80]/"]);
    all_are("[::1]:8080", &["http://[::1]:8080"]);
    all_are("fe80::80", &["http://fe80::80/"]);
}

#[test]
fn what_is_no_web_address_is_no_identifier() {
    all_are(
        "none",
        &[
            "",
            " ",
            "http://",
            "https:///a",
            "http://?q",
            "http://user@/a",
            "http://:80/",
            "http://www./a",
            "http:/example.org",
            "http:example.org",
            "example.org/a",
            "www.example.org",
            "//example.org",
            "ftp://example.org/a",
            "mailto:a@example.org",
            "see the archive, box 3",
            "http://see the archive/box 3",
            "https://web.archive.org/web/2017/",
            "https://web.archive.org/web/2017/ftp://example.org/a",
        ],
    );
}

#[test]
fn a_doi_address_is_the_doi() {
    let identifier = |text| strong_identifier_of_url(text).map(|found| found.to_string());
    for address in [
        "https://doi.org/10.1000/ABC",
        "http://dx.doi.org/10.1000/abc/",
        "https://www.doi.org/10.1000/abc?utm_source=x#y",
        "https://web.archive.org/web/2017/https://doi.org/10.1000/abc",
        "https://doi.org/10.1000%2Fabc",
    ] {
        assert_eq!(identifier(address).as_deref(), Some("doi:10.1000/abc"), "of {address:?}");
        assert_eq!(normal_doi(address).as_deref(), Some("10.1000/abc"), "of {address:?}");
    }
    assert_eq!(
        identifier("https://doi.org/10.1002/(SICI)1%3C2::AID%3E3.0").as_deref(),
        Some("doi:10.1002/(sici)1<2::aid>3.0")
    );
    assert_eq!(identifier("https://doi.org/about").as_deref(), Some("url:doi.org/about"));
    assert_eq!(identifier("https://a.org/10.1/b").as_deref(), Some("url:a.org/10.1/b"));
    assert_eq!(identifier("10.1000/abc"), None);
}

#[test]
fn dois_and_eclis_have_one_form() {
    for doi in ["10.1000/Abc", "doi:10.1000/abc", "DOI: 10.1000/ABC ", "doi.org/10.1000/abc"] {
        assert_eq!(normal_doi(doi).as_deref(), Some("10.1000/abc"), "of {doi:?}");
    }
    assert_eq!(normal_doi("10.1000.10/a%2Fb/").as_deref(), Some("10.1000.10/a%2fb/"));
    for other in ["", "doi:", "10.1000", "10.1000/", "10./a", "10.x/a", "11.1000/a", "a.org/10.1/b"]
    {
        assert_eq!(normal_doi(other), None, "of {other:?}");
    }
    for ecli in
        ["ECLI:EU:C:2014:317", "ecli:eu:c:2014:317", "EU:C:2014:317", "ecli:ECLI:EU:C:2014:317"]
    {
        assert_eq!(normal_ecli(ecli).as_deref(), Some("EU:C:2014:317"), "of {ecli:?}");
    }
    for other in ["", "ECLI:", "ECLI:EU:C:2014", "EU:C::317", "EU:C:2014:317:1", "EU:C:20 14:317"] {
        assert_eq!(normal_ecli(other), None, "of {other:?}");
    }
}

/// Addresses put together from the pieces that the rule looks at.
fn patchwork() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "http://",
        "https://",
        "HTTP:/",
        "http:",
        "://",
        "www.",
        "a",
        "B",
        "é",
        "İ",
        "Σ",
        ".org",
        "web.archive.org",
        "archive.is",
        "/web/",
        "2017",
        "if_",
        "/",
        "//",
        "?",
        "&",
        "=",
        "utm_x",
        "fbclid",
        "gclid",
        "#",
        "@",
        ":",
        ":80",
        ":443",
        " ",
        "\t",
        "\u{a0}",
        "%",
        "[",
        "]",
        "doi.org/",
        "10.1",
        "ftp",
    ]);
    (prop::bool::ANY, prop::collection::vec(pieces, 0..14)).prop_map(|(web, pieces)| {
        format!("{}{}", if web { "http://" } else { "" }, pieces.concat())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_canonical_form_is_canonical(text in patchwork()) {
        if let Some(url) = canonical_url(&text) {
            // One `www.` is dropped, and only one: such a host is the exception.
            if !url.starts_with("www.") {
                prop_assert_eq!(canonical_url(&format!("http://{url}")), Some(url));
            }
        }
        if let Some(doi) = normal_doi(&text) {
            prop_assert_eq!(normal_doi(&doi), Some(doi));
        }
        strong_identifier_of_url(&text);
    }

    #[test]
    fn no_text_is_an_error(text in any::<String>()) {
        canonical_url(&text);
        canonical_url(&format!("http://{text}"));
        normal_doi(&text);
        normal_ecli(&text);
    }
}
