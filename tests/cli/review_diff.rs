use serde_json::Value;

use crate::desk::Desk;

/// A claim that Ben has reviewed: it cites a paper that reports a wire.
fn reviewed() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    for key in ["wire", "paper"] {
        desk.run(&["source", "add", "A title", "--kind", "report", "--key", key]).succeeds();
    }
    desk.run(&["source", "derive", "paper", "--from", "wire"]).succeeds();
    desk.run(&["cite", "c1", "paper", "--locator", "page 3"]).succeeds();
    review(&desk, "Ben");
    desk
}

fn review(desk: &Desk, who: &str) {
    desk.run(&["--actor", who, "review", "c1", "--verdict", "supported"]).succeeds();
}

/// The records that are told, each with what became of it.
fn told(desk: &Desk, options: &[&str]) -> Vec<String> {
    let command = [&["review", "diff", "c1", "--format", "json"], options].concat();
    let diff: Value = serde_json::from_str(&desk.run(&command).succeeds().stdout).unwrap();
    assert_eq!(diff["complete"], true);
    let changes = diff["changes"].as_array().unwrap();
    let records = changes.iter().flat_map(|change| change["records"].as_array().unwrap());
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    records.map(|one| format!("{} {}", text(&one["name"]), text(&one["what"]))).collect()
}

