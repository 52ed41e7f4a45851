use std::fs;

use crate::sources::one_for_a_claim;

const CHECK: [&str; 4] = ["check", "--skip", "unreviewed-claim", "--fail-on=error"];

#[test]
fn the_findings_have_the_severity_that_was_set() {
    let desk = one_for_a_claim();
    assert_eq!(desk.run(&CHECK).status, Some(0));
    insta::assert_snapshot!(desk.run(&["rule", "set", "single-source", "--severity", "error"]).succeeds(), @"
    --- stderr
    single-source is error in this casebook
    --- status 0
    ");
    let answer = desk.run(&CHECK);
    assert_eq!(answer.status, Some(1));
    assert!(answer.stdout.contains("\n  error    rests on one source"), "{answer}");
    insta::assert_snapshot!(desk.run(&["rule", "set", "single-source", "--severity", "error"]).succeeds(), @"
    --- stderr
    single-source is error in this casebook already
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["rule", "set", "single-source", "--own"]).succeeds(), @"
    --- stderr
    single-source is warning again, the rule's own severity
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["rule", "set", "single-source", "--own"]).succeeds(), @"
    --- stderr
    single-source is warning already, the rule's own severity
    --- status 0
    ");
    assert_eq!(desk.run(&CHECK).status, Some(0));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_rule_that_is_off_finds_nothing_and_the_check_says_so() {
    let desk = one_for_a_claim();
    desk.run(&["rule", "set", "single-source", "--severity", "off"]).succeeds();
    insta::assert_snapshot!(desk.run(&["check", "--min-severity", "warning"]).succeeds(), @"
    --- stderr
    1 claim looked at, nothing found
    switched off in this casebook, not looked for: single-source
    --- status 0
    ");
    let asked = desk.run(&["check", "--rule", "single-source"]);
    assert_eq!(asked.status, Some(1), "asked for by name it runs: {asked}");
}

#[test]
fn bad_input_is_told() {
    let desk = one_for_a_claim();
    insta::assert_snapshot!(desk.run(&["rule", "set", "singel-source", "--severity", "error"]).fails(), @"
    --- stderr
    error: there is no rule `singel-source`
    hint: did you mean `single-source`?
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["rule", "set", "single-source", "--severity", "grave"]).fails(), @"
    --- stderr
    error: invalid value 'grave' for '--severity <SEVERITY>'
    hint: possible values: off, info, warning, error; `twosource rule set --help` explains it
    --- status 2
    ");
    desk.run(&["rule", "set", "single-source"]).fails();
}

#[test]
fn a_case_folder_carries_it() {
    let desk = one_for_a_claim();
    desk.run(&["export", "case", "--output", "before"]).succeeds();
    assert!(!desk.path("before/rules.csv").exists(), "nothing is set, so there is no file");
    desk.run(&["rule", "set", "single-source", "--severity", "info"]).succeeds();
    desk.run(&["export", "case", "--output", "out"]).succeeds();
    let file = fs::read_to_string(desk.path("out/rules.csv")).unwrap();
    let row = file.lines().nth(1).unwrap();
    assert!(row.starts_with("single-source,info,Ada,2026-11-02"), "{file}");

    desk.run(&["init", "second.db"]).succeeds();
    let second =
        |arguments: &[&str]| desk.run(&[&["--casebook", "second.db"][..], arguments].concat());
    second(&["import", "out"]).succeeds();
    second(&["export", "case", "--output", "again"]).succeeds();
    assert_eq!(fs::read_to_string(desk.path("again/rules.csv")).unwrap(), file);
    assert!(second(&["import", "out"]).succeeds().stderr.contains("1 severity setting"));

    let other = file.replace(",info,", ",error,");
    fs::write(desk.path("out/rules.csv"), &other).unwrap();
    insta::assert_snapshot!(second(&["import", "out"]).fails(), @"
    --- stderr
    error: out/rules.csv, line 2, column `rule`, value `single-source`: `single-source` is set already, to info by Ada on 2026-11-02
    hint: import with --update to change it
    --- status 2
    ");
    second(&["import", "out", "--update"]).succeeds();
    assert!(second(&["rule", "single-source"]).stdout.starts_with("single-source (error)"));
    second(&["doctor"]).succeeds();

    fs::write(desk.path("out/rules.csv"), other.replace(",error,", ",grave,")).unwrap();
    insta::assert_snapshot!(second(&["import", "out"]).fails(), @"
    --- stderr
    error: out/rules.csv, line 2, column `severity`, value `grave`: `grave` is not a severity
    hint: a severity is one of off, info, warning, error
    --- status 2
    ");
}
