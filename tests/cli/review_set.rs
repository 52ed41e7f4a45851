use std::fs;

use crate::desk::Desk;

fn told(desk: &Desk, arguments: &[&str]) -> String {
    desk.run(&[&["review", "set"][..], arguments].concat()).succeeds().stderr
}

#[test]
fn the_policy_is_set_shown_and_taken_back() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["review", "set"]).succeeds(), @"
    --- stdout
    for a verdict to stand  one reviewer is enough, whoever that is
    set                     by nobody: that is how a new casebook is
    --- status 0
    ");
    insta::assert_snapshot!(told(&desk, &["--required", "2", "--not-by-logger"]), @"for a verdict to stand, 2 reviewers must agree, none of them who logged the claim");
    insta::assert_snapshot!(told(&desk, &["--required", "2"]), @"for a verdict to stand, 2 reviewers must agree, none of them who logged the claim, as before");
    insta::assert_snapshot!(told(&desk, &["--required", "3"]), @"for a verdict to stand, 3 reviewers must agree, none of them who logged the claim");
    insta::assert_snapshot!(told(&desk, &["--by-anybody"]), @"for a verdict to stand, 3 reviewers must agree, whoever they are");
    insta::assert_snapshot!(told(&desk, &["--required", "1", "--not-by-logger"]), @"for a verdict to stand, one reviewer is enough, but not who logged the claim");
    insta::assert_snapshot!(desk.run(&["review", "set"]).succeeds(), @"
    --- stdout
    for a verdict to stand  one reviewer is enough, but not who logged the claim
    set                     by Ada on 2026-11-02
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["history", "--change", "4"]).succeeds(), @"
    --- stdout
    change 4  2026-11-02 14:05 UTC  Ada  review set
      review policy changed
        required       3 → 1
        not_by_logger  no → yes
    --- status 0
    ");
    desk.run(&["undo"]).succeeds();
    assert_eq!(
        told(&desk, &["--required", "3"]),
        "for a verdict to stand, 3 reviewers must agree, whoever they are, as before\n"
    );
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn programs_are_told_it() {
    let desk = Desk::new();
    let shown = |arguments: &[&str]| -> serde_json::Value {
        let arguments = [&["review", "set", "--format", "json"][..], arguments].concat();
        serde_json::from_str(&desk.run(&arguments).succeeds().stdout).unwrap()
    };
    let own = serde_json::json!({
        "required": 1, "not_by_logger": false, "set_by": null, "set_at": null
    });
    assert_eq!(shown(&[]), own);
    let set = serde_json::json!({
        "required": 2, "not_by_logger": true, "set_by": "Ada", "set_at": "2026-11-02T14:05:00.000Z"
    });
    assert_eq!(shown(&["--required", "2", "--not-by-logger"]), set);
    assert_eq!(shown(&[]), set);
    let csv = desk.run(&["review", "set", "--format", "csv"]).succeeds().stdout;
    assert_eq!(csv, "required,not_by_logger,set_by,set_at\n2,true,Ada,2026-11-02T14:05:00.000Z\n");
}

#[test]
fn bad_input_is_told() {
    let desk = Desk::new();
    let fails =
        |arguments: &[&str]| desk.run(&[&["review", "set"][..], arguments].concat()).fails();
    insta::assert_snapshot!(fails(&["--required", "0"]), @"
    --- stderr
    error: --required: `0` is no number of reviewers
    hint: say how many must agree, from 1 to 9
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["--required", "10"]), @"
    --- stderr
    error: --required: `10` is no number of reviewers
    hint: say how many must agree, from 1 to 9
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["--required", "two"]), @"
    --- stderr
    error: --required: `two` is no number of reviewers
    hint: say how many must agree, from 1 to 9
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["--by-anybody", "--not-by-logger"]), @"
    --- stderr
    error: the argument '--by-anybody' cannot be used with '--not-by-logger'
    hint: `twosource review set --help` explains it
    --- status 2
    ");
    assert!(desk.run(&["history"]).succeeds().stdout.is_empty(), "nothing was set");
}

#[test]
fn a_case_carries_it() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["export", "case", "--output", "before"]).succeeds();
    assert!(!desk.path("before/review_policy.csv").exists(), "nothing is set, so there is no file");
    told(&desk, &["--required", "2", "--not-by-logger"]);
    desk.run(&["export", "case", "--output", "out"]).succeeds();
    let file = fs::read_to_string(desk.path("out/review_policy.csv")).unwrap();
    assert_eq!(file, "required,not_by_logger,actor,set_at\n2,yes,Ada,2026-11-02T14:05:00.000Z\n");

    desk.run(&["init", "second.db"]).succeeds();
    let second =
        |arguments: &[&str]| desk.run(&[&["--casebook", "second.db"][..], arguments].concat());
    assert!(second(&["import", "out"]).succeeds().stderr.contains("1 review setting"));
    second(&["export", "case", "--output", "again"]).succeeds();
    assert_eq!(fs::read_to_string(desk.path("again/review_policy.csv")).unwrap(), file);
    assert!(second(&["import", "out"]).succeeds().stderr.contains("nothing new"));

    let write = |text: &str| fs::write(desk.path("out/review_policy.csv"), text).unwrap();
    write(&file.replace("2,yes,Ada", "3,TRUE,Ben"));
    insta::assert_snapshot!(second(&["import", "out"]).fails(), @"
    --- stderr
    error: out/review_policy.csv, line 2, column `required`, value `3`: Ada has said already on 2026-11-02 what a verdict needs: 2 reviewers must agree, none of them who logged the claim
    hint: import with --update to change it
    --- status 2
    ");
    second(&["import", "out", "--update"]).succeeds();
    assert!(second(&["review", "set"]).succeeds().stdout.contains("3 reviewers must agree"));
    second(&["undo", "--yes"]).succeeds();
    assert!(second(&["review", "set"]).succeeds().stdout.contains("2 reviewers must agree"));
    second(&["doctor"]).succeeds();

    write(&(file.clone() + "3,no,Ben,2026-11-03\n"));
    desk.run(&["init", "third.db"]).succeeds();
    insta::assert_snapshot!(desk.run(&["--casebook", "third.db", "import", "out"]).fails(), @"
    --- stderr
    error: out/review_policy.csv, line 3, column `required`, value `3`: Ada has said already on 2026-11-02 what a verdict needs: 2 reviewers must agree, none of them who logged the claim
    hint: keep one of the two rows
    --- status 2
    ");
    for (row, told) in [
        ("0,yes,Ada,2026-11-02", "column `required`, value `0`: `0` is no number of reviewers"),
        ("two,yes,Ada,2026-11-02", "column `required`, value `two`: `two` is no number"),
        ("2,perhaps,Ada,2026-11-02", "value `perhaps`: `perhaps` is neither yes nor no"),
        ("2,no,,2026-11-02", "column `actor`, value ``: the actor is empty"),
    ] {
        write(&format!("required,not_by_logger,actor,set_at\n{row}\n"));
        let answer = second(&["import", "out"]).fails().stderr;
        assert!(answer.contains("line 2, ") && answer.contains(told), "{answer}");
    }
}
