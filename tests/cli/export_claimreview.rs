//! Reviews as ClaimReview: what came in, and what the desk has judged itself.

use std::fs;

use serde_json::{Value, json};

use crate::desk::{Desk, NOW};

fn fixture(name: &str) -> String {
    format!("{}/fixtures/claimreview/{name}", env!("CARGO_MANIFEST_DIR"))
}

fn graph(desk: &Desk, more: &[&str]) -> Value {
    let arguments: Vec<&str> = ["export", "claimreview"].iter().chain(more).copied().collect();
    let text = desk.run(&arguments).succeeds().stdout;
    serde_json::from_str::<Value>(&text).unwrap()["@graph"].take()
}

/// A casebook with a claim that was made in a confidential letter, and a review of it.
fn reviewed() -> Desk {
    let desk = Desk::new();
    let folder = desk.path("case");
    fs::create_dir(&folder).unwrap();
    fs::write(
        folder.join("sources.csv"),
        "key,kind,title,url,confidentiality\n\
        secret,letter,SECRET LETTER,https://secret.example,confidential\n\
        post,social-post,A post,https://social.example/1,open\n",
    )
    .unwrap();
    fs::write(
        folder.join("claims.csv"),
        "key,statement,claimant,appears_in,note\n\
        c1,The <b>bridge</b> fell.,Jo,secret,SECRET NOTE\nc2,It stands.,,,\n",
    )
    .unwrap();
    fs::write(folder.join("appearances.csv"), "claim,source\nc1,post\n").unwrap();
    fs::write(
        folder.join("reviews.csv"),
        format!(
            "claim,reviewer,verdict,reviewed_at,note\nc1,Vera,refuted,2026-01-01,SECRET WHY\n\
         c1,Vera,supported,{NOW},SECRET WHY\n"
        ),
    )
    .unwrap();
    desk.run(&["import", "case"]).succeeds();
    desk
}

#[test]
fn what_came_in_goes_out_whole_and_comes_in_again_the_same() {
    let (first, second) = (Desk::new(), Desk::new());
    for name in ["page.html", "feed.json"] {
        first.run(&["import", &fixture(name)]).succeeds();
    }
    let out = first.run(&["export", "claimreview", "--strict"]).succeeds().stdout;
    let feed: Value =
        serde_json::from_str(&fs::read_to_string(fixture("feed.json")).unwrap()).unwrap();
    let reviews: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(reviews["@graph"][1], feed["dataFeedElement"][0]["item"][0]);
    assert_eq!(reviews["@graph"][3], feed["dataFeedElement"][1]["item"][0]);
    assert_eq!(reviews["@graph"][0]["wordCount"], 812);
    fs::write(second.path("out.json"), &out).unwrap();
    second.run(&["import", "out.json"]).succeeds();
    assert_eq!(second.run(&["export", "claimreview"]).succeeds().stdout, out);
    // And by way of a case folder.
    first.run(&["export", "case", "--output", "case"]).succeeds();
    let third = Desk::new();
    third.run(&["import", first.path("case").to_str().unwrap()]).succeeds();
    assert_eq!(third.run(&["export", "claimreview"]).succeeds().stdout, out);
}

#[test]
fn what_was_edited_goes_out_as_edited_and_the_rest_as_it_was() {
    let desk = Desk::new();
    desk.run(&["import", &fixture("page.html")]).succeeds();
    desk.run(&[
        "claim",
        "edit",
        "c1",
        "--statement",
        "The bridge was closed.",
        "--claimant",
        "Jo B.",
    ])
    .succeeds();
    desk.run(&["source", "edit", "checkers-sons-2026", "--url", "https://new.example/1"])
        .succeeds();
    desk.run(&["claim", "edit", "c1", "--key", "bridge"]).succeeds();
    let review = &graph(&desk, &["--claim", "bridge"])[0];
    assert_eq!(review["claimReviewed"], "The bridge was closed.");
    assert_eq!(review["url"], "https://new.example/1");
    let author = &review["itemReviewed"]["author"];
    assert_eq!((&author["name"], &author["jobTitle"]), (&json!("Jo B."), &json!("Councillor")));
    assert_eq!(review["reviewRating"]["image"], "https://checkers.example/false.png");
}

