//! Tables of sources and of claims under other people's headings.

use std::fs;

use crate::desk::{Answer, Desk};

fn import(desk: &Desk, name: &str, text: &str, options: &[&str]) -> Answer {
    fs::write(desk.path(name), text).unwrap();
    desk.run(&[&["import", name], options].concat())
}

fn source(desk: &Desk, key: &str) -> serde_json::Value {
    let answer = desk
        .run(&["source", "show", key, "--format", "json", "--include-confidential"])
        .succeeds()
        .stdout;
    serde_json::from_str(&answer).unwrap()
}

fn claims(desk: &Desk) -> Vec<serde_json::Value> {
    let answer = desk.run(&["claim", "list", "--format", "json"]).succeeds().stdout;
    serde_json::from_str(&answer).unwrap()
}

const GERMAN: &str = "Autor;Titel;Zeitung;Datum;Typ;Seiten;Schlagwörter;Ablage\n\
    \"Weiß, Änne; Amt für Statistik\";\"Brücke; gesperrt\";Der Bote;15.03.2004;Zeitungsartikel;3;Brücke; A 12\n\
    ;Ohne alles;;;;;;\n";

#[test]
fn headings_are_understood_in_other_languages_and_what_is_not_is_kept() {
    let desk = Desk::new();
    let told = import(&desk, "quellen.csv", GERMAN, &[]).succeeds().stderr;
    assert!(told.contains("Titel is title") && told.contains("kept: Ablage"), "{told}");
    let bridge = source(&desk, "weiß-2004");
    assert_eq!(bridge["title"], "Brücke; gesperrt");
    assert_eq!(bridge["creators"], serde_json::json!(["Weiß, Änne", "Amt für Statistik"]));
    assert_eq!(bridge["container"], "Der Bote");
    assert_eq!(
        (&bridge["issued"], &bridge["kind"]),
        (&"2004-03-15".into(), &"newspaper-article".into())
    );
    assert_eq!(bridge["csv:Ablage"], " A 12");
    let csv = desk.run(&["export", "sources", "--format", "csv"]).succeeds().stdout;
    assert!(csv.lines().next().unwrap().ends_with("csv:Ablage"), "{csv}");
    assert!(import(&desk, "quellen.csv", GERMAN, &[]).succeeds().stderr.contains("nothing new"));
    desk.run(&["doctor"]).succeeds();
}

const ZOTERO: &str = "\"Key\",\"Item Type\",\"Publication Year\",\"Author\",\"Title\",\"Publication Title\",\
    \"ISBN\",\"DOI\",\"Url\",\"Date\",\"Date Added\",\"Access Date\",\"Pages\",\"Volume\",\"Manual Tags\",\"Type\"\n\
    \"ABCD2345\",\"journalArticle\",\"2017\",\"Lee, Ann; WHO\",\"The bank\",\"Ledger\",\"\",\"10.1/X\",\
    \"https://example.org/a\",\"March 2017\",\"2020-01-01 10:00:00\",\"2020-01-02 11:12:13\",\"1-9\",\"4\",\"money; banks\",\"\"\n";

#[test]
fn an_export_of_zotero_comes_in_as_it_is() {
    let desk = Desk::new();
    import(&desk, "zotero.csv", ZOTERO, &[]).succeeds();
    let bank = source(&desk, "ABCD2345");
    assert_eq!(bank["kind"], "journal-article");
    assert_eq!(bank["issued"], "2017-03");
    assert_eq!(bank["accessed"], "2020-01-02");
    assert_eq!(bank["csv:Access Date"], "2020-01-02 11:12:13");
    assert_eq!(bank["csv:Publication Year"], "2017");
    assert_eq!(bank["identifiers"], serde_json::json!(["doi:10.1/X"]));
    assert_eq!(bank["csl:volume"], "4");
    assert_eq!(bank["tags"], serde_json::json!(["money", "banks"]));
}

const CLAIMS: &str = "sep=\t\nAussage\tWer\tDatum\tBewertung\n\
    The bridge was closed.\tMayor\t2026-01-02\tfalse, they say\n\
    It fell.\t\t3/4/2026\t\n";

#[test]
fn claims_come_in_and_what_has_no_field_becomes_a_line_of_the_note() {
    let desk = Desk::new();
    let told = import(&desk, "claims.tsv", CLAIMS, &[]).succeeds().stderr;
    assert!(told.contains("line 4, `c2`: Datum `3/4/2026` is no date"), "{told}");
    let list = claims(&desk);
    assert_eq!((&list[0]["key"], &list[0]["claimant"]), (&"c1".into(), &"Mayor".into()));
    let shown = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(shown.contains("Bewertung: false, they say"), "{shown}");
    assert!(desk.run(&["claim", "show", "c2"]).succeeds().stdout.contains("Datum: 3/4/2026"));
}

