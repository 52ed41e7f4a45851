use crate::desk::Desk;
use crate::sources;

#[test]
fn a_source_that_nothing_leans_on_goes() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer = desk.run(&["source", "remove", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    removed source wire
    --- status 0
    ");
    desk.run(&["source", "show", "wire"]).fails();
}

#[test]
fn what_leans_on_it_stands_against_that_unless_it_may_go_too() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["source", "derive", "daily", "--from", "wire"]).succeeds();
    desk.run(&["claim", "add", "The bank paid.", "--appears-in", "wire"]).succeeds();
    desk.run(&["cite", "c1", "daily", "--attributed-to", "wire"]).succeeds();
    desk.run(&["cite", "c1", "daily"]).succeeds();
    let answer = desk.run(&["source", "remove", "wire"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: source wire was not removed: 3 records lean on it, citation 1 of daily by claim c1; the entry that daily reports it; the appearance of claim c1 in it
    hint: if it is no evidence any more, keep it and say so, and what rests on it is seen to: twosource source standing wire withdrawn; to remove all of that too: twosource source remove wire --cascade
    --- status 2
    ");
    desk.run(&["source", "show", "wire"]).succeeds();
    let answer = desk.run(&["source", "remove", "wire", "--cascade"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    removed source wire, and with it citation 1 of daily by claim c1; the entry that daily reports it; the appearance of claim c1 in it
    1 claim changed its level:
      c1: unsupported → single-source: only daily supports it
    --- status 0
    ");
    let answer = desk.run(&["citation", "list"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation  claim  stance    source  locator  attributed to  quote
    ────────  ─────  ────────  ──────  ───────  ─────────────  ─────
           2  c1     supports  daily
    --- stderr
    1 citation
    --- status 0
    ");
}

#[test]
fn a_source_that_is_not_there_is_an_error() {
    let desk = Desk::new();
    let answer = desk.run(&["source", "remove", "wire"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `wire`
    hint: `twosource source list` shows all keys
    --- status 2
    ");
}
