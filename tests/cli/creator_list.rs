use crate::desk::Desk;
use crate::sources;

#[test]
fn names_everybody_with_roles_and_sources() {
    let desk = Desk::new();
    let answer = desk.run(&["creator", "list"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    no source has a creator yet
    --- status 0
    ");
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&[
        "source",
        "edit",
        "wire",
        "--add-creator",
        "editor: Lee, Ann",
        "--add-creator",
        "author: unnamed: official",
    ])
    .succeeds();
    let answer = desk.run(&["creator", "list"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    name      roles           sources  remark
    ────────  ──────────────  ───────  ─────────────
    Lee, Ann  author, editor        2
    Reuters   issuer                1
    official  author                1  name withheld
    --- stderr
    3 names
    --- status 0
    ");
}

#[test]
fn programs_get_the_form_in_which_names_are_compared() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["source", "edit", "wire", "--add-creator", "author: unnamed: official"]).succeeds();
    let answer = desk.run(&["creator", "list", "--format", "json"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    [
      {
        "name": "Reuters",
        "unnamed": false,
        "voice": "Reuters",
        "roles": [
          "issuer"
        ],
        "sources": 1,
        "aliases": [],
        "distinct_from": []
      },
      {
        "name": "official",
        "unnamed": true,
        "voice": "official",
        "roles": [
          "author"
        ],
        "sources": 1,
        "aliases": [],
        "distinct_from": []
      }
    ]
    --- status 0
    "#);
    let answer = desk.run(&["creator", "list", "--format", "csv"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    name,unnamed,voice,roles,sources,aliases,distinct_from
    Reuters,false,Reuters,issuer,1,,
    official,true,official,author,1,,
    --- status 0
    ");
}

#[test]
fn several_spellings_of_one_voice_are_marked() {
    let desk = Desk::new();
    desk.run(&["source", "add", "A", "--kind", "book", "--author", "Müller, A"]).succeeds();
    desk.run(&["source", "add", "B", "--kind", "book", "--author", "Mu\u{308}ller, A"]).succeeds();
    let answer = desk.run(&["creator", "list"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    name       roles   sources  remark
    ─────────  ──────  ───────  ───────────────────────────────────
    Müller, A  author        1  one of 2 entries that are one voice
    Müller, A  author        1  one of 2 entries that are one voice
    --- stderr
    2 names
    --- status 0
    ");
}
