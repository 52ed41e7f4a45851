use serde_json::Value;

use crate::desk::Desk;

fn json(desk: &Desk, arguments: &[&str]) -> Value {
    let answer = desk.run(&[&["history", "--format", "json"], arguments].concat()).succeeds();
    serde_json::from_str(&answer.stdout).unwrap()
}

/// The numbers of the changes that are told.
fn numbers(desk: &Desk, arguments: &[&str]) -> Vec<i64> {
    let changes = json(desk, arguments);
    changes.as_array().unwrap().iter().map(|change| change["change"].as_i64().unwrap()).collect()
}

/// A claim, a source, a citation, and what two people did to them.
fn a_day() -> Desk {
    let desk = Desk::new();
    let ben = ["--actor", "Ben"];
    desk.run(&["claim", "add", "The bank paid nobody.", "--key", "c1"]).succeeds();
    desk.run(&["source", "add", "--kind", "report", "--title", "Audit", "--key", "audit"])
        .succeeds();
    desk.run(&["cite", "c1", "audit", "--quote", "nothing was paid"]).succeeds();
    desk.run(&[&["claim", "edit", "c1", "--statement", "The bank paid few."][..], &ben].concat())
        .succeeds();
    desk.run(&[&["source", "edit", "audit", "--key", "audit-2019"][..], &ben].concat()).succeeds();
    desk
}

