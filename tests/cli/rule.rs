use crate::desk::Desk;

#[test]
fn without_a_casebook_the_rules_have_their_own_severities() {
    let desk = Desk::empty();
    let answer = desk.run(&["rule"]).succeeds();
    assert_eq!(answer.stdout.lines().filter(|line| line.contains("warning")).count(), 12);
    let told = desk.run(&["rule", "single-origin"]).succeeds();
    assert!(told.stdout.starts_with("single-origin (warning): "), "{told}");
}

#[test]
fn an_unknown_rule_is_told_with_the_nearest() {
    insta::assert_snapshot!(Desk::new().run(&["rule", "singel-origin"]).fails(), @"
    --- stderr
    error: there is no rule `singel-origin`
    hint: did you mean `single-origin`?
    --- status 2
    ");
}

#[test]
fn a_severity_that_was_set_is_shown_with_who_and_when() {
    let desk = Desk::new();
    desk.run(&["rule", "set", "single-origin", "--severity", "error"]).succeeds();
    let listed = desk.run(&["rule"]).succeeds();
    let line = listed.stdout.lines().find(|line| line.starts_with("single-origin")).unwrap();
    assert!(line.contains("error"), "{line}");
    let told = desk.run(&["rule", "single-origin"]).succeeds();
    assert!(told.stdout.starts_with("single-origin (error): "), "{told}");
    let said = "error, set by Ada on 2026-11-02; the rule's own severity is warning.";
    assert!(told.stdout.ends_with(&format!("In this casebook\n  {said}\n")), "{told}");
}

#[test]
fn a_casebook_that_is_named_must_be_there() {
    let desk = Desk::new();
    desk.run(&["--casebook", "nowhere.db", "rule"]).fails();
}
