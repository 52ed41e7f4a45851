use crate::desk::Desk;

/// A desk with one claim, `c1`.
fn desk() -> Desk {
    let desk = Desk::new();
    let claim = ["claim", "add", "The bank paid.", "--tag", "money", "--note", "Ask the bank."];
    desk.run(&claim).succeeds();
    desk
}

/// The claim as JSON.
fn shown(desk: &Desk) -> serde_json::Value {
    let answer = desk.run(&["claim", "show", "c1", "--format", "json"]).succeeds();
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn changes_only_what_is_named() {
    let desk = desk();
    let answer = desk.run(&["claim", "edit", "c1", "--statement", "The bank paid 35 families."]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed claim c1
    --- status 0
    ");
    assert_eq!(shown(&desk)["statement"], "The bank paid 35 families.");
    assert_eq!(shown(&desk)["note"], "Ask the bank.");
}

#[test]
fn an_empty_value_takes_a_field_off() {
    let desk = desk();
    desk.run(&["claim", "edit", "c1", "--note", "", "--tag", ""]).succeeds();
    assert!(shown(&desk)["note"].is_null());
    assert_eq!(shown(&desk)["tags"].as_array().unwrap().len(), 0);
}

#[test]
fn tags_are_replaced_or_changed_one_by_one() {
    let desk = desk();
    desk.run(&["claim", "edit", "c1", "--tag", "bank", "--tag", "courts"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--add-tag", "money", "--remove-tag", "bank"]).succeeds();
    assert_eq!(shown(&desk)["tags"], serde_json::json!(["courts", "money"]));
    insta::assert_snapshot!(desk.run(&["claim", "edit", "c1", "--remove-tag", "crime"]).fails(), @"
    --- stderr
    error: claim `c1` has no tag `crime`
    hint: its tags are courts, money
    --- status 2
    ");
}

#[test]
fn works_are_replaced_with_their_places_kept() {
    let desk = Desk::with_the_article();
    let claim = ["claim", "add", "The bank paid.", "--key", "c1", "--appears-in", "menamm-2019"];
    desk.run(&[&claim[..], &["--appears-at", "page 3"]].concat()).succeeds();
    desk.run(&["claim", "edit", "c1", "--add-appearance", "iran-constitution"]).succeeds();
    let works = &shown(&desk)["appearances"];
    assert_eq!(works[0]["locator"], "page 3");
    assert_eq!(works[1]["source"], "iran-constitution");
}

#[test]
fn a_new_key_is_told() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["claim", "edit", "c1", "--key", "bank"]), @"
    --- stderr
    changed claim c1, now called bank
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["claim", "edit", "bnak", "--note", "x"]).fails(), @"
    --- stderr
    error: there is no claim `bnak`
    hint: did you mean `bank`?
    --- status 2
    ");
}

#[test]
fn what_is_so_already_is_no_change() {
    let desk = desk();
    insta::assert_snapshot!(desk.run(&["claim", "edit", "c1", "--tag", "money"]), @"
    --- stderr
    nothing to change: claim c1 is like that already
    --- status 0
    ");
}

#[test]
fn saying_nothing_to_change_is_a_mistake() {
    insta::assert_snapshot!(desk().run(&["claim", "edit", "c1"]).fails(), @r#"
    --- stderr
    error: nothing is said of what to change
    hint: name the field: twosource claim edit c1 --note "…"; `twosource claim edit --help` lists them all
    --- status 2
    "#);
}

#[test]
fn a_statement_cannot_be_taken_off() {
    let answer = desk().run(&["claim", "edit", "c1", "--statement", " "]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: the statement is empty
    hint: write what is claimed, in one sentence
    --- status 2
    ");
}

#[test]
fn who_replaces_what_somebody_else_wrote_hears_of_it() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid nobody.", "--key", "c1"]).succeeds();
    let ben = |arguments: &[&str]| desk.run(&[arguments, &["--actor", "Ben"]].concat());
    insta::assert_snapshot!(ben(&["claim", "edit", "c1", "--statement", "It paid few.", "--note", "x"]), @"
    --- stderr
    changed claim c1
    you replaced what Ada wrote on 2026-11-02 (change 1), statement: The bank paid nobody. → It paid few.
    hint: to put it back: twosource undo
    --- status 0
    ");
    // Of one's own words nothing is said, nor of a list, to which people add.
    insta::assert_snapshot!(ben(&["claim", "edit", "c1", "--note", "y", "--add-tag", "bank"]), @"
    --- stderr
    changed claim c1
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["claim", "edit", "c1", "--note", "", "--add-tag", "pay"]), @"
    --- stderr
    changed claim c1
    you replaced what Ben wrote on 2026-11-02 (change 3), note: y → (none)
    hint: to put it back: twosource undo
    --- status 0
    ");
}

#[test]
fn who_gets_to_judge_their_own_claim_by_an_edit_is_told() {
    let desk = desk();
    let edit =
        |logger: &str| desk.run(&["claim", "edit", "c1", "--logged-by", logger]).succeeds().stderr;
    assert_eq!(edit("Ben"), "changed claim c1\n");
    desk.run(&["review", "set", "--required", "1", "--not-by-logger"]).succeeds();
    insta::assert_snapshot!(edit("Zed"), @"
    changed claim c1
    warning: c1 is now logged by Zed: Ben, who had logged it, may review it, and a review of theirs counts; the history keeps it
    ");
    // Another spelling of one person is no other person.
    assert_eq!(edit("ZED"), "changed claim c1\n");
    let told = edit("");
    assert!(told.contains("warning: c1 is now logged by nobody: ZED, who had"), "{told}");
}
