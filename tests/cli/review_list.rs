use serde_json::Value;

use crate::desk::{Desk, signature};

/// Four claims: the third has a fallen source, the second is of high priority, the fourth stands before
/// the first in the work.
fn four() -> Desk {
    let desk = Desk::new();
    desk.run(&["source", "add", "The text", "--kind", "report", "--key", "text"]).succeeds();
    desk.run(&["source", "add", "A book", "--kind", "book", "--key", "book"]).succeeds();
    let add = |rest: &[&str]| desk.run(&[&["claim", "add"], rest].concat()).succeeds();
    add(&["The bank paid.", "--appears-in", "text", "--appears-at", "page 12"]);
    add(&["The bridge fell.", "--priority", "high"]);
    add(&["It rained."]);
    add(&["It snowed.", "--appears-in", "text", "--appears-at", "page 3"]);
    desk.run(&["cite", "c3", "book"]).succeeds();
    desk.run(&["source", "standing", "book", "retracted"]).succeeds();
    desk
}

fn judge(desk: &Desk, who: &str, claim: &str, verdict: &str) {
    desk.run(&["--actor", who, "review", claim, "--verdict", verdict]).succeeds();
}

fn listed(desk: &Desk, who: &str, options: &[&str]) -> Vec<Value> {
    let command = [&["--actor", who, "review", "list", "--format", "json"], options].concat();
    serde_json::from_str(&desk.run(&command).succeeds().stdout).unwrap()
}

fn keys(desk: &Desk, who: &str, options: &[&str]) -> String {
    let listed = listed(desk, who, options);
    let keys: Vec<_> = listed.iter().map(|claim| claim["key"].as_str().unwrap()).collect();
    keys.join(" ")
}

#[test]
fn the_worst_come_first_then_what_does_harm_then_as_the_work_has_them() {
    assert_eq!(keys(&four(), "Ben", &[]), "c3 c2 c4 c1");
}

