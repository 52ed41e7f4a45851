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
fn the_table_shows_claims_with_their_statement_and_level_then_sources() {
    insta::assert_snapshot!(desk().run(&["check"]), @"
    --- stdout
    c1  unsupported
      The bank paid.
      error    s1, which is cited for it, was retracted (fallen-source)
      warning  every source that supports it was withdrawn, retracted or overturned (unsupported-claim)
      info     nothing says where in s1 (missing-locator)
      info     nobody has reviewed it (unreviewed-claim)

    source s1
      A book
      info     a reference to this book lacks an author or editor, a publisher, a date
               (incomplete-reference)
    --- stderr

    1 claim looked at, 5 findings:
      1  error    fallen-source         a claim that rests on a withdrawn, retracted or overturned
                                        source
      1  warning  unsupported-claim     a claim that no source supports
      1  info     missing-locator       a citation that does not say where in the source
      1  info     incomplete-reference  a source that lacks what a proper reference needs
      1  info     unreviewed-claim      a claim that too few people have reviewed
    hint: what it means and how to mend it: twosource rule fallen-source
    --- status 1
    ");
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
