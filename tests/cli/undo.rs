use std::fs;

use crate::desk::Desk;

/// The casebook as a folder, in which nothing of the history is; with all files one after the other.
fn state(desk: &Desk) -> String {
    let folder = desk.path("state");
    let _ = fs::remove_dir_all(&folder);
    desk.run(&["export", "case", "--output", "state", "--include-confidential"]).succeeds();
    let mut names: Vec<_> = fs::read_dir(&folder).unwrap().map(|it| it.unwrap().path()).collect();
    names.sort();
    names.iter().map(|name| fs::read_to_string(name).unwrap()).collect()
}

/// The same records in an order of their own: what comes back stands behind what stayed.
fn records(desk: &Desk) -> Vec<String> {
    let mut lines: Vec<String> = state(desk).lines().map(str::to_owned).collect();
    lines.sort_unstable();
    lines
}

fn change(desk: &Desk, line: &[&str]) {
    desk.run(line).succeeds();
}

fn is_whole(desk: &Desk) {
    desk.run(&["doctor"]).succeeds();
}

/// A claim that cites one source, which comes from another.
fn a_case() -> Desk {
    let desk = Desk::new();
    change(&desk, &["claim", "add", "The bank paid nobody.", "--key", "c1"]);
    for (key, creator) in [("audit", "author: Sow, Awa"), ("wire", "author: Sow, Ewa")] {
        let add = ["source", "add", "--kind", "report", "--title", key, "--key", key];
        change(&desk, &[&add[..], &["--creator", creator]].concat());
    }
    change(&desk, &["cite", "c1", "audit", "--quote", "nothing was paid"]);
    change(&desk, &["source", "derive", "audit", "--from", "wire"]);
    desk
}

