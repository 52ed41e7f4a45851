use std::fs;

use crate::desk::Desk;

const PAGE: [&str; 5] = ["check", "--format", "html", "--output", "page.html"];

/// A desk with a claim whose texts try to be markup.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "<script>alert(1)</script> \"quoted\" & بنك"]).succeeds();
    desk.run(&["source", "add", "<img src=x>", "--kind", "letter", "--key", "<b>s1"]).succeeds();
    desk.run(&["cite", "c1", "<b>s1"]).succeeds();
    desk
}

fn page(desk: &Desk) -> String {
    fs::read_to_string(desk.path("page.html")).unwrap()
}

#[test]
fn what_comes_from_data_is_text() {
    let desk = desk();
    let answer = desk.run(&PAGE);
    assert_eq!(answer.status, Some(1), "findings are findings in any format: {answer}");
    let page = page(&desk);
    assert!(page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &quot;quoted&quot; &amp; بنك"));
    assert!(page.contains("&lt;b&gt;s1"));
    assert_eq!(page.matches("<script>").count(), 1, "only the page's own");
    assert!(!page.contains("<img") && !page.contains("<b>s1"));
}

#[test]
fn it_loads_nothing_and_each_claim_is_told_with_its_level() {
    let desk = desk();
    desk.run(&PAGE);
    let page = page(&desk);
    assert!(page.contains("default-src 'none'"));
    for outside in ["<img", "<link", "<iframe", "href=", "http://", "https://", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("<article data-level=\"single-source\">"));
    assert!(page.contains("data-rule=\"single-source\" data-waived=\"false\""));
    assert!(page.contains("dir=\"auto\""));
}

#[test]
fn every_finding_is_in_it_also_what_is_waived() {
    let desk = Desk::with_the_article();
    desk.run(&["waive", "vital-artery", "single-origin", "--reason", "Known."]).succeeds();
    desk.run(&PAGE);
    let json = desk.run(&["check", "--format", "json"]);
    let report: serde_json::Value = serde_json::from_str(&json.stdout).unwrap();
    let findings = report["findings"].as_array().unwrap().len();
    let page = page(&desk);
    assert_eq!(page.matches("<div class=\"finding ").count(), findings);
    assert!(page.contains(&format!("<main data-count=\"{findings}\">")));
    assert_eq!(page.matches("data-waived=\"true\"").count(), 1);
}

#[test]
fn no_page_names_a_withheld_source_unasked() {
    let desk = desk();
    desk.run(&["source", "edit", "<b>s1", "--confidentiality", "confidential"]).succeeds();
    insta::assert_snapshot!(desk.run(&PAGE).fails(), @"
    --- stderr
    error: 1 source is confidential or on background, and the page could name them
    hint: look at it on the terminal instead; --include-confidential writes the page all the same
    --- status 2
    ");
    assert!(!desk.path("page.html").exists());
    desk.run(&[&PAGE[..], &["--include-confidential"]].concat());
    assert!(desk.path("page.html").exists());
    insta::assert_snapshot!(desk.run(&["check", "--output", "page.txt"]).fails(), @"
    --- stderr
    error: only the HTML page is written to a file
    hint: add --format html, or send the output to a file with >
    --- status 2
    ");
}
