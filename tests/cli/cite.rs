use crate::desk::Desk;
use crate::sources;

#[test]
fn prints_the_number_and_tells_the_new_level() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    let answer = desk.run(&[
        "cite",
        "c1",
        "wire",
        "--locator",
        "page 3",
        "--quote",
        "The bank paid.",
        "--credibility",
        "2",
        "--note",
        "Mine.",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    1
    --- stderr
    citation 1: wire supports claim c1
    c1 is now single-source (was unsupported): only wire supports it
    --- status 0
    ");
    let answer = desk.run(&["cite", "c1", "daily", "--attributed-to", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    2
    --- stderr
    citation 2: daily supports claim c1
    c1 is now single-origin (was single-source): both sources that support it hang on wire and the word of Reuters
    --- status 0
    ");
    let answer = desk.run(&["citation", "show", "1"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation     1
    claim        c1: The bank paid.
    stance       supports
    source       wire: The wire
    locator      page 3
    quote        The bank paid.
    credibility  2
    note         Mine.
    --- status 0
    ");
    let answer = desk.run(&["citation", "show", "2"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation       2
    claim          c1: The bank paid.
    stance         supports
    source         daily: The daily
    attributed to  wire: The wire
    --- status 0
    ");
}

#[test]
fn the_same_again_is_no_second_one() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "wire"]).succeeds();
    let answer = desk.run(&["cite", "c1", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    1
    --- stderr
    citation 1 says exactly that already
    --- status 0
    ");
}

#[test]
fn warns_of_what_is_no_evidence() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid.", "--appears-in", "wire"]).succeeds();
    desk.run(&["source", "standing", "daily", "retracted"]).succeeds();
    let answer = desk.run(&["cite", "c1", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    1
    --- stderr
    citation 1: wire supports claim c1
    warning: claim c1 appears in wire, which is never evidence for it
    --- status 0
    ");
    let answer = desk.run(&["cite", "c1", "daily"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    2
    --- stderr
    citation 2: daily supports claim c1
    warning: daily is retracted, which is no evidence
    --- status 0
    ");
    let answer = desk.run(&["cite", "c1", "wire", "--stance", "context"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    3
    --- stderr
    citation 3: wire gives context to claim c1
    --- status 0
    ");
}

#[test]
fn claim_and_source_must_be_there() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    let answer = desk.run(&["cite", "c2", "wire"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no claim `c2`
    hint: `twosource claim list` shows all keys
    --- status 2
    ");
    let answer = desk.run(&["cite", "c1", "wir"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `wir`
    hint: did you mean `wire`?
    --- status 2
    ");
    let answer = desk.run(&["cite", "c1", "wire", "--attributed-to", "wirr"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `wirr`
    hint: did you mean `wire`?
    --- status 2
    ");
}

#[test]
fn nothing_is_attributed_to_itself() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    let answer = desk.run(&["cite", "c1", "wire", "--attributed-to", "wire"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `wire` cannot be attributed to itself
    hint: leave --attributed-to out where the source knows it at first hand
    --- status 2
    ");
}

#[test]
fn a_word_that_is_in_no_list_is_an_error() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    let answer = desk.run(&["cite", "c1", "wire", "--stance", "suports"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: invalid value 'suports' for '--stance <STANCE>'
    hint: a similar value exists: 'supports'; possible values: supports, disputes, qualifies, context; `twosource cite --help` explains it
    --- status 2
    ");
    let answer = desk.run(&["cite", "c1", "wire", "--credibility", "7"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --credibility: `7` is not a credibility
    hint: a credibility is one of 1, 2, 3, 4, 5, 6
    --- status 2
    ");
}
