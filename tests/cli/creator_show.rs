use crate::desk::Desk;
use crate::sources;

#[test]
fn shows_the_sources_behind_which_somebody_is() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["creator", "show", "bin Laden, Usama"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    name              role    source            title
    ────────────────  ──────  ────────────────  ───────────────────────────────────────────────
    bin Laden, Usama  author  obl-letter-karim  Letter to Karim
    bin Laden, Usama  author  obl-letter-haven  Letter on the entry into Iran after the attacks
    bin Laden, Usama  author  obl-diary         Hand-written diary of Usama bin Laden
    --- status 0
    ");
    let answer = desk.run(&["creator", "show", "bin Laden, Usama", "--format", "csv"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    name,unnamed,role,source,title
    "bin Laden, Usama",false,author,obl-letter-karim,Letter to Karim
    "bin Laden, Usama",false,author,obl-letter-haven,Letter on the entry into Iran after the attacks
    "bin Laden, Usama",false,author,obl-diary,Hand-written diary of Usama bin Laden
    --- status 0
    "#);
}

#[test]
fn a_name_that_nobody_has_is_told_what_is_near() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["creator", "show", "bin Ladin, Usama"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no creator `bin Ladin, Usama`
    hint: did you mean `bin Laden, Usama`?
    --- status 2
    ");
}

#[test]
fn as_json_it_has_the_credits() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer = desk.run(&["creator", "show", "Reuters", "--format", "json"]);
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
        "distinct_from": [],
        "credits": [
          {
            "source": "wire",
            "role": "issuer",
            "title": "The wire"
          }
        ]
      }
    ]
    --- status 0
    "#);
}

#[test]
fn says_who_was_said_to_be_somebody_else() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["creator", "distinct", "Lee, Ann", "Reuters"]).succeeds();
    insta::assert_snapshot!(desk.run(&["creator", "show", "Lee, Ann"]), @"
    --- stdout
    name      role    source  title
    ────────  ──────  ──────  ─────────
    Lee, Ann  author  daily   The daily

    not the same  Reuters
    --- status 0
    ");
}
