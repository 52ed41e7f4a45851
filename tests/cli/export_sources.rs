//! A library in CSL-JSON, in and out again.

use std::fs;

use crate::desk::Desk;

const LIBRARY: &str = r#"[
 {"id": "lee", "type": "article-journal", "title": "The bank", "author": [{"family": "Lee", "given": "Ann"},
  {"literal": "WHO, Geneva"}, {"family": "Beethoven", "non-dropping-particle": "van", "given": "L."}],
  "issued": {"date-parts": [["2017", 9]]}, "volume": 12, "custom": {"a": [1, null]}, "DOI": "10.1/x"},
 {"id": 7, "type": "webpage", "issued": {"literal": "in spring"}, "zotero-thing": "kept",
  "URL": "https://web.archive.org/web/2020/https://example.org/a"},
 {"id": "lee", "type": "odd-type", "title": "Another", "note": " ", "container-author": [{"family": "Roe"}]}
]"#;

fn values(text: &str) -> Vec<serde_json::Value> {
    serde_json::from_str(text).unwrap()
}

#[test]
fn what_came_in_goes_out_whole() {
    let desk = Desk::new();
    fs::write(desk.path("in.json"), LIBRARY).unwrap();
    let told = desk.run(&["import", "in.json"]).succeeds().stderr;
    assert!(told.contains("this one is `lee-2`") && told.contains("in spring"), "{told}");
    let out = desk.run(&["export", "sources", "--strict"]).succeeds().stdout;
    let mut expected = values(LIBRARY);
    expected[2]["id"] = "lee-2".into();
    assert_eq!(values(&out), expected);
    let page = desk.run(&["source", "show", "7"]).succeeds().stdout;
    assert!(page.contains("https://example.org/a\n"), "{page}");
    assert!(page.contains("csl-json:zotero-thing"), "{page}");
    desk.run(&["doctor"]).succeeds();
    assert!(desk.run(&["import", "in.json"]).succeeds().stderr.contains("nothing new"));
}

#[test]
fn a_second_casebook_writes_the_same_bytes() {
    let (first, second) = (Desk::new(), Desk::new());
    fs::write(first.path("in.json"), LIBRARY).unwrap();
    first.run(&["import", "in.json"]).succeeds();
    let out = first.run(&["export", "sources"]).succeeds().stdout;
    fs::write(second.path("in.json"), &out).unwrap();
    second.run(&["import", "in.json"]).succeeds();
    assert_eq!(second.run(&["export", "sources"]).succeeds().stdout, out);
    // And by way of a case folder.
    first.run(&["export", "case", "--output", "case"]).succeeds();
    let third = Desk::new();
    third.run(&["import", first.path("case").to_str().unwrap()]).succeeds();
    assert_eq!(third.run(&["export", "sources"]).succeeds().stdout, out);
}

#[test]
fn an_edited_field_goes_out_as_edited() {
    let desk = Desk::new();
    fs::write(desk.path("in.json"), LIBRARY).unwrap();
    desk.run(&["import", "in.json"]).succeeds();
    desk.run(&["source", "edit", "lee", "--issued", "2018"]).succeeds();
    let out = values(&desk.run(&["export", "sources"]).succeeds().stdout);
    assert_eq!(out[0]["issued"], serde_json::json!({"date-parts": [[2018]]}));
    assert_eq!(out[0]["volume"], 12);
}

#[test]
fn a_broken_entry_is_named_and_nothing_comes_in() {
    let desk = Desk::new();
    fs::write(desk.path("in.json"), "[{\"id\": \"a\"},\n {\"id\": \"b\", },\n {\"title\": \"c\"}]")
        .unwrap();
    let told = desk.run(&["import", "in.json"]).fails().stderr;
    assert!(told.contains("in.json, line 2") && told.contains("in.json, line 3"), "{told}");
    desk.run(&["source", "show", "a"]).fails();
}

#[test]
fn what_is_lost_is_told_and_a_confidential_source_stays_behind() {
    let desk = Desk::new();
    let item = r#"[{"id": "x", "type": "interview", "title": "T", "custom": "SECRET"}]"#;
    fs::write(desk.path("in.json"), item).unwrap();
    desk.run(&["import", "in.json"]).succeeds();
    desk.run(&["source", "edit", "x", "--confidentiality", "confidential"]).succeeds();
    let answer = desk.run(&["export", "sources"]).succeeds();
    assert!(!answer.stdout.contains("SECRET"), "{answer}");
    assert!(answer.stderr.contains("confidentiality (1)"), "{answer}");
    desk.run(&["export", "sources", "--strict"]).fails();
}

#[test]
fn hostile_files_are_told_and_nothing_comes_in() {
    let desk = Desk::new();
    let files = [
        "[",
        r#"[{"id": "a"}"#,
        r#"[{"id": "a", "x\ny": 1}]"#,
        r#"[{"id": "a", "": 1}]"#,
        r#"[{"id": "a\u0000"}]"#,
        r#"["a", 1]"#,
        r#"[{"id": "a"}}, {"id": "b"}]"#,
    ];
    for file in files {
        fs::write(desk.path("in.json"), file).unwrap();
        desk.run(&["import", "in.json"]).fails();
    }
    let dates = r#"[{"id": "a", "issued": {"date-parts": [[-9223372036854775808]]}},
        {"id": "b", "issued": {"date-parts": [[]]}}]"#;
    fs::write(desk.path("in.json"), dates).unwrap();
    desk.run(&["import", "in.json"]).succeeds();
    let out = desk.run(&["export", "sources"]).succeeds().stdout;
    assert!(out.contains("[[-9223372036854775808]]"), "{out}");
}

#[test]
fn sources_are_picked_by_claim_kind_and_label() {
    let desk = Desk::with_the_article();
    let keys = |arguments: &[&str]| -> Vec<String> {
        let text = desk.run(&[&["export", "sources"][..], arguments].concat()).succeeds().stdout;
        values(&text).iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(keys(&["--claim", "vital-artery"]), ["odni-2016", "obl-letter-karim"]);
    assert_eq!(keys(&["--claim", "vital-artery", "--kind", "letter"]), ["obl-letter-karim"]);
    assert_eq!(keys(&["--tag", "no such label"]).len(), 0);
    desk.run(&["export", "sources", "--claim", "no-such-claim"]).fails();
}

#[test]
fn which_stand_ins_come_through_does_not_tell_kind_and_label_of_what_they_stand_for() {
    let desk = Desk::new();
    let more = ["--kind", "interview", "--tag", "zqtag", "--key"];
    for (key, state) in [("secret", "confidential"), ("known", "open")] {
        let add = ["source", "add", "A talk", "--confidentiality", state];
        desk.run(&[&add[..], &more, &[key]].concat()).succeeds();
    }
    for format in ["csl-json", "csv"] {
        for filter in [["--tag", "zqtag"], ["--kind", "interview"]] {
            let arguments = [&["export", "sources", "--format", format][..], &filter].concat();
            let out = desk.run(&arguments).succeeds().stdout;
            assert!(out.contains("known") && !out.contains("Confidential"), "{out}");
        }
        let as_shown = ["export", "sources", "--format", format, "--kind", "document"];
        assert!(desk.run(&as_shown).succeeds().stdout.contains("Confidential source 1"));
    }
}
