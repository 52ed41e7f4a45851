use serde_json::Value;

use crate::desk::Desk;

#[test]
fn draws_a_claim_for_graphviz() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["graph", "vital-artery"]), @r##"
    --- stdout
    digraph casebook {
      rankdir=LR;
      node [fontname="Helvetica", style=filled];
      edge [fontname="Helvetica", fontsize=10];
      n1 [label="vital-artery\nBin Laden called Iran the main artery of his org…\nsingle-origin", shape=note, fillcolor="#dbe7f7"];
      n2 [label="menamm-2019\nThe Relationship between Iranian Regime and Al Q…\n✗ does not count", shape=cylinder, fillcolor="#dff0d8", style="filled,dashed", fontcolor="#777777"];
      n3 [label="odni-2016\nBin Laden's Bookshelf: release of 1 March 2016", shape=box, fillcolor="#ffffff"];
      n4 [label="◆ obl-letter-karim\nLetter to Karim", shape=cylinder, fillcolor="#dff0d8", color="#b34700", penwidth=3];
      n5 [label="obl-letter-haven\nLetter on the entry into Iran after the attacks", shape=cylinder, fillcolor="#dff0d8"];
      n6 [label="The Middle East and North Africa Media Monitor", shape=ellipse, fillcolor="#f3e6f7"];
      n7 [label="Office of the Director of National Intelligence", shape=ellipse, fillcolor="#f3e6f7"];
      n8 [label="◆ bin Laden, Usama", shape=ellipse, fillcolor="#f3e6f7", color="#b34700", penwidth=3];
      n1 -> n2 [label="appears in", style=dashed, color="#999999"];
      n1 -> n4 [label="supports"];
      n1 -> n3 [label="supports"];
      n3 -> n4 [label="citation 39: has it from", style=bold];
      n3 -> n4 [label="collects", color="#555555"];
      n3 -> n5 [label="collects", color="#555555"];
      n2 -> n6 [label="", style=dotted, arrowhead=none];
      n3 -> n7 [label="", style=dotted, arrowhead=none];
      n4 -> n8 [label="", style=dotted, arrowhead=none];
      n5 -> n8 [label="", style=dotted, arrowhead=none];
    }
    --- status 0
    "##);
}

#[test]
fn draws_a_claim_for_mermaid() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["graph", "vital-artery", "--format", "mermaid"]), @r#"
    --- stdout
    flowchart LR
      n1>"vital-artery<br/>Bin Laden called Iran the main artery of his org…<br/>single-origin"]:::claim
      n2[("menamm-2019<br/>The Relationship between Iranian Regime and Al Q…<br/>✗ does not count")]:::origin
      n3["odni-2016<br/>Bin Laden's Bookshelf: release of 1 March 2016"]:::source
      n4[("◆ obl-letter-karim<br/>Letter to Karim")]:::origin
      n5[("obl-letter-haven<br/>Letter on the entry into Iran after the attacks")]:::origin
      n6(["The Middle East and North Africa Media Monitor"]):::voice
      n7(["Office of the Director of National Intelligence"]):::voice
      n8(["◆ bin Laden, Usama"]):::voice
      n1 -.->|"appears in"| n2
      n1 -->|"supports"| n4
      n1 -->|"supports"| n3
      n3 ==>|"citation 39: has it from"| n4
      n3 -->|"collects"| n4
      n3 -->|"collects"| n5
      n2 --- n6
      n3 --- n7
      n4 --- n8
      n5 --- n8
      classDef claim fill:#dbe7f7,stroke:#336,color:#000
      classDef source fill:#fff,stroke:#333,color:#000
      classDef origin fill:#dff0d8,stroke:#363,color:#000
      classDef voice fill:#f3e6f7,stroke:#636,color:#000
      classDef identifier fill:#eee,stroke:#333,color:#000
      classDef weakest stroke:#b34700,stroke-width:4px
      classDef fallen stroke-dasharray:4 4,color:#777
      class n2 fallen
      class n4 weakest
      class n8 weakest
    --- status 0
    "#);
}

fn drawn(desk: &Desk, arguments: &[&str]) -> Value {
    let answer = desk.run(&[&["graph", "--format", "json"], arguments].concat()).succeeds();
    serde_json::from_str(&answer.stdout).unwrap()
}

fn names<'a>(graph: &'a Value, kind: &str) -> Vec<&'a str> {
    let nodes = graph["nodes"].as_array().unwrap().iter();
    nodes.filter(|it| it["kind"] == kind).map(|it| it["name"].as_str().unwrap()).collect()
}

#[test]
fn tells_programs_what_is_what() {
    let desk = Desk::with_the_article();
    let graph = drawn(&desk, &["vital-artery"]);
    assert_eq!(graph["schema"], "twosource/graph/1");
    assert_eq!(names(&graph, "claim"), ["vital-artery"]);
    assert!(names(&graph, "origin").contains(&"obl-letter-karim"));
    assert!(names(&graph, "voice").contains(&"bin Laden, Usama"));
    let nodes = graph["nodes"].as_array().unwrap();
    let weakest: Vec<_> = nodes.iter().filter(|it| it["weakest"] == true).collect();
    assert_eq!(weakest.len(), 2, "the letter and who wrote it");
}

