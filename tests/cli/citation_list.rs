use crate::desk::Desk;
use crate::sources;

#[test]
fn shows_who_cites_what() {
    let desk = Desk::with_the_article();
    let answer =
        desk.run(&["citation", "list", "--source", "911-commission", "--claim", "transit-offered"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation  claim            stance    source          locator              attributed to        quote
    ────────  ───────────────  ────────  ──────────────  ───────────────────  ───────────────────  ─────
          31  transit-offered  supports  911-commission  section Iran and     khallad-interrogati
                                                         al-Qaeda             on
    --- stderr
    1 citation
    --- status 0
    ");
    let answer =
        desk.run(&["citation", "list", "--source", "lemonde-2017", "--stance", "supports"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation  claim                     stance    source        locator  attributed to  quote
    ────────  ────────────────────────  ────────  ────────────  ───────  ─────────────  ─────
           9  weapons-for-gulf-attacks  supports  lemonde-2017
          11  lemonde-aid               supports  lemonde-2017
          12  settled-under-watch       supports  lemonde-2017
    --- stderr
    3 citations
    --- status 0
    ");
}

#[test]
fn nothing_found_is_no_failure_but_a_key_that_nothing_has_is() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["citation", "list", "--stance", "disputes"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    there are no such citations
    --- status 0
    ");
    let answer = desk.run(&["citation", "list", "--stance", "disputes", "--format", "json"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    []
    --- status 0
    ");
    let answer = desk.run(&["citation", "list", "--claim", "transit-offerd"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no claim `transit-offerd`
    hint: did you mean `transit-offered`?
    --- status 2
    ");
    let answer = desk.run(&["citation", "list", "--source", "lemonde"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `lemonde`
    hint: did you mean `lemonde-2017`?
    --- status 2
    ");
}

#[test]
fn programs_get_every_field() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&[
        "cite",
        "c1",
        "daily",
        "--attributed-to",
        "wire",
        "--credibility",
        "3",
        "--quote",
        "=1+1",
    ])
    .succeeds();
    let answer = desk.run(&["citation", "list", "--format", "json"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    [
      {
        "number": 1,
        "claim": "c1",
        "source": "daily",
        "stance": "supports",
        "locator": null,
        "quote": "=1+1",
        "attributed_to": [
          "wire"
        ],
        "credibility": "3",
        "note": null
      }
    ]
    --- status 0
    "#);
    let answer = desk.run(&["citation", "list", "--format", "csv"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    number,claim,source,stance,locator,quote,attributed_to,credibility,note
    1,c1,daily,supports,,'=1+1,wire,3,
    --- status 0
    ");
}