#[test]
fn the_latest_review_of_the_desk_goes_out_without_what_is_confidential() {
    let desk = reviewed();
    let answer = desk
        .run(&[
            "export",
            "claimreview",
            "--url",
            "https://desk.example/bridge",
            "--author",
            "The Desk",
        ])
        .succeeds();
    let expected = json!([{
        "@type": "ClaimReview", "url": "https://desk.example/bridge",
        "claimReviewed": "The <b>bridge</b> fell.",
        "author": {"@type": "Organization", "name": "The Desk"}, "datePublished": NOW,
        "itemReviewed": {"@type": "Claim", "author": {"name": "Jo"}, "appearance":
            {"@type": "SocialMediaPosting", "name": "A post", "url": "https://social.example/1"}},
        "reviewRating": {"@type": "Rating", "alternateName": "Supported"},
    }]);
    let out: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(out["@graph"], expected);
    for told in [
        "earlier reviews (1), note (1), notes of reviews (1)",
        "left out: 1 claim without a review that holds",
        "left out: 1 work that must not be told of",
    ] {
        assert!(answer.stderr.contains(told), "{told}\n{answer}");
    }
    desk.run(&["export", "claimreview", "--strict"]).fails();
    let open = graph(&desk, &["--include-confidential"]).to_string();
    assert!(open.contains("SECRET LETTER") && !open.contains("SECRET WHY"), "{open}");
}

#[test]
fn a_review_whose_evidence_has_changed_stays_here() {
    let desk = reviewed();
    desk.run(&["claim", "edit", "c1", "--statement", "It fell."]).succeeds();
    let told = desk.run(&["export", "claimreview"]).fails().stderr;
    assert!(told.contains("there is no review to write"), "{told}");
}

#[test]
fn a_confidential_article_stays_here_with_its_verdict() {
    let desk = Desk::new();
    for name in ["page.html", "feed.json"] {
        desk.run(&["import", &fixture(name)]).succeeds();
    }
    desk.run(&["source", "edit", "checkers-sons-2026", "--confidentiality", "confidential"])
        .succeeds();
    desk.run(&["source", "edit", "radio-host", "--confidentiality", "confidential"]).succeeds();
    // The claimant is called as the creator of the work is.
    let out = graph(&desk, &["--allow-names"]).to_string();
    assert!(!out.contains("Checkers") && !out.contains("checkers"), "{out}");
    assert!(!out.contains("radio.example") && out.contains("Mostly false"), "{out}");
}

#[test]
fn a_script_for_a_page_cannot_be_left_by_what_stands_in_it() {
    let desk = reviewed();
    let answer = desk.run(&["export", "claimreview", "--format", "html"]).succeeds();
    assert!(answer.stdout.starts_with("<script type=\"application/ld+json\">\n{"), "{answer}");
    assert!(answer.stdout.contains("The \\u003cb>bridge"), "{answer}");
    assert!(answer.stderr.contains("1 ClaimReview without an address"), "{answer}");
    fs::write(desk.path("page.html"), answer.stdout).unwrap();
    let other = Desk::new();
    other.run(&["import", desk.path("page.html").to_str().unwrap()]).succeeds();
    let claim = other.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(claim.contains("The <b>bridge</b> fell.") && claim.contains("Vera"), "{claim}");
}

#[test]
fn the_markup_in_a_case_tells_of_no_confidential_work() {
    let desk = Desk::new();
    desk.run(&["import", &fixture("page.html")]).succeeds();
    let case = ["export", "case", "--format", "jsonl"];
    assert!(desk.run(&case).succeeds().stdout.contains("https://social.example/jo/1"));
    desk.run(&["source", "edit", "social-example", "--confidentiality", "confidential"]).succeeds();
    let out = desk.run(&case).succeeds().stdout;
    assert!(out.contains("checkers.example") && !out.contains("social.example"), "{out}");
    let table = desk.run(&["export", "sources", "--format", "csv"]).succeeds().stdout;
    assert!(table.contains("checkers.example") && !table.contains("social.example"), "{table}");
    // So it is with the names behind a work on background.
    desk.run(&["source", "edit", "social-example", "--confidentiality", "background"]).succeeds();
    let out = desk.run(&case).succeeds().stdout;
    assert!(out.contains("social.example") && !out.contains("claimreview:1"), "{out}");
    desk.run(&["source", "edit", "social-example", "--confidentiality", "confidential"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--key", "bridge"]).succeeds();
    let out = desk.run(&case).succeeds().stdout;
    assert!(!out.contains("social.example"), "{out}");
}
