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
    insta::assert_snapshot!(desk.run(&["claim", "show", "c2"]).succeeds(), @"");
    let shown = desk.run(&["claim", "show", "c2", "--format", "json"]).succeeds().stdout;
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    assert_eq!(shown["assigned_to"], serde_json::json!(["Ada", "Ben"]));
    insta::assert_snapshot!(desk.run(&["claim", "list", "--assigned-to", "ben"]).succeeds(), @"");
    let listed = desk.run(&["claim", "list", "--format", "csv"]).succeeds().stdout;
    let last = |line: usize| listed.lines().nth(line).unwrap().rsplit_once(',').unwrap().1;
    assert_eq!([last(0), last(1), last(2)], ["assigned_to", "", "Ada; Ben"], "{listed}");
    insta::assert_snapshot!(desk.run(&["claim", "list", "--assigned-to", "Bem"]).succeeds(), @"");
}

#[test]
fn a_name_that_may_be_mistyped_is_told() {
    let desk = two_claims();
    insta::assert_snapshot!(told(&desk, &["c1", "Bem"]), @"");
    // Who is not much like anybody is new.
    assert_eq!(told(&desk, &["c2", "Cem Özdemir"]), "claim c2 is assigned to Cem Özdemir\n");
}

#[test]
fn who_logged_it_is_told_where_they_are_no_reviewer() {
    let desk = two_claims();
    desk.run(&["review", "set", "--not-by-logger"]).succeeds();
    insta::assert_snapshot!(told(&desk, &["c1", "ben"]), @"");
}

#[test]
fn bad_input_is_told() {
    let desk = two_claims();
    let fails =
        |arguments: &[&str]| desk.run(&[&["claim", "assign"][..], arguments].concat()).fails();
    insta::assert_snapshot!(fails(&["c1", " "]), @"");
    insta::assert_snapshot!(fails(&["c1"]), @"");
    insta::assert_snapshot!(fails(&["c1", "Ben", "--nobody"]), @"");
    insta::assert_snapshot!(fails(&["c1", "--remove", "Ben"]), @"");
    told(&desk, &["c1", "Ben"]);
    insta::assert_snapshot!(fails(&["c1", "--remove", "Bem"]), @"");
    insta::assert_snapshot!(fails(&["c1", "--remove", ""]), @"");
    desk.run(&["claim", "remove", "c2"]).succeeds();
    insta::assert_snapshot!(fails(&["c2", "Ben"]), @"");
    insta::assert_snapshot!(fails(&["c2", "--nobody"]), @"");
}

#[test]
fn it_stands_against_removing_the_claim() {
    let desk = two_claims();
    told(&desk, &["c2", "Ben"]);
    insta::assert_snapshot!(desk.run(&["claim", "remove", "c2"]), @"");
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
    insta::assert_snapshot!(file, @"");

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
    second(&["undo"]).succeeds();
    second(&["doctor"]).succeeds();
    second(&["undo", "1"]).succeeds();
    second(&["doctor"]).succeeds();
    assert!(second(&["claim", "list"]).succeeds().stderr.contains("no claims"));

    let wrong = "claim,reviewer,assigned_by,assigned_at\nc1,,Ada,2026-11-02\nc1,Ben,,2026-11-02\n\
                 c1,Ben,Ada,soon\nc1,Ben,Ada,2026-11-02\nc7,Ben,Ada,2026-11-02\n";
    std::fs::write(desk.path("out/assignments.csv"), wrong).unwrap();
    insta::assert_snapshot!(second(&["import", "out"]).fails(), @"");
}
