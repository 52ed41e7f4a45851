use crate::desk::Desk;
use crate::sources;

#[test]
fn shows_what_one_needs_to_choose() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["source", "list", "--kind", "interview"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    key                 kind       by                      title                   issued      state
    ──────────────────  ─────────  ──────────────────────  ──────────────────────  ──────────  ────────
    mansouri-interview  interview  Javad Mansouri          Exclusive interview                 original
                                                           with Javad Mansouri
    larijani-2018       interview  Mohammad-Javad          Interview on Iranian    2018-05-30  original
                                   Larijani                state television
    --- stderr
    2 sources
    --- status 0
    ");
    let answer = desk.run(&["source", "list", "--lineage", "derived"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    key             kind              by                     title                  issued      state
    ──────────────  ────────────────  ─────────────────────  ─────────────────────  ──────────  ───────
    odni-2015       document          Office of the          Bin Laden's            2015-05-20  derived
                                      Director of National   Bookshelf: release of
                                      Intelligence           20 May 2015
    odni-2016       document          Office of the          Bin Laden's            2016-03-01  derived
                                      Director of National   Bookshelf: release of
                                      Intelligence           1 March 2016
    atlantic-2017   magazine-article  Adrian Levy; Cathy     Al-Qaeda Has Rebuilt   2017-11-11  derived
                                      Scott-Clark            Itself—With Iran's
                                                             Help
    reuters-london  wire-report                              Report on the London               derived
                                                             and New York courts
                                                             and compensation from
                                                             Iran
    --- stderr
    4 sources
    --- status 0
    ");
}

#[test]
fn an_empty_casebook_says_what_to_type() {
    let desk = Desk::new();
    let answer = desk.run(&["source", "list"]);
    insta::assert_snapshot!(answer, @r#"
    --- stderr
    there are no sources yet
    hint: enter one: twosource source add "The title" --kind newspaper-article
    --- status 0
    "#);
    sources::wire(&desk);
    let answer = desk.run(&["source", "list", "--tag", "x"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    no source is like that
    --- status 0
    ");
    let answer = desk.run(&["source", "list", "--standing", "retracted", "--format", "json"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    []
    --- status 0
    ");
}

#[test]
fn filters_narrow_together() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["source", "edit", "daily", "--tag", "a"]).succeeds();
    let answer = desk.run(&[
        "source",
        "list",
        "--kind",
        "newspaper-article",
        "--kind",
        "book",
        "--tag",
        "a",
        "--standing",
        "active",
        "--lineage",
        "unknown",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    key    kind               by       title      issued  state
    ─────  ─────────────────  ───────  ─────────  ──────  ───────
    daily  newspaper-article  Ann Lee  The daily          unknown
    --- stderr
    1 source
    --- status 0
    ");
}

#[test]
fn csv_has_the_columns_of_the_case_folder_and_no_formulas() {
    let desk = Desk::new();
    desk.run(&["source", "add", "=1+1", "--kind", "book", "--key", "a", "--csl", "volume=3"])
        .succeeds();
    sources::wire(&desk);
    let answer = desk.run(&["source", "list", "--format", "csv"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    key,kind,title,creators,container,publisher,issued,url,archived_url,accessed,language,jurisdiction,identifiers,pages,lineage,standing,grade,confidentiality,tags,note,aliases,csl:volume
    a,book,'=1+1,,,,,,,,,,,,unknown,active,,open,,,,3
    wire,wire-report,The wire,issuer: Reuters,,,,,,,,,,,original,active,,open,,,,
    --- status 0
    ");
}

#[test]
fn json_has_the_fields_of_the_case_folder() {
    let desk = Desk::new();
    desk.run(&[
        "source",
        "add",
        "On cells",
        "--kind",
        "book",
        "--key",
        "a",
        "--author",
        "Lee, Ann",
        "--issuer",
        "unnamed: body",
        "--identifier",
        "doi:10.1000/182",
        "--tag",
        "x; y",
        "--csl",
        "volume=3",
    ])
    .succeeds();
    let answer = desk.run(&["source", "list", "--format", "json"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    [
      {
        "key": "a",
        "kind": "book",
        "title": "On cells",
        "creators": [
          "Lee, Ann",
          "issuer: unnamed: body"
        ],
        "container": null,
        "publisher": null,
        "issued": null,
        "url": null,
        "archived_url": null,
        "accessed": null,
        "language": null,
        "jurisdiction": null,
        "identifiers": [
          "doi:10.1000/182"
        ],
        "pages": null,
        "lineage": "unknown",
        "standing": "active",
        "grade": null,
        "confidentiality": "open",
        "tags": [
          "x; y"
        ],
        "note": null,
        "aliases": [],
        "csl:volume": "3"
      }
    ]
    --- status 0
    "#);
}
