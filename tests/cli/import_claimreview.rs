//! Fact-checks as ClaimReview, from pages and from JSON-LD.

use std::fs;

use crate::desk::Desk;

fn fixture(name: &str) -> String {
    format!("{}/fixtures/claimreview/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// A page with these blocks of JSON-LD.
fn page(blocks: &[&str]) -> String {
    let script =
        |block: &&str| format!("<script type=\"application/ld+json\">\n{block}\n</script>\n");
    format!("<html>\n{}</html>\n", blocks.iter().map(script).collect::<String>())
}

fn review(url: &str, statement: &str, rating: &str) -> String {
    format!(
        r#"{{"@type": "ClaimReview", "url": "{url}", "claimReviewed": "{statement}",
         "author": {{"@type": "Organization", "name": "Checkers"}}, "datePublished": "2026-03-09",
         "reviewRating": {{"alternateName": "{rating}"}}, "custom": [1, null]}}"#
    )
}

#[test]
fn a_page_gives_claim_works_article_and_review() {
    let desk = Desk::new();
    let told = desk.run(&["import", &fixture("page.html")]).succeeds().stderr;
    assert!(told.contains("took in 3 sources, 1 claim, 1 citation, 1 review"), "{told}");
    let claim = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    for part in [
        "The bridge was closed twice in 2025 – \"for weeks\".",
        "claimant    Jo Bloggs",
        "claimed on  2026-03-04",
        "appears in  social-example\nappears in  the-daily-post-2026",
        "checkers-sons-2026  disputes",
        "Checkers & Sons  refuted",
    ] {
        assert!(claim.contains(part), "{part}\n{claim}");
    }
    let again = desk.run(&["import", &fixture("page.html")]).succeeds().stderr;
    assert!(again.contains("unchanged: 1 source, 1 claim\nnothing new"), "{again}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_feed_gives_each_and_no_verdict_is_made_up() {
    let desk = Desk::new();
    let answer = desk.run(&["import", &fixture("feed.json")]).succeeds();
    let told = &answer.stderr;
    assert!(told.contains("took in 5 sources, 3 claims, 3 citations, 1 review"), "{told}");
    assert!(told.contains("line 10") && told.contains("`01/02/2019` is no date"), "{told}");
    assert!(told.contains("are no verdict, kept as the words of their articles: `Mostly false`"));
    let claim = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(claim.contains("context") && claim.contains("Mostly false"), "{claim}");
    assert!(!claim.contains("reviewed"), "{claim}");
    let levels = desk.run(&["claim", "list"]).succeeds().stdout;
    assert!(levels.contains("c3   single-source"), "{levels}");
}

#[test]
fn a_broken_block_is_named_and_goes_to_the_rejects() {
    let desk = Desk::new();
    let sound = review("https://a.example/1", "It rained.", "True");
    let broken = r#"{"@type": "ClaimReview", "claimReviewed": "It snowed.",}"#;
    let empty = r#"{"@type": "ClaimReview", "url": "https://a.example/2"}"#;
    let text = page(&[&sound, broken, empty, r#"{"@type": "Organization",}"#]);
    fs::write(desk.path("page.html"), text).unwrap();
    let told = desk.run(&["import", "page.html"]).fails().stderr;
    assert!(told.contains("page.html, line 8: the block that begins here is no JSON"), "{told}");
    assert!(told.contains("page.html, line 11: the ClaimReview does not say"), "{told}");
    assert!(!told.contains("line 14"), "what is no ClaimReview is nobody's business here: {told}");
    assert!(desk.run(&["claim", "list"]).succeeds().stderr.contains("no claims"));

    let told = desk.run(&["import", "page.html", "--skip-invalid"]).succeeds().stderr;
    assert!(told.contains("2 entries left out: see page-rejects.html"), "{told}");
    let rejects = fs::read_to_string(desk.path("page-rejects.html")).unwrap();
    assert!(rejects.contains("// page.html, line 8") && rejects.contains(broken), "{rejects}");
    let mended = rejects.replace("snowed.\",", "snowed.\"");
    let mended =
        mended.replace(empty, r#"{"@type": "ClaimReview", "claimReviewed": "It hailed."}"#);
    fs::write(desk.path("page-rejects.html"), mended).unwrap();
    let told =
        desk.run(&["import", "page-rejects.html", "--format", "claimreview"]).succeeds().stderr;
    assert!(told.contains("took in") && told.contains("2 claims"), "{told}");
}

#[test]
fn files_without_any_are_refused() {
    let desk = Desk::new();
    for (text, hint) in [
        ("<html><p>Nothing here</p></html>", "application/ld+json"),
        ("<html><div itemtype=\"https://schema.org/ClaimReview\"></div></html>", "microdata"),
    ] {
        fs::write(desk.path("page.html"), text).unwrap();
        let told = desk.run(&["import", "page.html"]).fails().stderr;
        assert!(told.contains("there is no ClaimReview in it") && told.contains(hint), "{told}");
        desk.run(&["import", "page.html", "--skip-invalid"]).fails();
    }
    fs::write(desk.path("cut.json"), "[{\"@type\": \"ClaimReview\", \"claimReviewed\": \"x\"")
        .unwrap();
    desk.run(&["import", "cut.json"]).fails();
}

#[test]
fn a_claim_that_is_there_gets_the_fact_check_added() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "It rained.", "--key", "rain", "--note", "mine"]).succeeds();
    desk.run(&[
        "source",
        "add",
        "Weather",
        "--kind",
        "web-page",
        "--key",
        "known",
        "--url",
        "http://www.a.example/1/?utm_source=mail",
    ])
    .succeeds();
    let text = page(&[
        &review("https://a.example/1", "It rained.", "True"),
        &review("https://b.example/9", "It rained.", "False"),
        &review("https://b.example/9", "It rained.", "False"),
    ]);
    fs::write(desk.path("page.html"), text).unwrap();
    let told = desk.run(&["import", "page.html"]).succeeds().stderr;
    assert!(told.contains("line 3: the ClaimReview is about `rain`"), "{told}");
    assert!(told.contains("stands in the file twice"), "{told}");
    let claim = desk.run(&["claim", "show", "rain"]).succeeds().stdout;
    assert!(claim.contains("known") && claim.contains("supports"), "{claim}");
    assert!(claim.contains("checkers-2026") && claim.contains("disputes"), "{claim}");
    assert!(claim.contains("mine") && claim.contains("level      single-source"), "{claim}");
    let source = desk.run(&["source", "show", "known"]).succeeds().stdout;
    assert!(source.starts_with("known: Weather"), "{source}");
    assert!(desk.run(&["import", "page.html"]).succeeds().stderr.contains("nothing new"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_new_version_changes_only_what_nobody_has_edited() {
    let desk = Desk::new();
    let write = |rating: &str, statement: &str| {
        let text = page(&[&review("https://a.example/1", statement, rating)]);
        fs::write(
            desk.path("page.html"),
            text.replace("ClaimReview\", ", "ClaimReview\", \"@id\": \"#1\", "),
        )
        .unwrap();
    };
    write("True", "It rained.");
    desk.run(&["import", "page.html"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--claimant", "Ann"]).succeeds();
    write("False", "It rained a lot.");
    let told = desk.run(&["import", "page.html"]).fails().stderr;
    assert!(told.contains("of claim `c1`: claimReviewed, reviewRating differ"), "{told}");
    assert!(told.contains("--update"), "{told}");
    let told = desk.run(&["import", "page.html", "--update"]).succeeds().stderr;
    assert!(told.contains("changed c1: statement `It rained.` → `It rained a lot.`"), "{told}");
    let claim = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(claim.contains("It rained a lot.") && claim.contains("Ann"), "{claim}");
    assert!(claim.contains("disputes") && !claim.contains("supports"), "{claim}");
    assert!(claim.contains("refuted"), "{claim}");
    assert!(desk.run(&["import", "page.html"]).succeeds().stderr.contains("nothing new"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_review_that_is_dated_ahead_is_refused() {
    let desk = Desk::new();
    let ahead = review("https://checkers.example/1", "It burnt.", "False");
    let ahead = ahead.replace("2026-03-09", "2036-03-09").replace(
        "\"alternateName\"",
        "\"ratingValue\": 1, \"bestRating\": 5, \"worstRating\": 1, \"alternateName\"",
    );
    fs::write(desk.path("page.html"), page(&[&ahead])).unwrap();
    let answer = desk.run(&["import", "page.html"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: page.html, line 3, column `datePublished`, value `2036-03-09`: `2036-03-09` is later than now
    hint: write when it was given, or set this computer's clock if that is slow
    --- status 2
    ");
}
