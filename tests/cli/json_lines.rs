//! A case as JSON Lines, out and in again.

use std::fs;

use crate::desk::Desk;

fn written(lines: &[&str]) -> (Desk, String) {
    let desk = Desk::new();
    fs::write(desk.path("case.jsonl"), lines.join("\n")).unwrap();
    let answer = desk.run(&["import", "case.jsonl"]);
    let told = answer.stderr;
    (desk, told)
}

#[test]
fn a_casebook_comes_back_the_same_byte_for_byte() {
    let (first, second) = (Desk::with_the_article(), Desk::new());
    first
        .run(&[
            "source",
            "edit",
            "911-commission",
            "--tag",
            "a; b",
            "--tag",
            " c\\;d",
            "--note",
            " two\nlines ",
        ])
        .succeeds();
    first
        .run(&["waive", "vital-artery", "single-origin", "--reason", "It is the record."])
        .succeeds();
    first.run(&["rule", "set", "missing-locator", "--severity", "off"]).succeeds();
    first.run(&["claim", "assign", "vital-artery", "Ben", "Cem"]).succeeds();
    first.run(&["review", "set", "--required", "2"]).succeeds();
    let ris = "TY  - RPRT\nTI  - A report\nC5  - kept\nVL  - 12\nER  - \n";
    fs::write(first.path("one.ris"), ris).unwrap();
    first.run(&["import", "one.ris"]).succeeds();
    first.run(&["export", "case", "--format", "jsonl", "-o", "case.jsonl"]).succeeds();
    let path = first.path("case.jsonl");
    let told = second.run(&["import", path.to_str().unwrap()]).succeeds().stderr;
    assert!(told.contains("105 claims"), "{told}");
    let lines = fs::read_to_string(&path).unwrap();
    assert_eq!(second.run(&["export", "case", "--format", "jsonl"]).succeeds().stdout, lines);
    assert!(lines.contains("\"tags\":[\"a; b\",\"c\\\\;d\"]"), "lists are lists");
    let again = second.run(&["import", path.to_str().unwrap()]).succeeds().stderr;
    assert!(again.contains("nothing new"), "{again}");
    // The case folder says the same.
    for desk in [&first, &second] {
        desk.run(&["export", "case", "--output", "folder"]).succeeds();
    }
    for file in [
        "sources.csv",
        "claims.csv",
        "citations.csv",
        "waivers.csv",
        "rules.csv",
        "assignments.csv",
        "review_policy.csv",
    ] {
        let of = |desk: &Desk| fs::read(desk.path("folder").join(file)).unwrap();
        assert_eq!(of(&first), of(&second), "{file}");
    }
    second.run(&["doctor"]).succeeds();
}

#[test]
fn records_may_stand_in_any_order_and_values_may_be_numbers() {
    let (desk, told) = written(&[
        r#"{"type": "citation", "claim": "c1", "source": "s", "credibility": 2}"#,
        "",
        r#"{"type": "claim", "key": "c1", "statement": "It rained.", "appears_in": "s", "note": null}"#,
        r#"{"type": "source", "key": "s", "kind": "book", "title": "T", "issued": 2017, "creators": ["Lee, Ann", "issuer: WHO"],
           "csl:volume": "3"}"#.replace('\n', " ").as_str(),
    ]);
    assert!(told.contains("took in 1 source, 1 claim, 1 citation"), "{told}");
    let source = desk.run(&["source", "show", "s"]).succeeds().stdout;
    assert!(
        source.contains("2017") && source.contains("WHO") && source.contains("Lee, Ann"),
        "{source}"
    );
}

#[test]
fn what_is_wrong_is_told_with_line_column_and_value() {
    for (line, parts) in [
        (r#"{"type": "claim", "key": "c2""#, ["line 2: the line is no object", "one whole object"]),
        ("[1]", ["line 2: the line is no object", "one whole object"]),
        (r#"{"key": "c2"}"#, ["line 2: the line does not say what it is", "source, claim"]),
        (
            r#"{"type": "clame", "key": "c2"}"#,
            ["line 2: `clame` is no type", "did you mean `claim`"],
        ),
        (
            r#"{"type": "claim", "key": "c2"}"#,
            ["line 2, column `statement`", "every line of this type has key, statement"],
        ),
        (
            r#"{"type": "claim", "key": "c2", "statement": "S", "claimd_on": "2017"}"#,
            ["line 2, column `claimd_on`", "did you mean `claimed_on`"],
        ),
        (
            r#"{"type": "claim", "key": "c2", "statement": "S", "claimed_on": "soon"}"#,
            ["line 2, column `claimed_on`, value `soon`", "2017-09-10"],
        ),
        (
            r#"{"type": "claim", "key": "c2", "statement": ["S"]}"#,
            ["line 2, column `statement`", "without brackets"],
        ),
        (
            r#"{"type": "claim", "key": "c2", "statement": true}"#,
            ["line 2, column `statement`", "in quotation marks"],
        ),
        (
            r#"{"type": "claim", "key": "c2", "statement": "S", "key": "c3"}"#,
            ["line 2, column `key`", "keep one"],
        ),
        (
            r#"{"type": "claim", "key": "c2", "statement": "S", "appears_in": "gone"}"#,
            ["line 2, column `appears_in`, value `gone`", "there is no source"],
        ),
    ] {
        let (desk, told) =
            written(&[r#"{"type": "claim", "key": "c1", "statement": "It rained."}"#, line]);
        for part in parts {
            assert!(told.contains(part), "{line}: {part}\n{told}");
        }
        assert!(desk.run(&["claim", "list"]).succeeds().stderr.contains("no claims"), "{line}");
    }
}

#[test]
fn a_confidential_source_stays_behind_unless_asked_for() {
    let line = r#"{"type":"source","key":"secret","kind":"letter","title":"SECRET","confidentiality":"confidential"}"#;
    let (desk, _) = written(&[line]);
    let answer = desk.run(&["export", "case", "--format", "jsonl"]).succeeds();
    assert!(!answer.stdout.to_lowercase().contains("secret\""), "{answer}");
    assert!(answer.stderr.contains("1 confidential source is a stand-in"), "{answer}");
    let open =
        desk.run(&["export", "case", "--format", "jsonl", "--include-confidential"]).succeeds();
    assert!(
        open.stdout.starts_with(
            &line[..line.len() - 1].replace(",\"confidentiality\":\"confidential\"", "")
        ),
        "{open}"
    );
}
