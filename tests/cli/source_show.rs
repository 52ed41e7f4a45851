use crate::desk::Desk;
use crate::sources;

#[test]
fn shows_where_it_comes_from_and_what_rests_on_it() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["source", "show", "odni-2015"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    odni-2015: Bin Laden's Bookshelf: release of 20 May 2015

    kind             document
    issuer           Office of the Director of National Intelligence
    issued           2015-05-20
    lineage          derived
    standing         active
    confidentiality  open
    tags             abbottabad
    note             The article writes "American National Intelligence Bureau". It names two releases
                     and does not say which letter is in which: both are recorded as collecting both.

    comes from        relation  note
    ────────────────  ────────  ────────────────────────────────────────────────────────────────────
    obl-letter-karim  collects  The article does not say which of the two releases holds the letter.
    obl-letter-haven  collects  The article does not say which of the two releases holds the letter.

    cited by          citation  stance    locator  quote
    ────────────────  ────────  ────────  ───────  ─────
    no-attack-advice        42  supports
    --- status 0
    "#);
    let answer = desk.run(&["source", "show", "obl-letter-karim"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    obl-letter-karim: Letter to Karim

    kind             letter
    author           bin Laden, Usama
    recipient        Karim
    language         ar
    lineage          original
    standing         active
    confidentiality  open
    tags             abbottabad
    note             The article writes "Kareem", calls him a terrorist and no more, and gives no date
                     of the letter.

    what comes from it  relation  note
    ──────────────────  ────────  ────────────────────────────────────────────────────────────────────
    odni-2015           collects  The article does not say which of the two releases holds the letter.
    odni-2016           collects  The article does not say which of the two releases holds the letter.

    cited by          citation  stance    locator  quote
    ────────────────  ────────  ────────  ───────  ─────
    letter-good-ties        37  supports
    vital-artery            38  supports
    artery-uses             40  supports
    no-attack-advice        41  supports

    attributed to it by  citation  in         stance    locator  quote
    ───────────────────  ────────  ─────────  ────────  ───────  ─────
    vital-artery               39  odni-2016  supports
    no-attack-advice           42  odni-2015  supports
    no-attack-advice           43  odni-2016  supports
    --- status 0
    "#);
}

#[test]
fn a_source_that_is_not_there_is_told_what_is_near() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["source", "show", "odni-2014"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `odni-2014`
    hint: did you mean `odni-2016`?
    --- status 2
    ");
}

#[test]
fn as_csv_it_is_one_row_of_the_listing() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer = desk.run(&["source", "show", "wire", "--format", "csv"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    key,kind,title,creators,container,publisher,issued,url,archived_url,accessed,language,jurisdiction,identifiers,pages,lineage,standing,grade,confidentiality,tags,note,aliases
    wire,wire-report,The wire,issuer: Reuters,,,,,,,,,,,original,active,,open,,,
    --- status 0
    ");
}

#[test]
fn what_a_page_smuggles_in_has_no_power_over_the_terminal() {
    let desk = Desk::new();
    let answer = desk.run(&[
        "source",
        "add",
        "Red \u{1b}[31m\u{202e}title",
        "--kind",
        "book",
        "--key",
        "red",
        "--note",
        "one\ntwo \u{1b}[2J",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    red
    --- stderr
    entered source red
    hint: say which claim it bears out: twosource cite CLAIM red
    --- status 0
    ");
    let answer = desk.run(&["source", "show", "red"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    red: Red ␛[31m�title

    kind             book
    lineage          unknown
    standing         active
    confidentiality  open
    note             one
                     two ␛[2J
    --- stderr
    hint: no claim cites it yet: twosource cite CLAIM red
    --- status 0
    ");
}

#[test]
fn as_json_it_has_its_fields_and_all_that_leans_on_it() {
    let answer = Desk::with_the_article().run(&["source", "show", "odni-2015", "--format", "json"]);
    let shown: serde_json::Value = serde_json::from_str(&answer.succeeds().stdout).unwrap();
    assert_eq!(shown["key"], "odni-2015");
    assert_eq!(shown["origins"][0]["origin"], "obl-letter-karim");
    assert_eq!(shown["origins"][0]["relation"], "collects");
    assert_eq!(shown["citations"][0]["claim"], "no-attack-advice");
    assert_eq!(shown["citations"][0]["number"], 42);
    assert_eq!(shown["derived"], serde_json::json!([]));
    assert_eq!(shown["claims_made_in_it"], serde_json::json!([]));
}
