use std::fs;

use roxmltree::{Document, Node};

use crate::desk::Desk;

fn picture(desk: &Desk, arguments: &[&str]) -> String {
    let all = [&["graph", "--format", "svg"], arguments].concat();
    desk.run(&all).succeeds().stdout
}

/// The nodes of that kind, each as its lines of text.
fn drawn(svg: &Document<'_>, kind: &str) -> Vec<Vec<String>> {
    let class = format!("node {kind}");
    let is_one = |it: &Node<'_, '_>| it.attribute("class") == Some(&class);
    svg.descendants().filter(is_one).map(|it| texts(&it)).collect()
}

fn texts(node: &Node<'_, '_>) -> Vec<String> {
    let texts = node.descendants().filter(|it| it.has_tag_name("text"));
    texts.map(|it| it.text().unwrap_or_default().to_owned()).collect()
}

/// What the legend explains.
fn legend(svg: &Document<'_>) -> Vec<String> {
    let found = svg.descendants().find(|it| it.attribute("class") == Some("legend"));
    texts(&found.unwrap())
}

#[test]
fn a_claim_is_drawn_with_what_it_hangs_on() {
    let text = picture(&Desk::with_the_article(), &["vital-artery"]);
    let svg = Document::parse(&text).unwrap();
    let claims = drawn(&svg, "claim");
    assert_eq!(claims.len(), 1);
    assert_eq!(claims[0].first().unwrap(), "vital-artery");
    assert_eq!(claims[0].last().unwrap(), "single-origin");
    let origins = drawn(&svg, "origin");
    let letter = origins.iter().find(|it| it[0] == "obl-letter-karim").unwrap();
    assert_eq!(letter.join(" "), "obl-letter-karim Letter to Karim weakest point");
    let work = origins.iter().find(|it| it[0] == "menamm-2019").unwrap().join(" ");
    assert!(work.ends_with("does not count: the claim itself appears in it"), "{work}");
    assert!(
        drawn(&svg, "voice")
            .contains(&vec!["bin Laden, Usama".to_owned(), "weakest point".to_owned()])
    );
    assert!(text.contains("<title>citation 39: has it from</title>"));
    assert!(text.contains(">single-origin: 2 sources that are really one</text>"));
}

#[test]
fn the_legend_explains_what_is_there_and_nothing_else() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "It rained.", "--key", "rain"]).succeeds();
    let alone = picture(&desk, &["rain"]);
    assert_eq!(legend(&Document::parse(&alone).unwrap()), ["claim"]);
    desk.run(&["source", "add", "Paper", "--kind", "report", "--key", "paper"]).succeeds();
    desk.run(&["cite", "rain", "paper", "--stance", "disputes"]).succeeds();
    let disputed = picture(&desk, &["rain"]);
    assert_eq!(
        legend(&Document::parse(&disputed).unwrap()),
        ["claim", "origin: a way from a claim ends here", "disputes"]
    );
}

#[test]
fn the_whole_casebook_is_drawn_without_the_work_that_makes_all_the_claims() {
    let text = picture(&Desk::with_the_article(), &[]);
    let svg = Document::parse(&text).unwrap();
    assert_eq!(drawn(&svg, "claim").len(), 105);
    assert_eq!(drawn(&svg, "source").len() + drawn(&svg, "origin").len(), 35);
    assert!(text.contains(">Not drawn, because they only make the claims: menamm-2019</text>"));
    assert!(!text.contains("appears in"));
    let points = texts(&svg.root_element());
    assert!(points.contains(&"weakest point of 8 claims".to_owned()));
}

#[test]
fn a_source_that_is_cited_only_for_what_it_has_from_elsewhere_is_no_origin() {
    let desk = Desk::new();
    for key in ["paper", "wire"] {
        desk.run(&["source", "add", key, "--kind", "report", "--key", key]).succeeds();
    }
    desk.run(&["claim", "add", "It rained.", "--key", "rain"]).succeeds();
    desk.run(&["cite", "rain", "paper", "--attributed-to", "wire"]).succeeds();
    let text = picture(&desk, &["rain"]);
    let svg = Document::parse(&text).unwrap();
    assert_eq!((drawn(&svg, "source").len(), drawn(&svg, "origin").len()), (1, 1));
}