#[test]
fn a_source_comes_with_the_claims_that_lean_on_it() {
    let desk = Desk::with_the_article();
    let graph = drawn(&desk, &["--source", "obl-letter-karim"]);
    let claims = names(&graph, "claim");
    for claim in ["letter-good-ties", "vital-artery", "artery-uses", "no-attack-advice"] {
        assert!(claims.contains(&claim), "{claim} is missing");
    }
    assert!(names(&graph, "source").contains(&"odni-2016"));
}

#[test]
fn claims_that_do_not_lean_on_a_source_stay_out_of_its_graph() {
    let desk = Desk::new();
    for key in ["letter", "paper", "other"] {
        desk.run(&["source", "add", key, "--kind", "report", "--key", key]).succeeds();
    }
    desk.run(&["claim", "add", "It rained.", "--key", "rain"]).succeeds();
    desk.run(&["claim", "add", "It snowed.", "--key", "snow"]).succeeds();
    desk.run(&["cite", "rain", "paper", "--attributed-to", "letter"]).succeeds();
    desk.run(&["cite", "snow", "paper"]).succeeds();
    desk.run(&["cite", "snow", "other"]).succeeds();
    let graph = drawn(&desk, &["--source", "letter"]);
    assert_eq!(names(&graph, "claim"), ["rain"]);
    assert_eq!(names(&graph, "origin"), ["letter"]);
}

#[test]
fn the_whole_casebook_has_every_claim_and_source() {
    let desk = Desk::with_the_article();
    let graph = drawn(&desk, &[]);
    assert_eq!(names(&graph, "claim").len(), 105);
    assert_eq!(names(&graph, "source").len() + names(&graph, "origin").len(), 36);
}

#[test]
fn two_records_of_one_page_meet_in_the_page() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "It rained.", "--key", "rain"]).succeeds();
    for key in ["a", "b"] {
        let add = ["source", "add", key, "--kind", "web-page", "--key", key];
        desk.run(&[&add[..], &["--url", "https://example.org/rain"]].concat()).succeeds();
        desk.run(&["cite", "rain", key]).succeeds();
    }
    let graph = drawn(&desk, &["rain"]);
    assert_eq!(names(&graph, "identifier"), ["url:example.org/rain"]);
}

#[test]
fn what_does_not_count_is_marked() {
    let desk = Desk::with_the_article();
    desk.run(&["source", "standing", "obl-letter-karim", "retracted"]).succeeds();
    let answer = desk.run(&["graph", "vital-artery"]).succeeds();
    assert!(answer.stdout.contains("✗ does not count\", shape=cylinder"), "{answer}");
    let graph = drawn(&desk, &["vital-artery"]);
    let nodes = graph["nodes"].as_array().unwrap();
    let letter = nodes.iter().find(|it| it["name"] == "obl-letter-karim").unwrap();
    assert_eq!(letter["why_not"], "it was retracted");
}

#[test]
fn names_have_no_power_over_any_format() {
    let desk = Desk::new();
    let title = "\"];\\N<b>&[x]|{y}`#;\u{202e}\u{1b}[2J";
    desk.run(&["source", "add", title, "--kind", "report", "--key", "a\"b"]).succeeds();
    desk.run(&["claim", "add", "It \"rained\" <i>.", "--key", "rain"]).succeeds();
    desk.run(&["cite", "rain", "a\"b", "--locator", "page \"3\"|"]).succeeds();
    insta::assert_snapshot!(desk.run(&["graph", "rain"]), @r##"
    --- stdout
    digraph casebook {
      rankdir=LR;
      node [fontname="Helvetica", style=filled];
      edge [fontname="Helvetica", fontsize=10];
      n1 [label="rain\nIt \"rained\" <i>.\nsingle-source", shape=note, fillcolor="#dbe7f7"];
      n2 [label="◆ a\"b\n\"];\\N<b>&amp;[x]|{y}`#;�␛[2J", shape=cylinder, fillcolor="#dff0d8", color="#b34700", penwidth=3];
      n1 -> n2 [label="supports, page \"3\"|"];
    }
    --- status 0
    "##);
    insta::assert_snapshot!(desk.run(&["graph", "rain", "--format", "mermaid"]), @r#"
    --- stdout
    flowchart LR
      n1>"rain<br/>It #34;rained#34; #60;i#62;.<br/>single-source"]:::claim
      n2[("◆ a#34;b<br/>#34;#93;#59;#92;N#60;b#62;#38;#91;x#93;#124;#123;y#125;#96;#35;#59;�␛#91;2J")]:::origin
      n1 -->|"supports, page #34;3#34;#124;"| n2
      classDef claim fill:#dbe7f7,stroke:#336,color:#000
      classDef source fill:#fff,stroke:#333,color:#000
      classDef origin fill:#dff0d8,stroke:#363,color:#000
      classDef voice fill:#f3e6f7,stroke:#636,color:#000
      classDef identifier fill:#eee,stroke:#333,color:#000
      classDef weakest stroke:#b34700,stroke-width:4px
      classDef fallen stroke-dasharray:4 4,color:#777
      class n2 weakest
    --- status 0
    "#);
}

#[test]
fn what_is_not_there_is_told_with_the_nearest() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["graph", "vital-artary"]).fails(), @"
    --- stderr
    error: there is no claim `vital-artary`
    hint: did you mean `vital-artery`?
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["graph", "--source", "obl-letter-karin"]).fails(), @"
    --- stderr
    error: there is no source `obl-letter-karin`
    hint: did you mean `obl-letter-karim`?
    --- status 2
    ");
}
