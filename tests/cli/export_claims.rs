//! `twosource export claims`, and `export sources` as a table: what spreadsheets open.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use crate::desk::Desk;

/// The parts of a workbook, by name.
fn parts(file: &Path) -> Vec<(String, String)> {
    let mut archive = ZipArchive::new(File::open(file).unwrap()).unwrap();
    let count = archive.len();
    let read = |place| {
        let mut part = archive.by_index(place).unwrap();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        (part.name().unwrap().into_owned(), text)
    };
    (0..count).map(read).collect()
}

fn part(file: &Path, name: &str) -> String {
    parts(file).into_iter().find(|(part, _)| part == name).unwrap().1
}

/// The cells of a sheet, row by row, that hold anything.
fn rows(file: &Path, number: usize) -> Vec<Vec<String>> {
    let sheet = part(file, &format!("xl/worksheets/sheet{number}.xml"));
    let shared = parts(file).into_iter().find(|(name, _)| name == "xl/sharedStrings.xml");
    let shared: Vec<String> = shared.map(|(_, text)| texts_of(&text, "si")).unwrap_or_default();
    let document = roxmltree::Document::parse(&sheet).unwrap();
    let is =
        |name: &'static str| move |node: &roxmltree::Node<'_, '_>| node.has_tag_name((MAIN, name));
    let rows = document.descendants().filter(is("row"));
    rows.map(|row| {
        let cells = row.children().filter(is("c"));
        let text = |cell: roxmltree::Node<'_, '_>| {
            let text = text_in(cell);
            let is_shared = cell.attribute("t") == Some("s");
            if is_shared { shared[text.parse::<usize>().unwrap()].clone() } else { text }
        };
        cells.filter(|cell| cell.has_children()).map(text).collect()
    })
    .collect()
}

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

fn texts_of(xml: &str, tag: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(xml).unwrap();
    let items = document.descendants().filter(|node| node.has_tag_name((MAIN, tag)));
    items.map(text_in).collect()
}

fn text_in(node: roxmltree::Node<'_, '_>) -> String {
    node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
}

#[test]
fn a_workbook_holds_claims_with_evidence_and_findings_then_findings_then_sources() {
    let desk = Desk::with_the_article();
    let told = desk.run(&["export", "claims", "-o", "claims.xlsx"]).succeeds().stderr;
    assert!(told.contains("wrote 105 claims to claims.xlsx"), "{told}");
    let file = desk.path("claims.xlsx");
    let claims = rows(&file, 1);
    assert_eq!(claims[0][..4], ["key", "statement", "level", "meaning"]);
    assert_eq!(claims.len(), 106);
    let claim = claims.iter().find(|row| row[0] == "vital-artery").unwrap();
    assert_eq!(claim[2..6], ["single-origin", "2 sources that are really one", "2", "1"]);
    assert!(claim.contains(
        &"supports obl-letter-karim\nsupports odni-2016, from obl-letter-karim".to_owned()
    ));
    assert!(claim.iter().any(|cell| cell.contains("(single-origin)")), "{claim:?}");
    assert_eq!(rows(&file, 2)[0][..3], ["severity", "rule", "claim"]);
    assert_eq!(rows(&file, 3).len(), 1 + desk.store().count_sources().unwrap() as usize);
    let sheet = part(&file, "xl/worksheets/sheet1.xml");
    assert!(sheet.contains("state=\"frozen\"") && sheet.contains("<autoFilter"), "{sheet}");
}

#[test]
fn nothing_in_it_is_a_formula_and_only_addresses_of_the_web_are_links() {
    let desk = Desk::new();
    let formula = "=HYPERLINK(\"http://x\")";
    desk.run(&["claim", "add", formula, "--note", "بانک مرکزی\u{1}"]).succeeds();
    for (title, url) in [("+1", "javascript:alert(1)"), ("@b", "HTTPS://example.org/?a=1&b=\"2\"")]
    {
        desk.run(&["source", "add", title, "--kind", "web-page", "--url", url]).succeeds();
    }
    desk.run(&["export", "claims", "-o", "a.xlsx"]).succeeds();
    let file = desk.path("a.xlsx");
    assert_eq!(rows(&file, 1)[1][1], formula);
    assert!(rows(&file, 1)[1].contains(&"بانک مرکزی␁".to_owned()));
    assert!(part(&file, "xl/styles.xml").contains("readingOrder=\"2\""));
    assert!(parts(&file).iter().all(|(_, text)| !text.contains("<f>")));
    let links = part(&file, "xl/worksheets/_rels/sheet3.xml.rels");
    assert!(links.contains("https://example.org/?a=1") || links.contains("HTTPS://example.org"));
    assert!(!links.contains("javascript"), "{links}");
    assert!(rows(&file, 3)[1].contains(&"javascript:alert(1)".to_owned()));
    let csv = desk.run(&["export", "claims", "--format", "csv"]).succeeds().stdout;
    assert!(csv.contains("'=HYPERLINK"), "{csv}");
}

