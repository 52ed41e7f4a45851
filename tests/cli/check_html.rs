use std::fs;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

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
    for outside in ["<img", "<link", "<iframe", "http://", "https://", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert_eq!(page.matches("href=").count(), page.matches("href=\"#").count());
    assert!(page.contains("<article data-level=\"single-source\" data-priority=\"normal\">"));
    assert!(page.contains("data-rule=\"single-source\" data-waived=\"false\""));
    assert!(page.contains("dir=\"auto\""));
}

/// What stands between two marks.
fn between<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let start = page.find(from).unwrap() + from.len();
    &page[start..start + page[start..].find(to).unwrap()]
}

#[test]
fn the_browser_is_told_to_run_the_script_of_the_page_and_nothing_else() {
    let desk = desk();
    desk.run(&PAGE);
    let page = page(&desk);
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; ") && !policy.contains("unsafe"), "{policy}");
    for (directive, tag) in [("style-src", "style"), ("script-src", "script")] {
        let content = between(&page, &format!("<{tag}>"), &format!("</{tag}>"));
        let hash = STANDARD.encode(Sha256::digest(content));
        assert!(policy.contains(&format!("{directive} 'sha256-{hash}'")), "{directive}: {policy}");
    }
}

#[test]
fn each_claim_is_told_with_why_its_level_is_what_it_is_and_what_would_raise_it() {
    let desk = Desk::with_the_article();
    desk.run(&PAGE);
    let page = page(&desk);
    let explained = desk.run(&["explain", "vital-artery", "--format", "json"]).succeeds();
    let explained: serde_json::Value = serde_json::from_str(&explained.stdout).unwrap();
    let article = between(&page, "<h3><bdi>vital-artery</bdi></h3>", "</article>");
    for field in ["statement", "why", "raise"] {
        assert!(article.contains(explained[field].as_str().unwrap()), "{field}: {article}");
    }
    assert!(article.contains("<code>twosource cite vital-artery SOURCE</code>"), "{article}");
    assert!(article.contains("high priority"), "{article}");
}

#[test]
fn the_text_of_a_rule_stands_once_where_its_findings_lead() {
    let desk = Desk::with_the_article();
    desk.run(&PAGE);
    let page = page(&desk);
    let text = "Ten papers that carry one report are one source.";
    assert_eq!(page.matches(text).count(), 1);
    assert_eq!(page.matches("<section id=\"single-origin\">").count(), 1);
    assert_eq!(page.matches("<a href=\"#single-origin\">single-origin</a>").count(), 3);
    assert!(!page.contains("id=\"fallen-source\""), "nothing was found by it");
}

#[test]
fn it_begins_with_what_to_do_first() {
    let desk = desk();
    desk.run(&["claim", "edit", "c1", "--priority", "high"]).succeeds();
    desk.run(&PAGE);
    let page = page(&desk);
    let first = between(&page, "<h2>What to do first</h2>", "</section>");
    assert!(first.contains("<bdi>c1</bdi>") && first.contains("(high priority, single-source)"));
    assert!(first.contains("<code>twosource cite c1 SOURCE</code>"), "{first}");
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
    let page = |arguments: &[&str]| {
        desk.run(&[&PAGE[..], arguments].concat());
        std::fs::read_to_string(desk.path("page.html")).unwrap()
    };
    let (outside, key) = (page(&[]), "&lt;b&gt;s1");
    assert!(!outside.contains(key) && outside.contains("confidential-source-1"), "{outside}");
    assert!(page(&["--force", "--include-confidential"]).contains(key));
}
