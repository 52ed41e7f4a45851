use crate::desk::Desk;
use crate::sources;

#[test]
fn tells_which_claims_have_one_voice_less() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::book(&desk);
    desk.run(&["source", "edit", "book", "--author", "Reuters Ltd"]).succeeds();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "wire"]).succeeds();
    desk.run(&["cite", "c1", "book"]).succeeds();
    let answer = desk.run(&["creator", "merge", "Reuters", "Reuters Ltd"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    Reuters Ltd is now Reuters in 1 source: book
    1 claim changed its level:
      c1: corroborated → single-origin
    --- status 0
    ");
    let answer = desk.run(&["creator", "list"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    name     roles           sources  remark
    ───────  ──────────────  ───────  ──────
    Reuters  author, issuer        2
    --- stderr
    1 name
    --- status 0
    ");
}

#[test]
fn one_is_not_merged_with_itself() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer = desk.run(&["creator", "merge", "Reuters", "Reuters"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `Reuters` and `Reuters` are one creator already
    hint: write it differently everywhere with `twosource creator rename`
    --- status 2
    ");
    let answer = desk.run(&["creator", "merge", "Reuters", "Nobody"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no creator `Nobody`
    hint: `twosource creator list` shows all names
    --- status 2
    ");
    let answer = desk.run(&["creator", "merge", "Nobody", "Reuters"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no creator `Nobody`
    hint: `twosource creator list` shows all names
    --- status 2
    ");
}
