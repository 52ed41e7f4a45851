use serde_json::Value;

use crate::desk::Desk;

#[test]
fn counts_what_is_in_the_casebook() {
    insta::assert_snapshot!(Desk::with_the_article().run(&["stats"]), @"
    --- stdout
    what       by        which              number
    ─────────  ────────  ─────────────────  ──────
    claims                                     105
               level     unsupported            45
               level     single-source          54
               level     single-origin           3
               level     apparent                2
               level     corroborated            1
    sources                                     36
               kind      document                5
               kind      newspaper-article       4
               kind      report                  4
               kind      testimony               4
               kind      legislation             3
               kind      court-filing            2
               kind      court-ruling            2
               kind      interview               2
               kind      letter                  2
               kind      statement               2
               kind      book                    1
               kind      broadcast               1
               kind      magazine-article        1
               kind      manuscript              1
               kind      web-page                1
               kind      wire-report             1
               lineage   original               20
               lineage   unknown                12
               lineage   derived                 4
               standing  active                 36
    citations                                   68
               stance    supports               67
               stance    qualifies               1
    creators                                    28
    reviews                                      0
    changes                                      1
    --- status 0
    ");
}

#[test]
fn an_empty_casebook_has_nothing_of_anything() {
    insta::assert_snapshot!(Desk::new().run(&["stats", "--format", "csv"]), @"
    --- stdout
    what,by,which,number
    claims,,,0
    claims,level,unsupported,0
    claims,level,single-source,0
    claims,level,single-origin,0
    claims,level,apparent,0
    claims,level,corroborated,0
    sources,,,0
    citations,,,0
    creators,,,0
    reviews,,,0
    changes,,,0
    --- status 0
    ");
}

#[test]
fn the_json_has_totals_and_divisions() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["stats", "--format", "json"]).succeeds();
    let answer: Value = serde_json::from_str(&answer.stdout).unwrap();
    let levels = answer["claims"]["by_level"].as_object().unwrap();
    let sum: i64 = levels.values().map(|number| number.as_i64().unwrap()).sum();
    assert_eq!(answer["claims"]["total"].as_i64().unwrap(), sum);
    assert!(answer["sources"]["by_kind"]["report"].as_i64().unwrap() > 0);
}