#[test]
fn many_citations_of_one_source_are_one_line() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "It rained.", "--key", "rain"]).succeeds();
    desk.run(&["source", "add", "Paper", "--kind", "report", "--key", "paper"]).succeeds();
    for page in ["page 1", "page 2"] {
        desk.run(&["cite", "rain", "paper", "--locator", page]).succeeds();
    }
    let text = picture(&desk, &["rain"]);
    assert_eq!(text.matches("<g class=\"line\">").count(), 1);
    assert!(text.contains("<title>supports, page 1; page 2</title>"), "{text}");
}

#[test]
fn names_in_any_script_are_text_with_their_direction() {
    let desk = Desk::new();
    let title = "</text><script>x()</script>&\u{ffff}\u{202e}\u{1b}[2J";
    desk.run(&["source", "add", title, "--kind", "report", "--key", "a\"<b>"]).succeeds();
    desk.run(&["claim", "add", "پل فرو ریخت.", "--key", "پل"]).succeeds();
    desk.run(&["cite", "پل", "a\"<b>", "--locator", "صفحه ۴ <i>"]).succeeds();
    let text = picture(&desk, &["پل"]);
    let svg = Document::parse(&text).unwrap();
    assert!(svg.descendants().all(|it| !it.has_tag_name("script") && !it.has_tag_name("i")));
    assert!(!text.contains(['\u{ffff}', '\u{202e}', '\u{1b}']));
    assert_eq!(drawn(&svg, "origin")[0][0], "a\"<b>");
    let statement = svg.descendants().find(|it| it.text() == Some("پل فرو ریخت."));
    assert_eq!(statement.unwrap().attribute("direction"), Some("rtl"));
    for outside in ["href", "url(", "@import", "<image"] {
        assert!(!text.contains(outside), "{outside}: it loads nothing");
    }
}

#[test]
fn it_goes_into_a_file_that_is_replaced_only_if_that_is_said() {
    let desk = Desk::with_the_article();
    let write = ["graph", "vital-artery", "--format", "svg", "--output", "c.svg"];
    insta::assert_snapshot!(desk.run(&write).succeeds(), @"
    --- stderr
    drew 1 claim to c.svg
    --- status 0
    ");
    let text = fs::read_to_string(desk.path("c.svg")).unwrap();
    assert_eq!(text, picture(&desk, &["vital-artery"]));
    desk.run(&write).fails();
    desk.run(&[&write[..], &["--force"]].concat()).succeeds();
}

#[test]
fn no_picture_names_a_withheld_source_unasked() {
    let desk = Desk::with_the_article();
    let hide = ["source", "edit", "obl-letter-karim", "--confidentiality", "confidential"];
    desk.run(&hide).succeeds();
    for format in ["svg", "dot", "mermaid", "json"] {
        // A statement has the title of the letter.
        let graph = ["graph", "vital-artery", "--format", format, "--allow-names"];
        let outside = desk.run(&graph).succeeds();
        assert!(!outside.stdout.contains("obl-letter-karim"), "{outside}");
        assert!(outside.stderr.contains("1 confidential source is a stand-in"), "{outside}");
        let inside = desk.run(&[&graph[..], &["--include-confidential"]].concat()).succeeds();
        assert!(inside.stdout.contains("obl-letter-karim"), "{inside}");
    }
    // A source can be asked for by the key that it has.
    let asked = desk.run(&["graph", "--source", "obl-letter-karim", "--allow-names"]).succeeds();
    assert!(!asked.stdout.contains("obl-letter-karim"), "{asked}");
    assert!(asked.stdout.contains("confidential-source-1"), "{asked}");
}
