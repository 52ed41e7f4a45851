//! A day at the desk, as it is told in the README: two people log and cite, two judge and disagree, a source
//! is retracted, an editor exports, and the history shows it all.

use serde_json::Value;

use crate::desk::{Answer, Desk};

fn by(desk: &Desk, who: &str, arguments: &[&str]) -> Answer {
    desk.run(&[&["--actor", who], arguments].concat())
}

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let answer = desk.run(&[arguments, &["--format", "json"]].concat()).succeeds();
    serde_json::from_str(&answer.stdout).unwrap()
}

/// What Ada and Ben log in the morning: a claim, a report, and what somebody told Ben in confidence.
fn logged() -> Desk {
    let desk = Desk::new();
    let vera = ["review", "set", "--required", "2", "--not-by-logger"];
    by(&desk, "Vera", &vera).succeeds();
    let claim = ["claim", "add", "The owner knew of the crack in the hull.", "--key", "crack"];
    by(&desk, "Ada", &claim).succeeds();
    let report = ["source", "add", "Inspection report", "--kind", "report", "--key", "inspection"];
    let port = ["--issuer", "Port Authority", "--issued", "2025-03", "--lineage", "original"];
    by(&desk, "Ada", &[&report[..], &port].concat()).succeeds();
    let quote = ["cite", "crack", "inspection", "--locator", "page 7", "--quote", "It was shown."];
    by(&desk, "Ada", &quote).succeeds();
    let talk = ["source", "add", "Talk with a fitter of the yard", "--kind", "interview"];
    let brandt = ["--interviewee", "Brandt, Ida", "--issued", "2026-10", "--lineage", "original"];
    let hidden = ["--confidentiality", "confidential"];
    by(&desk, "Ben", &[&talk[..], &brandt, &hidden].concat()).succeeds();
    let cited = by(&desk, "Ben", &["cite", "crack", "interview-2026", "--quote", "I told them."]);
    assert!(cited.succeeds().stderr.contains("crack is now corroborated"));
    desk
}

const CONFIDENTIAL: [&str; 5] = ["Brandt", "brandt", "Ida", "fitter", "I told them."];

fn judge(desk: &Desk, who: &str, verdict: &str) -> Answer {
    by(desk, who, &["review", "crack", "--verdict", verdict])
}

/// What the claim has come to, as programs read it.
fn state(desk: &Desk) -> (String, Value) {
    let claim = json(desk, &["claim", "show", "crack"]);
    (claim["review_state"].as_str().unwrap().to_owned(), claim["verdict"].clone())
}

#[test]
fn two_log_two_judge_a_source_falls_an_editor_exports_and_the_history_shows_it_all() {
    let desk = logged();
    desk.run(&["backup", "morning.db"]).succeeds();

    // Who logged the claim does not judge it, and two who do may see it differently.
    judge(&desk, "Ada", "supported").fails();
    let first = judge(&desk, "Ben", "supported").succeeds().stderr;
    assert!(first.contains("crack: in review: supported, 1 of 2 reviewers (Ben)"), "{first}");
    let second = judge(&desk, "Cem", "not-enough-evidence").succeeds().stderr;
    let told = "crack: 2 reviewers disagree: supported (Ben), not-enough-evidence (Cem)";
    assert!(second.contains(told), "{second}");
    assert_eq!(state(&desk).1, Value::Null);
    let found = json(&desk, &["check", "--rule", "disagreeing-reviews", "--fail-on", "error"]);
    assert_eq!(found["summary"]["findings"], 1, "{found}");

    // Ada finds the better words; that ends both reviews, and now the two agree.
    let better = ["citation", "edit", "1", "--quote", "It was shown to the managing director."];
    by(&desk, "Ada", &better).succeeds();
    let changed = by(&desk, "Cem", &["review", "diff", "crack"]).succeeds().stdout;
    assert!(
        changed.contains("It was shown. → It was shown to the managing director."),
        "{changed}"
    );
    judge(&desk, "Ben", "supported").succeeds();
    judge(&desk, "Cem", "supported").succeeds();
    assert_eq!(state(&desk), ("agreed".to_owned(), "supported".into()));

    // The report is retracted: both reviews are stale, and say why.
    let fallen = by(&desk, "Ada", &["source", "standing", "inspection", "retracted"]).succeeds();
    assert!(fallen.stdout.contains("corroborated  single-source"), "{fallen}");
    assert_eq!(state(&desk), ("stale".to_owned(), Value::Null));
    let stale = json(&desk, &["review", "list", "--stale"]);
    assert_eq!(stale[0]["key"], "crack", "{stale}");
    let changed = by(&desk, "Ben", &["review", "diff", "crack"]).succeeds().stdout;
    assert!(changed.contains("standing  active → retracted"), "{changed}");
    assert_eq!(desk.run(&["check", "--claim", "crack"]).status, Some(1));

    the_editor_exports(&desk);
    the_history_shows_it_all(&desk);
}

fn the_editor_exports(desk: &Desk) {
    for export in [
        &["export", "footnotes"][..],
        &["export", "bibliography", "--style", "apa"],
        &["export", "claims", "--format", "csv"],
        &["export", "sources", "--format", "bibtex"],
        &["export", "case", "--format", "jsonl"],
        &["history", "export"],
    ] {
        let answer = desk.run(&[&["--actor", "Vera"], export].concat()).succeeds();
        for word in CONFIDENTIAL {
            assert!(!answer.stdout.contains(word), "{word} in {export:?}: {answer}");
        }
    }
    let notes = desk.run(&["export", "footnotes"]).succeeds().stdout;
    assert!(notes.to_lowercase().contains("confidential source 1"), "{notes}");
}

fn the_history_shows_it_all(desk: &Desk) {
    let changes = json(desk, &["history"]);
    let told: Vec<String> = changes
        .as_array()
        .unwrap()
        .iter()
        .rev()
        .map(|change| {
            format!("{}: {}", change["actor"].as_str().unwrap(), change["action"].as_str().unwrap())
        })
        .collect();
    assert_eq!(
        told,
        [
            "Vera: review set",
            "Ada: claim add",
            "Ada: source add",
            "Ada: cite",
            "Ben: source add",
            "Ben: cite",
            "Ben: review",
            "Cem: review",
            "Ada: citation edit",
            "Ben: review",
            "Cem: review",
            "Ada: source standing",
        ]
    );
    let answer = desk.run(&["history", "--verify", "morning.db"]).succeeds();
    let unchanged = "the history up to change 6 of 2026-11-02 is unchanged; 6 changes since";
    assert!(answer.stdout.contains(unchanged), "{answer}");
    desk.run(&["doctor"]).succeeds();
}
