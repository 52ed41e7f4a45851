use crate::desk::Desk;
use crate::sources;

#[test]
fn writes_the_name_differently_everywhere() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    let answer = desk.run(&["creator", "rename", "Lee, Ann", "Li, Anne"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    Lee, Ann is now Li, Anne in 1 source: daily
    no claim changed its level
    --- status 0
    ");
    let answer = desk.run(&["creator", "rename", "Li, Anne", "Li, Anne"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    nothing to change: every source has the name like that already
    --- status 0
    ");
    desk.run(&["creator", "show", "Lee, Ann"]).fails();
}

#[test]
fn never_makes_one_of_two() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    let answer = desk.run(&["creator", "rename", "Lee, Ann", "Reuters"]).fails();
    insta::assert_snapshot!(answer, @r#"
    --- stderr
    error: there is a creator `Reuters` already, behind 1 source
    hint: if they are one: twosource creator merge Reuters 'Lee, Ann'
    --- status 2
    "#);
}

#[test]
fn a_name_must_be_one() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer = desk.run(&["creator", "rename", "Reuters", " "]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: <NEW>: a name is empty
    hint: write a person as `Family, Given`, a body as it is called
    --- status 2
    ");
    let answer = desk.run(&["creator", "rename", "Reuter", "Reuters Ltd"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no creator `Reuter`
    hint: did you mean `Reuters`?
    --- status 2
    ");
}

#[test]
fn what_it_would_do_is_told_before() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer =
        desk.run(&["creator", "rename", "Reuters", "Reuters Ltd", "--keep-alias", "--dry-run"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    Reuters would be Reuters Ltd in 1 source: wire
    Reuters would be kept as another spelling of Reuters Ltd
    no claim would change its level
    hint: nothing was changed; leave --dry-run out to do it
    --- status 0
    ");
    desk.run(&["creator", "rename", "Reuters", "Reuters Ltd"]).succeeds();
    assert_eq!(desk.run(&["creator", "alias", "list"]).succeeds().stdout, "");
}
