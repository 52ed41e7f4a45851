use crate::desk::{Answer, Desk, signature};

const SUPPORTED: [&str; 4] = ["review", "c1", "--verdict", "supported"];

/// A claim that Ada has logged, with a source.
fn logged() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["source", "add", "A book", "--kind", "book", "--key", "s1"]).succeeds();
    desk.run(&["cite", "c1", "s1"]).succeeds();
    desk
}

/// The same where two reviewers have to agree, and Ada is none of them.
fn of_two() -> Desk {
    let desk = logged();
    let policy = |_| twosource::domain::ReviewPolicy { required: 2, not_by_logger: true };
    desk.store().set_review_policy(&signature(), policy).unwrap();
    desk
}

fn by(desk: &Desk, who: &str, arguments: &[&str]) -> Answer {
    desk.run(&[&["--actor", who], arguments].concat())
}

fn reviews(desk: &Desk) -> usize {
    let shown = desk.run(&["claim", "show", "c1", "--format", "json"]).succeeds().stdout;
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    shown["reviews"].as_array().unwrap().len()
}

#[test]
fn a_verdict_is_recorded_and_shown() {
    let desk = logged();
    let note = [&SUPPORTED[..], &["--note", "Read it."]].concat();
    insta::assert_snapshot!(by(&desk, "Ben", &note).succeeds(), @"
    --- stderr
    recorded that Ben finds c1 supported
    c1: agreed: supported (Ben)
    --- status 0
    ");
    let shown = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(shown.contains("review     agreed: supported (Ben)"), "{shown}");
    assert!(shown.contains("2026-11-02T14:05:00.000Z  Ben  supported  Read it."), "{shown}");
    let history = desk.run(&["history", "c1"]).succeeds().stdout;
    assert!(history.contains("Ben  review\n  review of c1 by Ben added"), "{history}");
}

#[test]
fn it_takes_as_many_as_the_casebook_asks_for() {
    let desk = of_two();
    let first = by(&desk, "Ben", &SUPPORTED).succeeds().stderr;
    assert!(first.ends_with("c1: in review: supported, 1 of 2 reviewers (Ben)\n"), "{first}");
    let found = desk.run(&["check", "--rule", "unreviewed-claim"]).stdout;
    assert!(found.contains("in review: supported, 1 of 2 reviewers (Ben)"), "{found}");
    let second = by(&desk, "Vera", &SUPPORTED).succeeds().stderr;
    assert!(second.ends_with("c1: agreed: supported (Ben, Vera)\n"), "{second}");
    let found = desk.run(&["check", "--rule", "unreviewed-claim"]).succeeds();
    assert_eq!(found.stdout, "", "{found}");
}

#[test]
fn who_logged_the_claim_is_refused_where_others_must_judge() {
    let desk = of_two();
    insta::assert_snapshot!(by(&desk, " ada", &SUPPORTED).fails(), @"
    --- stderr
    error: ada has logged `c1`, and in this casebook nobody reviews a claim of their own
    hint: anybody else can review it, as --actor NAME; what this casebook asks for: twosource review set
    --- status 2
    ");
    assert_eq!(reviews(&desk), 0);
    let desk = logged();
    desk.run(&SUPPORTED).succeeds();
    // Nor to say the same again, once the casebook asks for others.
    desk.run(&["review", "set", "--not-by-logger"]).succeeds();
    desk.run(&SUPPORTED).fails();
    let shown = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(shown.contains("nobody but who logged it has reviewed it"), "{shown}");
    assert!(shown.contains("(does not count: logged the claim)"), "{shown}");
}

#[test]
fn disagreement_is_told_as_such() {
    let desk = logged();
    by(&desk, "Ben", &SUPPORTED).succeeds();
    let refuted = ["review", "c1", "--verdict", "refuted"];
    let answer = by(&desk, "Vera", &refuted).succeeds();
    let told = "2 reviewers disagree: supported (Ben), refuted (Vera)";
    assert!(answer.stderr.contains(told), "{answer}");
    let found = desk.run(&["check", "--rule", "disagreeing-reviews"]);
    assert_eq!(found.status, Some(1));
    assert!(found.stdout.contains(told), "{found}");
    by(&desk, "Ben", &refuted).succeeds();
    desk.run(&["check", "--rule", "disagreeing-reviews"]).succeeds();
}

#[test]
fn who_says_the_same_again_hears_so_and_a_note_makes_it_new() {
    let desk = logged();
    by(&desk, "Ben", &SUPPORTED).succeeds();
    insta::assert_snapshot!(by(&desk, "ben", &SUPPORTED).succeeds(), @r#"
    --- stderr
    nothing new: Ben found c1 supported on 2026-11-02 already, on the same evidence
    hint: a note makes it a new review: --note "…"
    c1: agreed: supported (Ben)
    --- status 0
    "#);
    assert_eq!(reviews(&desk), 1);
    by(&desk, "Ben", &[&SUPPORTED[..], &["--note", "Why."]].concat()).succeeds();
    assert_eq!(reviews(&desk), 2);
    desk.run(&["source", "standing", "s1", "retracted"]).succeeds();
    by(&desk, "Ben", &SUPPORTED).succeeds();
    assert_eq!(reviews(&desk), 3);
    let shown = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert_eq!(shown.matches("(stale: ").count(), 2, "{shown}");
    let json = desk.run(&["claim", "show", "c1", "--format", "json"]).succeeds().stdout;
    assert_eq!(json.matches("\"counts\": true").count(), 1, "{json}");
    by(&desk, "Ben", &["review", "c1", "--verdict", "refuted"]).succeeds();
    let shown = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert_eq!(shown.matches("(judged anew since)").count(), 1, "{shown}");
}

#[test]
fn a_review_can_be_taken_back() {
    let desk = logged();
    by(&desk, "Ben", &SUPPORTED).succeeds();
    by(&desk, "Ben", &["undo"]).succeeds();
    assert_eq!(reviews(&desk), 0);
}

#[test]
fn an_unknown_verdict_names_the_nearest() {
    let answer = logged().run(&["review", "c1", "--verdict", "suported"]).fails();
    assert!(answer.stderr.contains("'supported'"), "{answer}");
    assert!(answer.stderr.contains("not-enough-evidence"), "{answer}");
}

#[test]
fn a_claim_that_is_gone_is_told_and_nothing_recorded() {
    let desk = logged();
    desk.run(&["claim", "add", "It rained.", "--key", "rain"]).succeeds();
    desk.run(&["claim", "remove", "rain"]).succeeds();
    let head = desk.run(&["history"]).succeeds().stdout;
    let answer = desk.run(&["review", "rain", "--verdict", "refuted"]).fails();
    assert!(answer.stderr.contains("there is no claim `rain`"), "{answer}");
    assert_eq!(desk.run(&["history"]).succeeds().stdout, head);
}

#[test]
fn a_reviewer_without_a_name_is_refused() {
    let desk = logged();
    let answer = by(&desk, "  ", &SUPPORTED).fails();
    assert!(answer.stderr.contains("nobody is named who makes this change"), "{answer}");
    assert_eq!(reviews(&desk), 0);
}

#[test]
fn what_is_missing_on_the_command_line_is_told() {
    let desk = logged();
    desk.run(&["review", "--verdict", "supported"]).fails();
    desk.run(&["review", "c1", "--note", "Why."]).fails();
    assert_eq!(reviews(&desk), 0);
}
