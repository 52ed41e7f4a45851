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
    let answer = desk.run(&["creator", "merge", "Reuters", "Reuters Ltd", "--dry-run"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    Reuters Ltd would be Reuters in 1 source: book
    Reuters Ltd would be kept as another spelling of Reuters
    1 claim would change its level:
      c1: corroborated → single-origin: both sources that support it hang on the word of Reuters
    hint: nothing was changed; leave --dry-run out to do it
    --- status 0
    ");
    assert!(desk.run(&["creator", "list"]).stdout.contains("Reuters Ltd"));
    let answer = desk.run(&["creator", "merge", "Reuters", "Reuters Ltd"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    Reuters Ltd is now Reuters in 1 source: book
    Reuters Ltd is kept as another spelling of Reuters
    1 claim changed its level:
      c1: corroborated → single-origin: both sources that support it hang on the word of Reuters
    --- status 0
    ");
    let answer = desk.run(&["creator", "list"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    name     roles           sources  remark
    ───────  ──────────────  ───────  ────────────────
    Reuters  author, issuer        2  also Reuters Ltd
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

#[test]
fn the_name_that_is_given_up_need_not_be_kept() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::book(&desk);
    desk.run(&["creator", "merge", "Reuters", "Roe, Jo", "--no-alias"]).succeeds();
    assert_eq!(desk.run(&["creator", "alias", "list"]).succeeds().stdout, "");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_withheld_name_is_not_merged_with_an_open_one() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::book(&desk);
    desk.run(&["source", "edit", "book", "--author", "unnamed: senior official"]).succeeds();
    let answer = desk.run(&["creator", "merge", "Reuters", "senior official"]).fails();
    insta::assert_snapshot!(answer, @r#"
    --- stderr
    error: the name of `senior official` is withheld, that of `Reuters` is not: they are not merged
    hint: say in each source who it is: twosource source edit book --creator "ROLE: NAME"
    --- status 2
    "#);
    desk.run(&["source", "edit", "wire", "--issuer", "unnamed: an official"]).succeeds();
    // Both are withheld: they are made one, but a description is not kept as a spelling.
    desk.run(&["creator", "merge", "senior official", "an official"]).succeeds();
    assert_eq!(desk.run(&["creator", "alias", "list"]).succeeds().stdout, "");
}

#[test]
fn who_is_not_the_one_is_not_the_other() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::book(&desk);
    sources::daily(&desk);
    desk.run(&["creator", "distinct", "Roe, Jo", "Lee, Ann"]).succeeds();
    desk.run(&["creator", "merge", "Reuters", "Roe, Jo"]).succeeds();
    let answer = desk.run(&["creator", "merge", "Lee, Ann", "Reuters"]).fails();
    assert!(answer.stderr.contains("that `Lee, Ann` and `Reuters` are two"), "{answer}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_claimant_is_known_by_the_name_that_was_given_up() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::book(&desk);
    desk.run(&["claim", "add", "The bank paid.", "--claimant", "Roe, Jo"]).succeeds();
    desk.run(&["cite", "c1", "book"]).succeeds();
    let found = || desk.run(&["check", "--rule", "own-word"]).stdout;
    assert!(found().contains("who makes the claim"));
    desk.run(&["creator", "merge", "Reuters", "Roe, Jo"]).succeeds();
    assert!(found().contains("who makes the claim"));
}
