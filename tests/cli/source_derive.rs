use crate::desk::Desk;
use crate::sources;

#[test]
fn reports_unless_something_else_is_said() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    let answer = desk.run(&["source", "derive", "daily", "--from", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    entered: daily reports wire
    no claim changed its level
    --- status 0
    ");
    let answer = desk.run(&["source", "derive", "daily", "--from", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    nothing to change: that daily reports wire is entered already
    --- status 0
    ");
    let answer = desk.run(&[
        "source",
        "derive",
        "daily",
        "--from",
        "wire",
        "--relation",
        "republishes",
        "--note",
        "Word for word.",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    entered: daily republishes wire
    no claim changed its level
    --- status 0
    ");
    let answer = desk.run(&["source", "show", "daily"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    daily: The daily

    kind             newspaper-article
    author           Lee, Ann
    lineage          derived
    standing         active
    confidentiality  open

    comes from  relation     note
    ──────────  ───────────  ──────────────
    wire        reports
    wire        republishes  Word for word.
    --- stderr
    hint: no claim cites it yet: twosource cite CLAIM daily
    --- status 0
    ");
}

#[test]
fn tells_which_claims_rest_on_one_origin_now() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "wire"]).succeeds();
    desk.run(&["cite", "c1", "daily"]).succeeds();
    let answer = desk.run(&["source", "derive", "daily", "--from", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    entered: daily reports wire
    1 claim changed its level:
      c1: apparent → single-origin: both sources that support it hang on wire and the word of Reuters
    --- status 0
    ");
    let answer = desk.run(&["source", "derive", "daily", "--from", "wire", "--remove"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    took off that daily comes from wire
    1 claim changed its level:
      c1: single-origin → apparent: its 2 sources share nothing that is known of, but daily is not known to be first-hand
    hint: it still counts as derived, from nobody knows where; if it is first-hand: twosource source edit daily --lineage original
    --- status 0
    ");
}

#[test]
fn an_original_has_no_origins_and_nothing_comes_from_itself() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    let answer = desk.run(&["source", "derive", "wire", "--from", "daily"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `wire` is said to be original
    hint: an original has no origins; if that was wrong: twosource source edit wire --lineage unknown
    --- status 2
    ");
    let answer = desk.run(&["source", "derive", "daily", "--from", "daily"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `daily` cannot come from itself
    hint: name the source it comes from with --from
    --- status 2
    ");
    let answer = desk.run(&["source", "derive", "daily", "--from", "wir"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `wir`
    hint: did you mean `wire`?
    --- status 2
    ");
}

#[test]
fn a_circle_is_spelt_out_and_entered_only_by_force() {
    let desk = Desk::new();
    sources::daily(&desk);
    desk.run(&["source", "add", "Web", "--kind", "web-page", "--key", "web"]).succeeds();
    desk.run(&["source", "derive", "daily", "--from", "web"]).succeeds();
    let answer = desk.run(&["source", "derive", "web", "--from", "daily"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: that would close a circle: web → daily → web
    hint: check which of the two came first; add --force if both really draw on each other
    --- status 2
    ");
    let answer = desk.run(&["source", "derive", "web", "--from", "daily", "--force"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    entered: web reports daily
    no claim changed its level
    --- status 0
    ");
}

#[test]
fn what_is_not_entered_cannot_be_taken_off() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    let answer = desk.run(&["source", "derive", "daily", "--from", "wire", "--remove"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `daily` has no lineage row to `wire`
    hint: `twosource source show daily` lists its origins
    --- status 2
    ");
    let answer = desk
        .run(&["source", "derive", "daily", "--from", "wire", "--remove", "--note", "x"])
        .fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: the argument '--remove' cannot be used with '--note <TEXT>'
    hint: `twosource source derive --help` explains it
    --- status 2
    ");
}

#[test]
fn a_note_stays_until_it_is_cleared() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    let derive = ["source", "derive", "daily", "--from", "wire"];
    let with = |note: &str| desk.run(&[&derive[..], &["--note", note]].concat()).succeeds();
    let has_note = || desk.run(&["source", "show", "daily"]).stdout.contains("column 2");
    with("See column 2.");
    desk.run(&derive).succeeds();
    assert!(has_note());
    with("");
    assert!(!has_note());
}