#[test]
fn the_last_change_is_taken_back_and_done_again() {
    let desk = a_case();
    let before = state(&desk);
    change(&desk, &["claim", "edit", "c1", "--statement", "The bank paid few."]);
    let edited = state(&desk);
    insta::assert_snapshot!(desk.run(&["undo", "--dry-run"]), @"
    --- stdout
      claim c1 changed
        statement  The bank paid few. → The bank paid nobody.
    --- stderr
    would undo change 6 (claim edit by Ada, 2026-11-02); nothing was changed
    --- status 0
    ");
    assert_eq!(state(&desk), edited);
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    --- stdout
      claim c1 changed
        statement  The bank paid few. → The bank paid nobody.
    --- stderr
    undid change 6 (claim edit by Ada, 2026-11-02), as change 7
    hint: to do it again: twosource undo 7
    --- status 0
    ");
    assert_eq!(state(&desk), before);
    is_whole(&desk);
    insta::assert_snapshot!(desk.run(&["undo", "6"]).fails(), @"
    --- stderr
    error: change 6 is undone already, by change 7
    hint: to do it again, undo that one: twosource undo 7
    --- status 2
    ");
    change(&desk, &["undo", "7"]);
    assert_eq!(state(&desk), edited);
    change(&desk, &["undo", "6"]);
    assert_eq!(state(&desk), before);
    is_whole(&desk);
}

#[test]
fn undo_after_undo_goes_further_back() {
    let desk = a_case();
    for _ in 0..5 {
        change(&desk, &["undo"]);
    }
    is_whole(&desk);
    assert_eq!(state(&desk), state(&Desk::new()));
    insta::assert_snapshot!(desk.run(&["undo"]).fails(), @"
    --- stderr
    error: there is nothing to undo
    hint: `twosource history` shows what was done
    --- status 2
    ");
}

/// Every command that changes records, each on the case of above.
const CHANGES: &[&[&str]] = &[
    &["claim", "add", "Another claim.", "--key", "c2"],
    &["claim", "edit", "c1", "--note", "seen", "--add-tag", "bank"],
    &["claim", "edit", "c1", "--key", "c9"],
    &["claim", "remove", "c1", "--cascade"],
    &["source", "add", "--kind", "letter", "--title", "A letter", "--key", "letter"],
    &["source", "edit", "audit", "--title", "The audit", "--creator", "author: Diop, Ba"],
    &["source", "edit", "audit", "--key", "audit-2019"],
    &["source", "remove", "audit", "--cascade"],
    &["source", "remove", "wire", "--cascade"],
    &["source", "standing", "audit", "retracted"],
    &["source", "derive", "audit", "--from", "wire", "--relation", "quotes"],
    &["source", "derive", "audit", "--from", "wire", "--remove"],
    &["cite", "c1", "wire", "--attributed-to", "audit"],
    &["citation", "edit", "1", "--source", "wire", "--quote", "few were paid"],
    &["citation", "remove", "1"],
    &["creator", "rename", "Sow, Awa", "Sow, Awa K.", "--keep-alias"],
    &["creator", "alias", "add", "Sow, Awa", "Sow, A."],
    &["creator", "distinct", "Sow, Awa", "Sow, Ewa"],
    &["waive", "c1", "single-source", "--reason", "the court says so"],
    &["rule", "set", "missing-locator", "--severity", "off"],
    &["claim", "assign", "c1", "Ben", "Cem"],
    &["review", "set", "--required", "2", "--not-by-logger"],
];

#[test]
fn every_change_can_be_taken_back() {
    let desk = a_case();
    let before = records(&desk);
    let mut done = 5;
    for line in CHANGES {
        change(&desk, line);
        done += 1;
        let after = records(&desk);
        assert_ne!(after, before, "{line:?} changed nothing");
        change(&desk, &["undo"]);
        assert_eq!(records(&desk), before, "{line:?} was not taken back");
        change(&desk, &["undo", &(done + 1).to_string()]);
        assert_eq!(records(&desk), after, "{line:?} was not done again");
        change(&desk, &["undo", &done.to_string()]);
        done += 3;
    }
    is_whole(&desk);
}

#[test]
fn an_import_is_taken_back_whole() {
    let desk = a_case();
    let before = state(&desk);
    fs::create_dir(desk.path("in")).unwrap();
    let files = [
        ("sources.csv", "key,kind,title\naudit,report,The audit\nletter,letter,A letter\n"),
        ("claims.csv", "key,statement\nc2,Another claim.\n"),
        ("citations.csv", "claim,source\nc2,letter\nc1,letter\n"),
        ("lineage.csv", "source,origin\nwire,letter\n"),
        ("reviews.csv", "claim,reviewer,verdict,reviewed_at\nc1,Ben,supported,2026-11-01\n"),
        ("rules.csv", "rule,severity,actor,set_at\nmissing-locator,off,Ben,2026-11-01\n"),
        (
            "assignments.csv",
            "claim,reviewer,assigned_by,assigned_at\nc2,Ben,Ada,2026-11-01\nc1,Cem,Ada,2026-11-01\n",
        ),
        ("review_policy.csv", "required,not_by_logger,actor,set_at\n2,yes,Ben,2026-11-01\n"),
    ];
    for (name, text) in files {
        fs::write(desk.path("in").join(name), text).unwrap();
    }
    change(&desk, &["import", "in", "--update"]);
    let imported = records(&desk);
    insta::assert_snapshot!(desk.run(&["undo"]).fails(), @"
    --- stderr
    error: this would take back change 6 (import by Ada, 2026-11-02), with 12 records, and nobody is there to ask
    hint: `twosource undo --dry-run` shows what would be different; if that is what you want: twosource undo 6, or add --yes
    --- status 2
    ");
    assert_eq!(records(&desk), imported);
    change(&desk, &["undo", "--yes"]);
    assert_eq!(state(&desk), before);
    is_whole(&desk);
    change(&desk, &["undo", "7"]);
    assert_eq!(records(&desk), imported);
    is_whole(&desk);
}

#[test]
fn what_later_changes_lean_on_stays() {
    let desk = a_case();
    let refused = |number: &str| desk.run(&["undo", number]).fails().stderr;
    insta::assert_snapshot!(refused("1"), @"
    error: change 1 was not undone: citation 1 of `audit` by claim `c1` leans on claim `c1` (change 4, cite by Ada, 2026-11-02)
    hint: see what was done since: twosource history --change 4; to take that back first: twosource undo 4
    ");
    insta::assert_snapshot!(refused("3"), @"
    error: change 3 was not undone: the entry that `audit` reports `wire` leans on source `wire` (change 5, source derive by Ada, 2026-11-02)
    hint: see what was done since: twosource history --change 5; to take that back first: twosource undo 5
    ");
    change(&desk, &["citation", "edit", "1", "--note", "seen", "--actor", "Ben"]);
    insta::assert_snapshot!(refused("4"), @"
    error: change 4 was not undone: citation 1 of `audit` by claim `c1` was changed since (change 6, citation edit by Ben, 2026-11-02)
    hint: see what was done since: twosource history --change 6; to take that back first: twosource undo 6
    ");
    change(&desk, &["claim", "remove", "c1", "--cascade"]);
    insta::assert_snapshot!(refused("6"), @"
    error: change 6 was not undone: citation 1 of `audit` by claim `c1` is not there any more (change 7, claim remove by Ada, 2026-11-02)
    hint: see what was done since: twosource history --change 7; to take that back first: twosource undo 7
    ");
    is_whole(&desk);
}

#[test]
fn an_import_that_others_built_on_stays() {
    let desk = Desk::with_the_article();
    change(&desk, &["claim", "edit", "terrorism-exported", "--note", "seen"]);
    insta::assert_snapshot!(desk.run(&["undo", "1"]).fails(), @"
    --- stderr
    error: change 1 was not undone: claim `terrorism-exported`, which came with it, was changed since (change 2, claim edit by Ada, 2026-11-02)
    hint: see what was done since: twosource history --change 2; to take that back first: twosource undo 2
    --- status 2
    ");
    // What was taken back is as it was.
    change(&desk, &["undo"]);
    change(&desk, &["undo", "1"]);
    is_whole(&desk);
}

#[test]
fn the_last_change_of_somebody_else_has_to_be_named() {
    let desk = a_case();
    insta::assert_snapshot!(desk.run(&["undo", "--actor", "Ben"]).fails(), @"
    --- stderr
    error: the last change, 5, was made by Ada
    hint: to undo it all the same, name it: twosource undo 5
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["undo", "99"]).fails(), @"
    --- stderr
    error: there is no change number 99
    hint: the last change is number 5; `twosource history` shows all of them
    --- status 2
    ");
}

#[test]
fn many_records_are_not_taken_back_by_a_slip() {
    let desk = a_case();
    for number in 0..25 {
        change(&desk, &["cite", "c1", "wire", "--quote", &number.to_string()]);
    }
    change(&desk, &["source", "remove", "wire", "--cascade"]);
    let before = records(&desk);
    let answer = desk.run(&["undo"]).fails();
    assert!(answer.stderr.contains("nobody is there to ask"), "{answer}");
    assert_eq!(records(&desk), before);
    // Who names the change means it.
    change(&desk, &["undo", "31"]);
    assert_ne!(records(&desk), before);
    is_whole(&desk);
}

#[test]
fn several_later_changes_are_named_in_the_order_to_take_them_back() {
    let desk = a_case();
    for note in ["seen", "seen twice", "never mind", "checked"] {
        change(&desk, &["claim", "edit", "c1", "--note", note]);
    }
    change(&desk, &["undo", "9"]);
    change(&desk, &["claim", "edit", "c1", "--claimant", "The bank"]);
    insta::assert_snapshot!(desk.run(&["undo", "6"]).fails(), @"
    --- stderr
    error: change 6 was not undone: claim `c1` was changed since (change 7, claim edit by Ada, 2026-11-02)
    hint: 3 later changes of it have to be taken back first, the latest before the others: twosource undo 11, twosource undo 8, twosource undo 7
    --- status 2
    ");
    for number in ["11", "8", "7", "6"] {
        change(&desk, &["undo", number]);
    }
    is_whole(&desk);
}

#[test]
fn later_changes_of_settings_are_named_and_no_undoing_of_one() {
    let lines = |kind: &str, value: &'static str| match kind {
        "policy" => vec!["review", "set", "--required", value],
        _ => vec!["rule", "set", "single-source", "--severity", value],
    };
    for (kind, values) in
        [("policy", ["2", "3", "4", "5"]), ("severity", ["error", "info", "warning", "off"])]
    {
        let desk = Desk::new();
        for value in &values[..3] {
            change(&desk, &lines(kind, value));
        }
        // Another setting is none of its changes.
        change(&desk, &["rule", "set", "contested-claim", "--severity", "off"]);
        change(&desk, &["undo", "3"]);
        let refused = desk.run(&["undo", "1"]).fails().stderr;
        assert!(refused.contains("was changed since (change 2, "), "{refused}");
        assert!(refused.ends_with("first: twosource undo 2\n"), "{refused}");
        change(&desk, &lines(kind, values[3]));
        let refused = desk.run(&["undo", "1"]).fails().stderr;
        let all = "the latest before the others: twosource undo 6, twosource undo 2\n";
        assert!(refused.ends_with(all), "{refused}");
        for number in ["6", "2", "1"] {
            change(&desk, &["undo", number]);
        }
        is_whole(&desk);
    }
}

#[test]
fn what_was_undone_already_is_not_named_as_what_to_undo_first() {
    let desk = a_case();
    for note in ["one", "two"] {
        change(&desk, &["claim", "edit", "c1", "--note", note]);
    }
    change(&desk, &["undo", "7"]);
    change(&desk, &["claim", "edit", "c1", "--note", "three"]);
    let refused = desk.run(&["undo", "6"]).fails().stderr;
    assert!(refused.ends_with("first: twosource undo 9\n"), "{refused}");
    for number in ["9", "6"] {
        change(&desk, &["undo", number]);
    }
    is_whole(&desk);
}

#[test]
fn of_what_leans_on_a_record_all_later_changes_are_named() {
    let desk = a_case();
    change(&desk, &["citation", "edit", "1", "--note", "seen"]);
    let refused = desk.run(&["undo", "1"]).fails().stderr;
    assert!(
        refused.ends_with("before the others: twosource undo 6, twosource undo 4\n"),
        "{refused}"
    );
    change(&desk, &["undo", "6"]);
    let refused = desk.run(&["undo", "1"]).fails().stderr;
    assert!(refused.ends_with("first: twosource undo 4\n"), "{refused}");
    for number in ["4", "1"] {
        change(&desk, &["undo", number]);
    }
    is_whole(&desk);
}