#[test]
fn a_claim_without_a_key_is_known_again_by_what_it_says_and_keeps_what_the_table_does_not_say() {
    let desk = Desk::new();
    import(&desk, "claims.tsv", CLAIMS, &[]).succeeds();
    desk.run(&["claim", "edit", "c1", "--priority", "high"]).succeeds();
    assert!(import(&desk, "claims.tsv", CLAIMS, &[]).succeeds().stderr.contains("nothing new"));
    let changed = CLAIMS.replace("2026-01-02", "2026-01-03");
    import(&desk, "claims.tsv", &changed, &[]).fails();
    let told = import(&desk, "claims.tsv", &changed, &["--update"]).succeeds().stderr;
    assert!(told.contains("changed c1"), "{told}");
    assert_eq!(claims(&desk).len(), 2);
    let shown = desk.run(&["claim", "show", "c1"]).succeeds().stdout;
    assert!(shown.contains("2026-01-03") && shown.contains("high"), "{shown}");
}

#[test]
fn a_column_is_what_the_user_says_and_a_slip_is_told() {
    let desk = Desk::new();
    let table = "Überschrift,Vol,Intern\nOn banks,4,x\n";
    let told = import(&desk, "t.csv", table, &[]).fails().stderr;
    assert!(told.contains("t.csv, line 1") && told.contains("--map title=COLUMN"), "{told}");
    let told =
        import(&desk, "t.csv", table, &["--map", "titel=Überschrift", "--as", "sources"]).fails();
    assert!(told.stderr.contains("did you mean `title`"), "{told}");
    let told = import(&desk, "t.csv", table, &["--map", "title=überschrift"]).fails().stderr;
    assert!(told.contains("did you mean `Überschrift`"), "{told}");
    let map = ["--map", "title=Überschrift", "--map", "csl:volume=Vol", "--map", "ignore=Intern"];
    let dry = import(&desk, "t.csv", table, &[&map[..], &["--dry-run"]].concat()).succeeds().stderr;
    assert!(dry.contains("would take in 1 source") && dry.contains("left out: Intern"), "{dry}");
    import(&desk, "t.csv", table, &map).succeeds();
    let banks = source(&desk, "on-banks");
    assert_eq!((&banks["csl:volume"], banks.get("csv:Intern")), (&"4".into(), None));
}

#[test]
fn a_row_that_is_wrong_is_named_and_can_be_left_out_and_mended() {
    let desk = Desk::new();
    let table = "title,grade\n\"two\nlines\",A\nbad,Z\nlast,B,more\n";
    let told = import(&desk, "t.csv", table, &[]).fails().stderr;
    assert!(told.contains("t.csv, line 4: column `grade`, value `Z`"), "{told}");
    assert!(told.contains("t.csv, line 5: the row has 3 cells, the header 2"), "{told}");
    assert!(desk.run(&["source", "list", "--format", "json"]).succeeds().stdout.starts_with("[]"));
    import(&desk, "t.csv", table, &["--skip-invalid", "--rejects", "r.csv"]).succeeds();
    let rejects = fs::read_to_string(desk.path("r.csv")).unwrap();
    assert!(
        rejects.starts_with("title,grade,twosource: why it was left out\nbad,Z,\""),
        "{rejects}"
    );
    let mended: String =
        rejects.replace(",Z,", ",C,").lines().take(2).collect::<Vec<_>>().join("\n");
    import(&desk, "r.csv", &mended, &[]).succeeds();
    assert_eq!(source(&desk, "bad")["grade"], "C");
}

#[test]
fn a_table_never_opens_a_confidential_source() {
    let desk = Desk::new();
    let table = "key,title,confidentiality\ns,Talk,confidential\n";
    import(&desk, "t.csv", table, &[]).succeeds();
    let again = "key,title,confidentiality\ns,Talks,\n";
    import(&desk, "t.csv", again, &["--update"]).succeeds();
    let talk = source(&desk, "s");
    assert_eq!(
        (&talk["title"], &talk["confidentiality"]),
        (&"Talks".into(), &"confidential".into())
    );
}

#[test]
fn what_is_no_table_is_told_with_its_line() {
    let desk = Desk::new();
    for (text, told) in [
        ("title,title\na,b\n", "two columns have the heading `title`"),
        ("title,url\n\"a,b\n", "never closed"),
        ("title,claim\na,b\n", "could be sources or claims"),
        ("title,\na,b\n", "`b` stands in a column that has no heading"),
        ("statement,key\n,c1\n", "the row has no statement"),
    ] {
        let answer = import(&desk, "t.csv", text, &[]).fails();
        assert!(answer.stderr.contains(told) && answer.stderr.contains("line"), "{answer}");
    }
    let told = import(&desk, "citations.csv", "claim,source\nc1,s\n", &[]).fails().stderr;
    assert!(told.contains("name the folder"), "{told}");
    desk.run(&["import", "nothing-here", "--map", "title=x"]).fails();
}
