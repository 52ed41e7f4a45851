use crate::desk::{Answer, Desk};

/// A desk with a claim whose one source is a book that was retracted.
fn desk() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["source", "add", "A book", "--kind", "book", "--key", "s1"]).succeeds();
    desk.run(&["cite", "c1", "s1"]).succeeds();
    desk.run(&["source", "edit", "s1", "--standing", "retracted"]).succeeds();
    desk
}

fn report(answer: &Answer) -> serde_json::Value {
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn json_tells_claim_and_source_of_each_finding_the_gravest_first() {
    let answer = desk().run(&["check", "--format", "json"]);
    assert_eq!(answer.status, Some(1));
    let report = report(&answer);
    assert_eq!(report["schema"], "twosource/check/1");
    let findings = report["findings"].as_array().unwrap();
    let rules: Vec<&str> = findings.iter().map(|found| found["rule"].as_str().unwrap()).collect();
    assert_eq!(
        rules,
        [
            "fallen-source",
            "unsupported-claim",
            "missing-locator",
            "unreviewed-claim",
            "incomplete-reference"
        ]
    );
    assert_eq!((&findings[0]["claim"], &findings[0]["source"]), (&"c1".into(), &"s1".into()));
    assert!(findings[1]["source"].is_null());
    assert_eq!((&findings[4]["claim"], &findings[4]["source"]), (&().into(), &"s1".into()));
    assert_eq!(report["summary"]["by_rule"]["fallen-source"], 1);
}

#[test]
fn the_table_shows_claims_then_sources() {
    let stdout = desk().run(&["check"]).stdout;
    let place = |words: &str| stdout.find(words).unwrap_or_else(|| panic!("{words}: {stdout}"));
    assert!(place("claim  severity") < place("fallen-source"));
    assert!(place("fallen-source") < place("unsupported-claim"));
    assert!(place("unsupported-claim") < place("source  severity"));
    assert!(place("source  severity") < place("incomplete-reference"));
}

#[test]
fn what_is_less_grave_can_be_left_out() {
    let answer = desk().run(&["check", "--min-severity", "error", "--format", "json"]);
    assert_eq!(report(&answer)["summary"]["findings"], 1);
}

#[test]
fn one_claim_is_looked_at_with_the_sources_around_it() {
    let desk = desk();
    desk.run(&["source", "add", "Other", "--kind", "book", "--key", "s2"]).succeeds();
    let all = report(&desk.run(&["check", "--format", "json"]));
    let one = report(&desk.run(&["check", "--claim", "c1", "--format", "json"]));
    assert_eq!(all["summary"]["by_rule"]["incomplete-reference"], 2);
    assert_eq!(one["summary"]["by_rule"]["incomplete-reference"], 1);
}