#[test]
fn what_is_too_long_for_a_cell_is_cut_and_told() {
    let desk = Desk::new();
    let long = "🙂".repeat(20_000);
    desk.run(&["claim", "add", "Short.", "--note", &long]).succeeds();
    let told = desk.run(&["export", "claims", "-o", "a.xlsx"]).succeeds().stderr;
    assert!(told.contains("1 text longer than the 32,767 characters"), "{told}");
    let note = rows(&desk.path("a.xlsx"), 1)[1].last().unwrap().clone();
    assert!(note.ends_with("🙂 […]") && note.encode_utf16().count() <= 32_767);
    let csv = desk.run(&["export", "claims", "--format", "csv"]).succeeds().stdout;
    assert!(csv.contains(&long));
}

/// A casebook whose only claim rests on two sources, one of them confidential.
fn with_a_secret() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bridge was closed."]).succeeds();
    let secret = ["source", "add", "Talk with Jane", "--kind", "interview", "--key", "doe-2026"];
    let withheld = [
        "--author",
        "Doe, Jane",
        "--confidentiality",
        "confidential",
        "--url",
        "https://doe.example",
    ];
    desk.run(&[secret.as_slice(), &withheld].concat()).succeeds();
    let open = ["source", "add", "Report", "--kind", "report", "--key", "report"];
    desk.run(&[open.as_slice(), &["--author", "Doe, Jane"]].concat()).succeeds();
    desk.run(&["cite", "c1", "doe-2026", "--locator", "page 7", "--quote", "Jane saw it"])
        .succeeds();
    desk.run(&["cite", "c1", "report"]).succeeds();
    desk
}

#[test]
fn a_confidential_source_is_a_stand_in_and_what_follows_from_it_is_not_told() {
    let desk = with_a_secret();
    let told = desk.run(&["export", "claims", "-o", "a.xlsx"]).succeeds().stderr;
    assert!(told.contains("1 confidential source is a stand-in"), "{told}");
    let file = desk.path("a.xlsx");
    // That both have it from one person would say who the confidential one is.
    assert_eq!(rows(&file, 1)[1][2], "apparent");
    for (name, text) in parts(&file) {
        for word in ["doe-2026", "doe.example", "Talk", "page 7", "interview"] {
            assert!(!text.contains(word), "{word} in {name}");
        }
    }
    for format in ["csv", "xlsx"] {
        let to = format!("sources.{format}");
        desk.run(&["export", "sources", "--format", format, "-o", &to]).succeeds();
    }
    let csv = std::fs::read_to_string(desk.path("sources.csv")).unwrap();
    assert!(csv.contains("Confidential source 1") && !csv.contains("doe-2026"), "{csv}");
    let sheet = rows(&desk.path("sources.xlsx"), 1);
    assert_eq!(sheet[1][2], "Confidential source 1");
    assert!(!format!("{sheet:?}").contains("doe.example"));
}

#[test]
fn with_include_confidential_everything_is_there() {
    let desk = with_a_secret();
    let arguments = ["export", "claims", "-o", "a.xlsx", "--include-confidential"];
    desk.run(&arguments).succeeds();
    let claim = &rows(&desk.path("a.xlsx"), 1)[1];
    assert_eq!(claim[2], "single-origin");
    assert!(claim.contains(&"supports doe-2026, page 7\nsupports report".to_owned()), "{claim:?}");
}

#[test]
fn a_workbook_needs_a_file_and_replaces_none() {
    let desk = Desk::with_the_article();
    let told = desk.run(&["export", "claims"]).fails().stderr;
    assert!(told.contains("--output NAME.xlsx"), "{told}");
    desk.run(&["export", "sources", "--format", "xlsx"]).fails();
    std::fs::write(desk.path("a.xlsx"), "mine").unwrap();
    desk.run(&["export", "claims", "-o", "a.xlsx"]).fails();
    assert_eq!(std::fs::read_to_string(desk.path("a.xlsx")).unwrap(), "mine");
}
