use crate::desk::Desk;
use crate::sources;

#[test]
fn changes_what_is_named_and_nothing_else() {
    let desk = Desk::new();
    sources::daily(&desk);
    let answer = desk.run(&[
        "source", "edit", "daily", "--issued", "2017", "--csl", "volume=3", "--note", "Mine.",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed source daily
    --- status 0
    ");
    let answer = desk.run(&["source", "edit", "daily", "--issued", "", "--csl", "volume="]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed source daily
    --- status 0
    ");
    let answer = desk.run(&["source", "show", "daily"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    daily: The daily

    kind             newspaper-article
    author           Lee, Ann
    lineage          unknown
    standing         active
    confidentiality  open
    note             Mine.
    --- stderr
    hint: no claim cites it yet: twosource cite CLAIM daily
    --- status 0
    ");
    let answer = desk.run(&["source", "edit", "daily", "--note", "Mine."]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    nothing to change: source daily is like that already
    --- status 0
    ");
}

#[test]
fn gives_a_new_key_that_citations_follow() {
    let desk = Desk::new();
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "daily"]).succeeds();
    let answer = desk.run(&["source", "edit", "daily", "--key", "the daily"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed source daily, now called the daily
    --- status 0
    ");
    let answer = desk.run(&["citation", "list"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation  claim  stance    source     locator  attributed to  quote
    ────────  ─────  ────────  ─────────  ───────  ─────────────  ─────
           1  c1     supports  the daily
    --- stderr
    1 citation
    --- status 0
    ");
}

#[test]
fn a_role_is_replaced_without_the_others() {
    let desk = Desk::new();
    sources::daily(&desk);
    desk.run(&["source", "edit", "daily", "--add-creator", "editor: Roe, Jo"]).succeeds();
    desk.run(&["source", "edit", "daily", "--author", "Poe, Al", "--author", "Doe, Di"]).succeeds();
    let answer = desk.run(&["source", "show", "daily"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    daily: The daily

    kind             newspaper-article
    author           Poe, Al
    author           Doe, Di
    editor           Roe, Jo
    lineage          unknown
    standing         active
    confidentiality  open
    --- stderr
    hint: no claim cites it yet: twosource cite CLAIM daily
    --- status 0
    ");
    desk.run(&["source", "edit", "daily", "--creator", ""]).succeeds();
    let answer = desk.run(&["source", "show", "daily"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    daily: The daily

    kind             newspaper-article
    lineage          unknown
    standing         active
    confidentiality  open
    --- stderr
    hint: no claim cites it yet: twosource cite CLAIM daily
    --- status 0
    ");
}

#[test]
fn tags_are_added_and_taken_off_one_by_one() {
    let desk = Desk::new();
    sources::daily(&desk);
    desk.run(&["source", "edit", "daily", "--add-tag", "a", "--add-tag", "b"]).succeeds();
    desk.run(&["source", "edit", "daily", "--remove-tag", "a"]).succeeds();
    let answer = desk.run(&["source", "edit", "daily", "--remove-tag", "a"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: source daily has no tag `a`
    hint: its tags are b
    --- status 2
    ");
}

#[test]
fn tells_which_claims_change_their_level() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "wire"]).succeeds();
    desk.run(&["cite", "c1", "daily"]).succeeds();
    let answer = desk.run(&["source", "edit", "daily", "--add-creator", "speaker: Reuters"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed source daily
    1 claim changed its level:
      c1: apparent → single-origin: both sources that support it hang on the word of Reuters
    --- status 0
    ");
}

#[test]
fn nothing_to_change_is_an_error_and_so_is_an_empty_title() {
    let desk = Desk::new();
    sources::daily(&desk);
    let answer = desk.run(&["source", "edit", "daily"]).fails();
    insta::assert_snapshot!(answer, @r#"
    --- stderr
    error: nothing is said of what to change
    hint: name the field: twosource source edit daily --note "…"; `twosource source edit --help` lists them all
    --- status 2
    "#);
    let answer = desk.run(&["source", "edit", "daily", "--title", " "]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: the title is empty
    hint: write it as it stands on the work; describe a work that has none
    --- status 2
    ");
    let answer = desk.run(&["source", "edit", "dayly", "--title", "x"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `dayly`
    hint: did you mean `daily`?
    --- status 2
    ");
}

#[test]
fn a_source_with_origins_stays_derived() {
    let desk = Desk::new();
    sources::daily(&desk);
    sources::wire(&desk);
    desk.run(&["source", "derive", "daily", "--from", "wire"]).succeeds();
    let answer = desk.run(&["source", "edit", "daily", "--lineage", "original"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `daily` cannot be `original`: it reports `wire`
    hint: take the origin off first: twosource source derive daily --from wire --remove
    --- status 2
    ");
}

#[test]
fn who_replaces_what_somebody_else_wrote_hears_of_it() {
    let desk = Desk::new();
    desk.run(&["source", "add", "Audit", "--kind", "report", "--key", "audit"]).succeeds();
    desk.run(&["claim", "add", "The bank paid nobody.", "--key", "c1"]).succeeds();
    desk.run(&["cite", "c1", "audit", "--quote", "nobody was paid"]).succeeds();
    let ben = |arguments: &[&str]| desk.run(&[arguments, &["--actor", "Ben"]].concat()).succeeds();
    let told =
        ben(&["source", "edit", "audit", "--title", "The audit", "--key", "audit-2019"]).stderr;
    assert!(told.contains("(change 1), title: Audit → The audit"), "{told}");
    let told = ben(&["citation", "edit", "1", "--quote", "nobody was paid a cent"]).stderr;
    let replaced =
        "you replaced what Ada wrote on 2026-11-02 (change 3), quote: nobody was paid → ";
    assert!(told.contains(replaced), "{told}");
    // Not said of an edit that puts something where nothing was.
    assert!(!ben(&["citation", "edit", "1", "--note", "checked"]).stderr.contains("replaced"));
}

#[test]
fn a_source_that_is_withheld_later_is_to_have_a_key_that_names_nobody() {
    let desk = Desk::new();
    let who = ["--kind", "interview", "--interviewee", "Brandt, Ida", "--issued", "2024"];
    desk.run(&[&["source", "add", "Briefing"][..], &who].concat()).succeeds();
    let edit = |key: &str, more: &[&str]| {
        desk.run(&[&["source", "edit", key], more].concat()).succeeds().stderr
    };
    let told = edit("brandt-2024", &["--confidentiality", "background"]);
    let hint = "hint: give it another: twosource source edit brandt-2024 --key interview-2024\n";
    assert!(told.contains("says who is behind it") && told.contains(hint), "{told}");
    let told = edit("brandt-2024", &["--key", "interview-2024"]);
    assert!(!told.contains("who is behind it"), "{told}");
}