#[test]
fn people_see_it_as_a_table() {
    let desk = four();
    desk.store().assign(&signature(), "c4", &["Ben".to_owned(), "Vera".to_owned()]).unwrap();
    judge(&desk, "Vera", "c4", "refuted");
    judge(&desk, "Cy", "c4", "supported");
    insta::assert_snapshot!(desk.run(&["review", "list"]).succeeds(), @"
    --- stdout
    key  findings            review      assigned to  statement
    ───  ──────────────────  ──────────  ───────────  ────────────────────────────────
    c3   1 error, 1 warning  unreviewed               It rained.
    c2   1 warning           unreviewed               (high priority) The bridge fell.
    c4   2 warnings          disagreed   Ben, Vera    It snowed.
    c1   1 warning           unreviewed               The bank paid.
    --- stderr
    4 claims need a look by Ada
    hint: go through them: twosource review; or one by one: twosource claim show c3, then twosource review c3 --verdict …
    --- status 0
    ");
}

#[test]
fn what_is_agreed_or_judged_by_oneself_is_left_out() {
    let desk = four();
    judge(&desk, "Vera", "c1", "supported");
    assert_eq!(keys(&desk, "Ben", &[]), "c3 c2 c4");
    judge(&desk, "Ben", "c4", "supported");
    judge(&desk, "Vera", "c4", "refuted");
    // They disagree: each of the two has to look again, or a third.
    assert_eq!(keys(&desk, "ben", &[]), "c3 c2 c4");
    assert_eq!(keys(&desk, "Cy", &[]), "c3 c2 c4");
    judge(&desk, "Ben", "c4", "refuted");
    assert_eq!(keys(&desk, "Vera", &[]), "c3 c2");
}

#[test]
fn a_table_for_programs_says_which_review_does_not_count() {
    let desk = four();
    judge(&desk, "Ada", "c1", "supported");
    desk.run(&["review", "set", "--required", "1", "--not-by-logger"]).succeeds();
    let csv = desk.run(&["review", "list", "--all", "--format", "csv"]).succeeds().stdout;
    assert!(csv.contains("Ada: supported (does not count: logged the claim)"), "{csv}");
}

#[test]
fn where_others_must_judge_ones_own_claims_are_left_out() {
    let desk = four();
    let policy = |_| twosource::domain::ReviewPolicy { required: 2, not_by_logger: true };
    desk.store().set_review_policy(&signature(), policy).unwrap();
    assert_eq!(keys(&desk, "Ada", &[]), "");
    judge(&desk, "Vera", "c1", "supported");
    assert_eq!(keys(&desk, "Ben", &[]), "c3 c2 c4 c1");
    assert_eq!(keys(&desk, "Vera", &[]), "c3 c2 c4");
    let claim = &listed(&desk, "Ben", &["--state", "in-review"])[0];
    assert_eq!((&claim["agreeing"], &claim["required"]), (&1.into(), &2.into()));
    assert_eq!(claim["verdict"], Value::Null);
}

#[test]
fn filters_choose_whoever_has_judged() {
    let desk = four();
    judge(&desk, "Ada", "c1", "supported");
    judge(&desk, "Ada", "c3", "refuted");
    assert_eq!(keys(&desk, "Ada", &["--verdict", "refuted"]), "c3");
    assert_eq!(keys(&desk, "Ada", &["--verdict", "refuted", "--verdict", "supported"]), "c3 c1");
    assert_eq!(keys(&desk, "Ada", &["--state", "agreed"]), "c3 c1");
    assert_eq!(keys(&desk, "Ada", &["--state", "agreed", "--verdict", "supported"]), "c1");
    assert_eq!(keys(&desk, "Ada", &["--all"]), "c3 c2 c4 c1");
    desk.run(&["source", "standing", "book", "active"]).succeeds();
    assert_eq!(keys(&desk, "Ben", &["--stale"]), "c3");
    assert_eq!(keys(&desk, "Ben", &["--stale", "--state", "unreviewed"]), "c2 c3 c4");
}

#[test]
fn mine_are_those_that_are_assigned_to_me() {
    let desk = four();
    desk.store().assign(&signature(), "c2", &["Ben".to_owned()]).unwrap();
    desk.store().assign(&signature(), "c4", &["Vera".to_owned()]).unwrap();
    assert_eq!(keys(&desk, "ben ", &["--mine"]), "c2");
    judge(&desk, "Ben", "c2", "supported");
    assert_eq!(keys(&desk, "Ben", &["--mine"]), "");
    assert_eq!(keys(&desk, "Ben", &["--mine", "--all"]), "c2");
    let answer = desk.run(&["--actor", "Ben", "review", "list", "--mine"]).succeeds();
    assert!(answer.stderr.contains("no claim that is assigned to Ben needs a look by Ben"));
}

#[test]
fn programs_are_told_all() {
    let desk = four();
    judge(&desk, "Vera", "c3", "refuted");
    let claim = &listed(&desk, "Ada", &["--verdict", "refuted"])[0];
    insta::assert_snapshot!(serde_json::to_string_pretty(claim).unwrap(), @r#"
    {
      "key": "c3",
      "statement": "It rained.",
      "priority": "normal",
      "level": "unsupported",
      "state": "agreed",
      "verdict": "refuted",
      "agreeing": 1,
      "required": 1,
      "reviewers": [
        {
          "reviewer": "Vera",
          "verdict": "refuted",
          "reviewed_at": "2026-11-02T14:05:00.000Z",
          "counts": true,
          "stale": false
        }
      ],
      "assigned_to": [],
      "findings": [
        {
          "rule": "fallen-source",
          "severity": "error",
          "message": "book, which is cited for it, was retracted"
        },
        {
          "rule": "unsupported-claim",
          "severity": "warning",
          "message": "every source that supports it was withdrawn, retracted or overturned"
        },
        {
          "rule": "missing-locator",
          "severity": "info",
          "message": "nothing says where in book"
        }
      ]
    }
    "#);
    let csv = desk.run(&["review", "list", "--all", "--format", "csv"]).succeeds();
    let head: Vec<&str> = csv.stdout.lines().take(2).collect();
    insta::assert_snapshot!(head.join("\n"), @"
    key,statement,priority,level,state,verdict,agreeing,required,reviewers,assigned_to,findings
    c3,It rained.,normal,unsupported,agreed,refuted,1,1,Vera: refuted,,fallen-source; unsupported-claim; missing-locator
    ");
}

#[test]
fn nothing_to_look_at_is_told() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["review", "list"]).succeeds(), @"
    --- stderr
    no claim needs a look by Ada
    hint: all claims with their reviews: twosource review list --all
    --- status 0
    ");
    assert_eq!(desk.run(&["review", "list", "--format", "json"]).succeeds().stdout, "[]\n");
}

#[test]
fn an_unknown_state_names_the_known() {
    let answer = Desk::new().run(&["review", "list", "--state", "stael"]).fails();
    assert!(answer.stderr.contains("'stale'"), "{answer}");
    Desk::new().run(&["review", "list", "--all", "--stale"]).fails();
}
