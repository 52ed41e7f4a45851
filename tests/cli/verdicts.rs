//! The verdict of a claim is the one that stands: enough reviewers give it, on the evidence as it is.

use crate::desk::Desk;

fn claim_with(reviews: &str) -> Desk {
    let desk = Desk::new();
    let case = desk.path("case");
    std::fs::create_dir(&case).unwrap();
    std::fs::write(case.join("claims.csv"), "key,statement\nc1,The bank paid.\n").unwrap();
    let reviews = format!("claim,reviewer,verdict,reviewed_at\n{reviews}");
    std::fs::write(case.join("reviews.csv"), reviews).unwrap();
    desk.run(&["import", "case"]).succeeds();
    desk
}

/// What `claim list` and `claim show` tell alike.
#[track_caller]
fn told(desk: &Desk) -> (String, String) {
    let json = |command: &[&str]| -> serde_json::Value {
        serde_json::from_str(&desk.run(command).succeeds().stdout).unwrap()
    };
    let listed = json(&["claim", "list", "--format", "json"])[0].clone();
    let shown = json(&["claim", "show", "c1", "--format", "json"]);
    for field in ["verdict", "review_state", "reviewers_agreeing", "reviewers_required"] {
        assert_eq!(listed[field], shown[field], "{field}");
    }
    (shown["verdict"].to_string(), shown["review_state"].as_str().unwrap().to_owned())
}

fn is(verdict: &str, state: &str) -> (String, String) {
    (verdict.to_owned(), state.to_owned())
}

#[test]
fn the_latest_review_of_a_person_is_the_latest_moment() {
    // 23:00 five hours east of Greenwich is earlier than 20:00 there.
    let desk = claim_with(
        "c1,Ben,refuted,2026-11-02T20:00:00Z\nc1,ben,supported,2026-11-02T23:00:00+05:00\n",
    );
    assert_eq!(told(&desk), is("\"refuted\"", "agreed"));
}

#[test]
fn none_stands_where_reviewers_disagree() {
    let desk = claim_with("c1,Ben,refuted,2026-11-02\nc1,Vera,supported,2026-11-02\n");
    assert_eq!(told(&desk), is("null", "disagreed"));
    let shown = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(shown.contains("2 reviewers disagree: refuted (Ben), supported (Vera)"), "{shown}");
}

#[test]
fn none_stands_where_the_evidence_has_changed() {
    let desk = claim_with("c1,Ben,refuted,2026-11-02\n");
    desk.run(&["claim", "edit", "c1", "--statement", "It paid."]).succeeds();
    assert_eq!(told(&desk), is("null", "stale"));
    let sheet = desk.run(&["export", "claims", "--format", "csv"]).succeeds().stdout;
    assert!(sheet.contains(",stale,"), "{sheet}");
    assert!(sheet.contains("Ben, 2026-11-02: refuted; does not hold any more: "), "{sheet}");
}

#[test]
fn the_verdict_that_stands_is_exported() {
    let desk = claim_with("c1,Ben,refuted,2026-11-02\nc1,Vera,refuted,2026-11-03\n");
    assert_eq!(told(&desk), is("\"refuted\"", "agreed"));
    let sheet = desk.run(&["export", "claims", "--format", "csv"]).succeeds().stdout;
    assert!(sheet.contains(",refuted,agreed,"), "{sheet}");
    let markup = desk.run(&["export", "claimreview"]).succeeds().stdout;
    assert!(markup.contains("Refuted") && markup.contains("2026-11-03"), "{markup}");
}

#[test]
fn a_verdict_on_which_reviewers_do_not_agree_is_not_published() {
    let desk = claim_with("c1,Ben,refuted,2026-11-02\nc1,Vera,supported,2026-11-03\n");
    let answer = desk.run(&["export", "claimreview"]).fails();
    assert!(answer.stderr.contains("enough reviewers who agree"), "{answer}");
    desk.run(&["claim", "add", "It rained."]).succeeds();
    desk.run(&["review", "c2", "--verdict", "supported"]).succeeds();
    let answer = desk.run(&["export", "claimreview"]).succeeds();
    assert!(answer.stdout.contains("It rained.") && !answer.stdout.contains("paid"), "{answer}");
    let told = "left out: 1 claim on which not enough reviewers agree";
    assert!(answer.stderr.contains(told), "{answer}");
}
