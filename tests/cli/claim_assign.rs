use crate::desk::Desk;

/// Two claims; Ada and Ben have worked on them.
fn two_claims() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid.", "--logged-by", "Ben"]).succeeds();
    desk.run(&["claim", "add", "It paid late.", "--actor", "Ben"]).succeeds();
    desk
}

fn told(desk: &Desk, arguments: &[&str]) -> String {
    desk.run(&[&["claim", "assign"][..], arguments].concat()).succeeds().stderr
}

#[test]
fn a_claim_is_assigned_and_taken_back() {
    let desk = two_claims();
    assert_eq!(told(&desk, &["c1", "Ada"]), "claim c1 is assigned to Ada\n");
    assert_eq!(told(&desk, &["c1", "ada", "Ben"]), "claim c1 is assigned to Ada and Ben\n");
    assert_eq!(told(&desk, &["c1", "Ben"]), "claim c1 is assigned to Ada and Ben already\n");
    assert_eq!(
        told(&desk, &["c1", "--remove", "ADA"]),
        "claim c1 is not assigned to Ada any more; it is to Ben\n"
    );
    assert_eq!(
        told(&desk, &["c1", "--nobody"]),
        "claim c1 is assigned to nobody any more; it was to Ben\n"
    );
    assert_eq!(told(&desk, &["c1", "--nobody"]), "claim c1 is assigned to nobody already\n");
    let history = desk.run(&["history", "c1"]).succeeds().stdout;
    assert!(history.contains("assignment of c1 to Ada removed"), "{history}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn claim_show_and_list_tell_it() {
    let desk = two_claims();
    told(&desk, &["c2", "Ada", "Ben"]);
    insta::assert_snapshot!(desk.run(&["claim", "show", "c2"]).succeeds(), @"
    --- stdout
    c2: It paid late.

    level        unsupported: no source that counts bears it out
    nature       fact
    priority     normal
    logged by    Ben
    assigned to  Ada (by Ada on 2026-11-02)
    assigned to  Ben (by Ada on 2026-11-02)
    --- stderr
    hint: no source is cited for it yet: twosource cite c2 SOURCE
    --- status 0
    ");
    let shown = desk.run(&["claim", "show", "c2", "--format", "json"]).succeeds().stdout;
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["assigned_to"], serde_json::json!(["Ada", "Ben"]));
    insta::assert_snapshot!(desk.run(&["claim", "list", "--assigned-to", "ben"]).succeeds(), @"
    --- stdout
    key  level        sources  origins  statement
    ───  ───────────  ───────  ───────  ─────────────
    c2   unsupported        0        0  It paid late.
    --- stderr
    1 claim
    --- status 0
    ");
    let listed = desk.run(&["claim", "list", "--format", "csv"]).succeeds().stdout;
    let last = |line: usize| listed.lines().nth(line).unwrap().rsplit_once(',').unwrap().1;
    assert_eq!([last(0), last(1), last(2)], ["assigned_to", "", "Ada; Ben"], "{listed}");
    insta::assert_snapshot!(desk.run(&["claim", "list", "--assigned-to", "Bem"]).succeeds(), @"
    --- stderr
    no claim is like that
    hint: did you mean Ben?
    --- status 0
    ");
}

#[test]
fn a_name_that_may_be_mistyped_is_told() {
    let desk = two_claims();
    insta::assert_snapshot!(told(&desk, &["c1", "Bem"]), @"
    claim c1 is assigned to Bem
    hint: nobody called Bem has worked on this casebook, but Ben has; if that is who you mean: twosource undo
    ");
    // Who is not much like anybody is new.
    assert_eq!(told(&desk, &["c2", "Cem Özdemir"]), "claim c2 is assigned to Cem Özdemir\n");
}

#[test]
fn who_logged_it_is_told_where_they_are_no_reviewer() {
    let desk = two_claims();
    desk.run(&["review", "set", "--not-by-logger"]).succeeds();
    insta::assert_snapshot!(told(&desk, &["c1", "ben"]), @"
    claim c1 is assigned to ben
    hint: Ben logged the claim, and in this casebook nobody reviews what they logged themselves; to assign somebody else: twosource claim assign c1 NAME
    ");
}

#[test]
fn bad_input_is_told() {
    let desk = two_claims();
    let fails =
        |arguments: &[&str]| desk.run(&[&["claim", "assign"][..], arguments].concat()).fails();
    insta::assert_snapshot!(fails(&["c1", " "]), @"
    --- stderr
    error: the name of a reviewer is empty
    hint: name somebody: twosource claim assign c1 NAME
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["c1"]), @"
    --- stderr
    error: the following required arguments were not provided: <NAME>...
    hint: `twosource claim assign --help` explains it
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["c1", "Ben", "--nobody"]), @"
    --- stderr
    error: the argument '[NAME]...' cannot be used with '--nobody'
    hint: `twosource claim assign --help` explains it
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["c1", "--remove", "Ben"]), @"
    --- stderr
    error: claim `c1` is not assigned to `Ben`
    hint: it is assigned to nobody
    --- status 2
    ");
    told(&desk, &["c1", "Ben"]);
    insta::assert_snapshot!(fails(&["c1", "--remove", "Bem"]), @"
    --- stderr
    error: claim `c1` is not assigned to `Bem`
    hint: did you mean `Ben`?
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["c1", "--remove", ""]), @"
    --- stderr
    error: the name of a reviewer is empty
    hint: name somebody: twosource claim assign c1 NAME
    --- status 2
    ");
    desk.run(&["claim", "remove", "c2"]).succeeds();
    insta::assert_snapshot!(fails(&["c2", "Ben"]), @"
    --- stderr
    error: there is no claim `c2`
    hint: `twosource claim list` shows all keys
    --- status 2
    ");
    insta::assert_snapshot!(fails(&["c2", "--nobody"]), @"
    --- stderr
    error: there is no claim `c2`
    hint: `twosource claim list` shows all keys
    --- status 2
    ");
}

#[test]
fn it_stands_against_removing_the_claim() {
    let desk = two_claims();
    told(&desk, &["c2", "Ben"]);
    insta::assert_snapshot!(desk.run(&["claim", "remove", "c2"]), @"
    --- stderr
    error: claim c2 was not removed: 1 record leans on it, the assignment to Ben
    hint: to remove all of that too: twosource claim remove c2 --cascade
    --- status 2
    ");
    desk.run(&["claim", "remove", "c2", "--cascade"]).succeeds();
    desk.run(&["undo"]).succeeds();
    assert!(desk.run(&["claim", "show", "c2"]).succeeds().stdout.contains("Ben (by Ada"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_case_carries_it() {
    let desk = two_claims();
    desk.run(&["export", "case", "--output", "before"]).succeeds();
    assert!(!desk.path("before/assignments.csv").exists(), "nobody is assigned");
    told(&desk, &["c2", "Ada", "Ben"]);
    told(&desk, &["c1", "Ben"]);
    desk.run(&["export", "case", "--output", "out"]).succeeds();
    let file = std::fs::read_to_string(desk.path("out/assignments.csv")).unwrap();
    insta::assert_snapshot!(file, @"
    claim,reviewer,assigned_by,assigned_at
    c2,Ada,Ada,2026-11-02T14:05:00.000Z
    c2,Ben,Ada,2026-11-02T14:05:00.000Z
    c1,Ben,Ada,2026-11-02T14:05:00.000Z
    ");

    desk.run(&["init", "second.db"]).succeeds();
    let second =
        |arguments: &[&str]| desk.run(&[&["--casebook", "second.db"][..], arguments].concat());
    assert!(second(&["import", "out"]).succeeds().stderr.contains("3 assignments"));
    second(&["export", "case", "--output", "again"]).succeeds();
    assert_eq!(std::fs::read_to_string(desk.path("again/assignments.csv")).unwrap(), file);
    assert!(second(&["import", "out"]).succeeds().stderr.contains("unchanged: 2 claims, 3 assig"));

    // The same person again is one, whoever assigned it later; somebody else is another.
    let more =
        file.clone() + "c1,BEN,Cem,2026-12-01\nc1,Cem,Cem,2026-12-01\nc1,cem,Cem,2026-12-02\n";
    std::fs::write(desk.path("out/assignments.csv"), &more).unwrap();
    let told = second(&["import", "out"]).succeeds().stderr;
    assert!(told.contains("took in 1 assignment\n"), "{told}");
    second(&["undo", "--yes"]).succeeds();
    second(&["doctor"]).succeeds();
    second(&["undo", "1"]).succeeds();
    second(&["doctor"]).succeeds();
    assert!(second(&["claim", "list"]).succeeds().stderr.contains("no claims"));

    let wrong = "claim,reviewer,assigned_by,assigned_at\nc1,,Ada,2026-11-02\nc1,Ben,,2026-11-02\n\
                 c1,Ben,Ada,soon\nc1,Ben,Ada,2026-11-02\nc7,Ben,Ada,2026-11-02\n";
    std::fs::write(desk.path("out/assignments.csv"), wrong).unwrap();
    insta::assert_snapshot!(second(&["import", "out"]).fails(), @"
    --- stderr
    error: out/assignments.csv, line 2, column `reviewer`, value ``: the reviewer is empty
    hint: name who is to review the claim
    error: out/assignments.csv, line 3, column `assigned_by`, value ``: the assigned_by is empty
    hint: name who said so
    error: out/assignments.csv, line 4, column `assigned_at`, value `soon`: `soon` is not a day or a moment
    hint: write it as 2026-11-02 or 2026-11-02T14:05:00Z
    error: out/assignments.csv, line 6, column `claim`, value `c7`: there is no claim `c7`
    hint: add it to claims.csv, or add it to the casebook first
    --- status 2
    ");
}