#[test]
fn each_change_is_a_line_and_the_latest_is_first() {
    insta::assert_snapshot!(a_day().run(&["history"]), @"
    --- stdout
    change  when (UTC)        who  what         of what
    ──────  ────────────────  ───  ───────────  ────────────────────────────────────────────────────────
         5  2026-11-02 14:05  Ben  source edit  source audit-2019: key; citation 1 (c1 → audit-2019):
                                                source
         4  2026-11-02 14:05  Ben  claim edit   claim c1: statement
         3  2026-11-02 14:05  Ada  cite         citation 1 (c1 → audit)
         2  2026-11-02 14:05  Ada  source add   source audit
         1  2026-11-02 14:05  Ada  claim add    claim c1
    --- stderr
    5 changes
    hint: what a change did: twosource history --change NUMBER
    --- status 0
    ");
}

#[test]
fn a_key_shows_what_became_of_the_record() {
    insta::assert_snapshot!(a_day().run(&["history", "c1"]), @"
    --- stdout
    change 4  2026-11-02 14:05 UTC  Ben  claim edit
      claim c1 changed
        statement  The bank paid nobody. → The bank paid few.

    change 3  2026-11-02 14:05 UTC  Ada  cite
      citation 1 (c1 → audit) added
        claim   c1
        source  audit
        stance  supports
        quote   nothing was paid

    change 1  2026-11-02 14:05 UTC  Ada  claim add
      claim c1 added
        key        c1
        statement  The bank paid nobody.
        nature     fact
        priority   normal
        logged_by  Ada
    --- stderr
    3 changes of 5
    --- status 0
    ");
}

#[test]
fn former_and_later_keys_lead_to_the_same_history() {
    let desk = a_day();
    assert_eq!(numbers(&desk, &["audit"]), [5, 3, 2]);
    assert_eq!(numbers(&desk, &["audit-2019"]), [5, 3, 2]);
    // A key that is given again is somebody else's from then on.
    desk.run(&["source", "add", "--kind", "report", "--title", "New", "--key", "audit"]).succeeds();
    assert_eq!(numbers(&desk, &["audit-2019"]), [5, 3, 2]);
}

#[test]
fn it_is_cut_by_day_person_and_number() {
    let desk = a_day();
    assert_eq!(numbers(&desk, &["--by", "Ben"]), [5, 4]);
    assert_eq!(numbers(&desk, &["--by", "Ben", "--limit", "1"]), [5]);
    assert_eq!(numbers(&desk, &["--limit", "2"]), [5, 4]);
    assert_eq!(numbers(&desk, &["--since", "2026-11-02"]).len(), 5);
    assert_eq!(numbers(&desk, &["--since", "2026-11-03"]).len(), 0);
    assert_eq!(numbers(&desk, &["--since", "2026-11-02T14:05:01Z"]).len(), 0);
    assert_eq!(numbers(&desk, &["c1", "--by", "Ada"]), [3, 1]);
}

#[test]
fn a_citation_and_a_change_are_asked_for_by_number() {
    let desk = a_day();
    assert_eq!(numbers(&desk, &["--citation", "1"]), [5, 3]);
    assert_eq!(numbers(&desk, &["--change", "4"]), [4]);
    desk.run(&["citation", "remove", "1"]).succeeds();
    assert_eq!(numbers(&desk, &["--citation", "1"]), [6, 5, 3]);
    assert_eq!(json(&desk, &["--change", "6"])[0]["records"][0]["what"], "removed");
}

#[test]
fn an_import_is_told_by_its_counts_and_by_what_it_brought() {
    let desk = Desk::with_the_article();
    desk.run(&["claim", "edit", "terrorism-exported", "--note", "looked into"]).succeeds();
    assert_eq!(numbers(&desk, &["terrorism-exported"]), [2, 1]);
    insta::assert_snapshot!(desk.run(&["history"]), @"
    --- stdout
    change  when (UTC)        who  what        of what
    ──────  ────────────────  ───  ──────────  ───────────────────────────────────────────────
         2  2026-11-02 14:05  Ada  claim edit  claim terrorism-exported: note
         1  2026-11-02 14:05  Ada  import      36 sources, 105 claims, 68 citations, 7 lineage
    --- stderr
    2 changes
    hint: what a change did: twosource history --change NUMBER
    --- status 0
    ");
    let imported = &json(&desk, &["--change", "1"])[0]["imported"];
    assert_eq!(imported[0]["records"], "sources");
}

#[test]
fn a_name_shows_what_was_said_of_it() {
    let desk = Desk::new();
    let add = ["source", "add", "--kind", "report", "--creator", "author: Sow, Awa"];
    desk.run(&[&add[..], &["--title", "Audit", "--key", "audit"]].concat()).succeeds();
    assert_eq!(numbers(&desk, &["--creator", "Sow, Awa"]).len(), 0);
    desk.run(&["creator", "rename", "Sow, Awa", "Sow, Awa K."]).succeeds();
    assert_eq!(numbers(&desk, &["--creator", "Sow, Awa"]), [2]);
    assert_eq!(numbers(&desk, &["--creator", "Sow, Awa K."]), [2]);
    desk.run(&["history", "--creator", "Saw, Ewe"]).fails();
}

#[test]
fn the_csv_has_a_row_for_each_field() {
    insta::assert_snapshot!(a_day().run(&["history", "--change", "4", "--format", "csv"]), @"
    --- stdout
    change,at,actor,action,record,name,what,field,before,after
    4,2026-11-02T14:05:00.000Z,Ben,claim edit,claim,claim c1,changed,statement,The bank paid nobody.,The bank paid few.
    --- status 0
    ");
}

#[test]
fn what_never_was_is_an_error_that_names_the_nearest() {
    let desk = a_day();
    let message = |arguments: &[&str]| desk.run(&[&["history"], arguments].concat()).fails().stderr;
    insta::assert_snapshot!(message(&["audit-2018"]), @"
    error: no claim or source has or had the key `audit-2018`
    hint: did you mean `audit-2019`?
    ");
    insta::assert_snapshot!(message(&["zzz"]), @"
    error: no claim or source has or had the key `zzz`
    hint: `twosource history` shows all changes; a name: --creator NAME
    ");
    insta::assert_snapshot!(message(&["7"]), @"
    error: no claim or source has or had the key `7`
    hint: a citation is asked for with --citation 7, a change with --change 7
    ");
    insta::assert_snapshot!(message(&["--by", "Bem"]), @"
    error: `Bem` has made no change
    hint: did you mean `Ben`?
    ");
    insta::assert_snapshot!(message(&["--change", "99"]), @"
    error: there is no change number 99
    hint: the last change is number 5; `twosource history` shows all of them
    ");
    insta::assert_snapshot!(message(&["--citation", "9"]), @"
    error: there is no citation number 9
    hint: `twosource citation list` shows the numbers
    ");
    assert!(message(&["--since", "yesterday"]).contains("2026-11-02"));
    // A day on which nothing was done is no error, but the last on which something was is named.
    let since = |arguments: &[&str]| {
        desk.run(&[&["history", "--since", "2026-11-03"], arguments].concat()).succeeds().stderr
    };
    assert_eq!(
        since(&[]),
        "nothing was done since 2026-11-03; the last change is number 5, 2026-11-02 14:05 UTC\n"
    );
    assert_eq!(
        since(&["--by", "Ada"]),
        "nothing was done by Ada since 2026-11-03; the last change by Ada is number 3, 2026-11-02 \
         14:05 UTC\n"
    );
}

#[test]
fn an_empty_history_says_so() {
    insta::assert_snapshot!(Desk::new().run(&["history"]), @"
    --- stderr
    nothing has been done in this casebook yet
    --- status 0
    ");
    assert_eq!(Desk::new().run(&["history", "--format", "json"]).succeeds().stdout, "[]\n");
}

#[test]
fn long_texts_are_shown_where_they_differ() {
    let desk = Desk::new();
    let long = |word: &str| format!("{} {word} {}.", "so ".repeat(100), "on ".repeat(100));
    desk.run(&["claim", "add", &long("paid"), "--key", "c1"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--statement", &long("lent")]).succeeds();
    let shown = desk.run(&["history", "--change", "2"]).succeeds().stdout;
    assert!(shown.contains("paid") && shown.contains("lent") && shown.len() < 500, "{shown}");
}

#[test]
fn no_withheld_key_or_name_is_suggested_where_others_may_read_it() {
    let desk = Desk::new();
    let who = ["--interviewee", "Zqulmann, Wendelin"];
    let add = |key: &str, state: &str| {
        let what = ["source", "add", "A talk", "--kind", "interview", "--key", key];
        desk.run(&[&what[..], &who, &["--confidentiality", state]].concat()).succeeds();
    };
    add("zqpresent", "confidential");
    add("zqremoved", "confidential");
    desk.run(&["source", "remove", "zqremoved"]).succeeds();
    for (typed, kept) in [("zqpresnt", "zqpresent"), ("zqremovd", "zqremoved")] {
        let told = desk.run(&["history", typed]).fails().stderr;
        assert!(told.contains(typed) && !told.contains(kept), "{told}");
    }
    let typed = ["history", "--creator", "Zqulmann, Wendelgar"];
    let told = desk.run(&typed).fails().stderr;
    assert!(told.contains("Wendelgar") && !told.contains("Wendelin"), "{told}");
    desk.run(&["source", "edit", "zqpresent", "--confidentiality", "background"]).succeeds();
    assert!(!desk.run(&typed).fails().stderr.contains("Wendelin"));
    add("zqopen", "open");
    assert!(desk.run(&["history", "zqopn"]).fails().stderr.contains("did you mean `zqopen`?"));
    assert!(desk.run(&typed).fails().stderr.contains("did you mean `Zqulmann, Wendelin`?"));
}