#[test]
fn each_change_is_told_from_what_to_what() {
    let desk = reviewed();
    desk.run(&["source", "standing", "wire", "retracted"]).succeeds();
    desk.run(&["--actor", "Vera", "claim", "edit", "c1", "--statement", "It paid."]).succeeds();
    desk.run(&["cite", "c1", "wire", "--quote", "They paid"]).succeeds();
    desk.run(&["citation", "remove", "1"]).succeeds();
    insta::assert_snapshot!(desk.run(&["review", "diff", "c1"]).succeeds(), @"
    --- stdout
    change 7  2026-11-02 14:05 UTC  Ada  source standing
      source wire changed
        standing  active → retracted

    change 8  2026-11-02 14:05 UTC  Vera  claim edit
      claim c1 changed
        statement  The bank paid. → It paid.

    change 9  2026-11-02 14:05 UTC  Ada  cite
      citation 2 (c1 → wire) added
        claim   c1
        source  wire
        stance  supports
        quote   They paid

    change 10  2026-11-02 14:05 UTC  Ada  citation remove
      citation (c1 → paper) removed
        claim    c1
        source   paper
        stance   supports
        locator  page 3
    --- stderr
    4 changes in the evidence since the review of 2026-11-02 by Ben (supported)
    hint: judge it anew: twosource review c1 --verdict …
    --- status 0
    ");
    let found = desk.run(&["check", "--rule", "stale-review"]).stdout;
    assert!(found.contains("after the review of 2026-11-02 by Ben"), "{found}");
}

#[test]
fn what_is_no_evidence_is_not_told() {
    let desk = reviewed();
    desk.run(&["source", "edit", "wire", "--note", "Ask."]).succeeds();
    desk.run(&["claim", "edit", "c1", "--tag", "money"]).succeeds();
    desk.run(&["source", "add", "Elsewhere", "--kind", "report", "--key", "else"]).succeeds();
    insta::assert_snapshot!(desk.run(&["review", "diff", "c1"]).succeeds(), @"
    --- stderr
    the evidence for c1 is as it was at the review of 2026-11-02 by Ben (supported)
    --- status 0
    ");
    desk.run(&["source", "edit", "wire", "--title", "Another", "--note", "Asked."]).succeeds();
    assert_eq!(told(&desk, &[]), ["source wire changed"]);
    let fields = desk.run(&["review", "diff", "c1"]).succeeds().stdout;
    assert!(fields.contains("A title → Another") && !fields.contains("Ask"), "{fields}");
}

#[test]
fn what_was_taken_back_before_is_not_told() {
    let desk = reviewed();
    desk.run(&["source", "standing", "wire", "retracted"]).succeeds();
    desk.run(&["undo"]).succeeds();
    assert_eq!(told(&desk, &[]), Vec::<String>::new());
    desk.run(&["citation", "edit", "1", "--locator", "page 4"]).succeeds();
    assert_eq!(told(&desk, &[]), ["citation 1 (c1 → paper) changed"]);
}

#[test]
fn what_an_import_brought_is_told() {
    let desk = reviewed();
    std::fs::create_dir(desk.path("more")).unwrap();
    std::fs::write(desk.path("more/citations.csv"), "claim,source,quote\nc1,wire,Paid\n").unwrap();
    desk.run(&["import", "more"]).succeeds();
    assert_eq!(told(&desk, &[]), ["citation 2 (c1 → wire) added"]);
}

#[test]
fn the_reviewer_can_be_named() {
    let desk = reviewed();
    desk.run(&["claim", "edit", "c1", "--statement", "It paid."]).succeeds();
    review(&desk, "Vera");
    desk.run(&["claim", "edit", "c1", "--claimant", "Jo"]).succeeds();
    let of = |name| told(&desk, &["--since-review-of", name]).len();
    assert_eq!((of("vera"), of(" Ben"), told(&desk, &[]).len()), (1, 2, 1));
    review(&desk, "Vera");
    // Without a name the one that does not hold any more is meant.
    assert_eq!((of("Vera"), told(&desk, &[]).len()), (0, 2));
    let answer = desk.run(&["review", "diff", "c1", "--since-review-of", "Bem"]).fails();
    assert!(answer.stderr.contains("`Bem` has not reviewed `c1`"), "{answer}");
    assert!(answer.stderr.contains("did you mean `Ben`?"), "{answer}");
}

#[test]
fn under_another_key_it_is_the_same_claim() {
    let desk = reviewed();
    desk.run(&["claim", "edit", "c1", "--key", "bank"]).succeeds();
    let answer = desk.run(&["review", "diff", "bank"]).succeeds();
    assert!(answer.stderr.contains("is as it was at the review"), "{answer}");
    desk.run(&["claim", "edit", "bank", "--statement", "It paid."]).succeeds();
    let answer = desk.run(&["review", "diff", "bank"]).succeeds();
    assert!(answer.stdout.contains("The bank paid. → It paid."), "{answer}");
    assert!(answer.stderr.contains("1 change in the evidence since the review"), "{answer}");
}

#[test]
fn a_review_that_came_in_stale_has_no_history_here() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("case")).unwrap();
    std::fs::write(desk.path("case/claims.csv"), "key,statement\nc1,It rained.\n").unwrap();
    let reviews =
        "claim,reviewer,verdict,reviewed_at,ended\nc1,Ben,refuted,2026-01-01,2026-02-01\n";
    std::fs::write(desk.path("case/reviews.csv"), reviews).unwrap();
    desk.run(&["import", "case"]).succeeds();
    let answer = desk.run(&["review", "diff", "c1"]).succeeds();
    assert!(answer.stderr.contains("the history does not tell how"), "{answer}");
    assert_eq!(answer.stdout, "", "{answer}");
}

#[test]
fn without_a_review_or_claim_there_is_nothing_to_compare() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "It rained."]).succeeds();
    let answer = desk.run(&["review", "diff", "c1"]).fails();
    assert!(answer.stderr.contains("nobody has reviewed `c1`"), "{answer}");
    let answer = desk.run(&["review", "diff", "c2"]).fails();
    assert!(answer.stderr.contains("there is no claim `c2`"), "{answer}");
}

#[test]
fn spreadsheets_get_a_row_for_each_field() {
    let desk = reviewed();
    desk.run(&["source", "standing", "wire", "retracted"]).succeeds();
    insta::assert_snapshot!(desk.run(&["review", "diff", "c1", "--format", "csv"]).succeeds(), @"
    --- stdout
    change,at,actor,action,record,name,what,field,before,after
    7,2026-11-02T14:05:00.000Z,Ada,source standing,source,source wire,changed,standing,active,retracted
    --- status 0
    ");
}
