use crate::desk::Desk;
use crate::sources;

#[test]
fn changes_what_is_named_and_nothing_else() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "daily", "--quote", "Paid."]).succeeds();
    let answer =
        desk.run(&["citation", "edit", "1", "--locator", "page 3", "--attributed-to", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed citation 1 of claim c1
    --- status 0
    ");
    let answer = desk.run(&["citation", "edit", "1", "--quote", "", "--attributed-to", ""]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed citation 1 of claim c1
    --- status 0
    ");
    let answer = desk.run(&["citation", "show", "1"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation  1
    claim     c1: The bank paid.
    stance    supports
    source    daily: The daily
    locator   page 3
    --- status 0
    ");
    let answer = desk.run(&["citation", "edit", "1", "--quote", ""]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    nothing to change: citation 1 is like that already
    --- status 0
    ");
}

#[test]
fn tells_the_new_level() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "wire"]).succeeds();
    let answer = desk.run(&["citation", "edit", "1", "--stance", "disputes"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    changed citation 1 of claim c1
    c1 is now unsupported (was single-source): no source is cited in support of it
    --- status 0
    ");
}

#[test]
fn another_source_must_be_there_and_not_say_the_same() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "wire"]).succeeds();
    desk.run(&["cite", "c1", "daily"]).succeeds();
    let answer = desk.run(&["citation", "edit", "1", "--source", "dayly"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `dayly`
    hint: did you mean `daily`?
    --- status 2
    ");
    let answer = desk.run(&["citation", "edit", "1", "--source", "daily"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: citation 2 says exactly that already
    hint: remove this one: twosource citation remove 1
    --- status 2
    ");
    let answer = desk.run(&["citation", "edit", "1", "--attributed-to", "wire"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `wire` cannot be attributed to itself
    hint: leave --attributed-to out where the source knows it at first hand
    --- status 2
    ");
}

#[test]
fn nothing_said_and_no_such_number_are_errors() {
    let desk = Desk::new();
    let answer = desk.run(&["citation", "edit", "1"]).fails();
    insta::assert_snapshot!(answer, @r#"
    --- stderr
    error: nothing is said of what to change
    hint: name the field: twosource citation edit 1 --locator "…"; `twosource citation edit --help` lists them all
    --- status 2
    "#);
    let answer = desk.run(&["citation", "edit", "1", "--quote", "x"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no citation number 1
    hint: `twosource citation list` shows the numbers
    --- status 2
    ");
}
