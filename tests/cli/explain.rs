use serde_json::Value;

use crate::desk::Desk;

/// A desk with the article and sources of its own, each `key lineage`.
fn desk_with_sources(sources: &[(&str, &str)]) -> Desk {
    let desk = Desk::new();
    for (key, lineage) in sources {
        let add = ["source", "add", key, "--kind", "report", "--key", key, "--lineage", lineage];
        desk.run(&add).succeeds();
    }
    desk.run(&["claim", "add", "It rained.", "--key", "rain"]).succeeds();
    desk
}

fn cite(desk: &Desk, arguments: &[&str]) {
    desk.run(&[&["cite", "rain"], arguments].concat()).succeeds();
}

fn derive(desk: &Desk, source: &str, origin: &str, relation: &str) {
    let words = ["source", "derive", source, "--from", origin, "--relation", relation, "--force"];
    desk.run(&words).succeeds();
}

fn explained(desk: &Desk) -> Value {
    let answer = desk.run(&["explain", "rain", "--format", "json"]).succeeds();
    serde_json::from_str(&answer.stdout).unwrap()
}

#[test]
fn shows_where_two_sources_are_really_one() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["explain", "vital-artery"]), @"
    --- stdout
    vital-artery: Bin Laden called Iran the main artery of his organisation.

    level     single-origin: 2 sources that are really one
    rests on  source obl-letter-karim; voice bin Laden, Usama

    ├─ citation 38 supports: obl-letter-karim ◆ ●
    │     “Letter to Karim” (letter, original, active; 2 sources rely on it)
    │     voice bin Laden, Usama ◆ (2 sources rely on it)
    └─ citation 39 supports, attributed to obl-letter-karim: odni-2016
       │  “Bin Laden's Bookshelf: release of 1 March 2016” (document, derived, active)
       │  voice Office of the Director of National Intelligence
       └─ has it from: obl-letter-karim ◆ ● see above

    ◆ weakest point: on every way from the claim to an origin; ● origin: nothing leads on from it

    why          Both sources that support it hang on obl-letter-karim and the word of bin Laden, Usama.
    to raise it  A further source that does not rely on obl-letter-karim or the word of bin Laden,
                 Usama.
      twosource cite vital-artery SOURCE
    --- status 0
    ");
}

#[test]
#[allow(clippy::too_many_lines)] // a whole answer as it is
fn shows_everything_to_programs() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["explain", "vital-artery", "--format", "json"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    {
      "schema": "twosource/explain/1",
      "claim": "vital-artery",
      "statement": "Bin Laden called Iran the main artery of his organisation.",
      "level": "single-origin",
      "sources": 2,
      "origins": 1,
      "weakest_points": [
        {
          "kind": "source",
          "name": "obl-letter-karim"
        },
        {
          "kind": "voice",
          "name": "bin Laden, Usama"
        }
      ],
      "why": "Both sources that support it hang on obl-letter-karim and the word of bin Laden, Usama.",
      "raise": "A further source that does not rely on obl-letter-karim or the word of bin Laden, Usama.",
      "commands": [
        "twosource cite vital-artery SOURCE"
      ],
      "citations": [
        {
          "number": 38,
          "stance": "supports",
          "locator": null,
          "quote": null,
          "credibility": null,
          "attributed_to": [],
          "path": {
            "source": "obl-letter-karim",
            "title": "Letter to Karim",
            "kind": "letter",
            "lineage": "original",
            "standing": "active",
            "step": "cited",
            "relations": [],
            "counts": true,
            "why_not": null,
            "origin": true,
            "weakest": true,
            "shared_by": 2,
            "points": [
              {
                "kind": "voice",
                "name": "bin Laden, Usama",
                "unnamed": false,
                "weakest": true,
                "shared_by": 2
              }
            ],
            "end": null,
            "path": []
          }
        },
        {
          "number": 39,
          "stance": "supports",
          "locator": null,
          "quote": null,
          "credibility": null,
          "attributed_to": [
            "obl-letter-karim"
          ],
          "path": {
            "source": "odni-2016",
            "title": "Bin Laden's Bookshelf: release of 1 March 2016",
            "kind": "document",
            "lineage": "derived",
            "standing": "active",
            "step": "cited",
            "relations": [],
            "counts": true,
            "why_not": null,
            "origin": false,
            "weakest": false,
            "shared_by": 1,
            "points": [
              {
                "kind": "voice",
                "name": "Office of the Director of National Intelligence",
                "unnamed": false,
                "weakest": false,
                "shared_by": 1
              }
            ],
            "end": null,
            "path": [
              {
                "source": "obl-letter-karim",
                "title": "Letter to Karim",
                "kind": "letter",
                "lineage": "original",
                "standing": "active",
                "step": "attributed",
                "relations": [],
                "counts": true,
                "why_not": null,
                "origin": true,
                "weakest": true,
                "shared_by": 2,
                "points": [
                  {
                    "kind": "voice",
                    "name": "bin Laden, Usama",
                    "unnamed": false,
                    "weakest": true,
                    "shared_by": 2
                  }
                ],
                "end": "above",
                "path": []
              }
            ]
          }
        }
      ]
    }
    --- status 0
    "#);
}

#[test]
fn says_what_keeps_apparent_corroboration_from_being_real() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["explain", "weapons-for-gulf-attacks"]), @"
    --- stdout
    weapons-for-gulf-attacks: Iran offered money, weapons and training at Hezbollah's camps to men who would attack United States interests in the Gulf.

    level  apparent: 2 sources from 2 origins with nothing in common, but nobody has established that
           they are independent

    ├─ citation 8 supports: abuhafs-document ●
    │     “Document by Abu Hafs al-Mauritani on Iran and the Salafists” (document, original, active)
    │     voice Abu Hafs al-Mauritani
    └─ citation 9 supports: lemonde-2017 ●
          “Geopolitics, the dangerous relationship between Iran and Al…” (newspaper-article, unknown, active)

    ● origin: nothing leads on from it

    why          Its 2 sources share nothing that is known of, but lemonde-2017 is not known to be
                 first-hand.
    to raise it  Find out where lemonde-2017 has it from: call original what is first-hand, and name the
                 origins of what is not.
      twosource source edit lemonde-2017 --lineage original
      twosource source derive lemonde-2017 --from ORIGIN
    --- status 0
    ");
}

#[test]
fn the_highest_level_needs_nothing() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["explain", "passports-unstamped"]), @"
    --- stdout
    passports-unstamped: Iranian border guards were told not to stamp the passports of al-Qaeda members.

    level  corroborated: 2 sources from 2 origins, none of which carries it alone

    ├─ citation 22 supports: larijani-2018 ●
    │     “Interview on Iranian state television” (interview, original, active)
    │     voice Larijani, Mohammad-Javad
    └─ citation 23 supports, section Iran and al-Qaeda, attributed to khallad-interrogation: 911-commission
       │  “The 9/11 Commission Report: Final Report of the National Com…” (report, original, active)
       │  voice National Commission on Terrorist Attacks Upon the United States
       └─ has it from: khallad-interrogation ●
             “Statements of Tawfiq bin Attash (Khallad) and other detainee…” (testimony, original, active)
             voice bin Attash, Tawfiq
             unnamed voice other detainees

    ● origin: nothing leads on from it

    why  Its 2 sources lead to origins that are known to be first-hand, and no single source, voice or
         identifier carries it alone.
    --- status 0
    ");
}

#[test]
fn says_why_a_source_does_not_count() {
    let desk = desk_with_sources(&[
        ("fell", "original"),
        ("copy", "unknown"),
        ("work", "original"),
        ("reprint", "unknown"),
        ("good", "original"),
    ]);
    derive(&desk, "copy", "fell", "republishes");
    derive(&desk, "reprint", "work", "translates");
    desk.run(&["claim", "edit", "rain", "--appears-in", "work"]).succeeds();
    for source in ["fell", "copy", "work", "reprint", "good"] {
        cite(&desk, &[source]);
    }
    desk.run(&["source", "standing", "fell", "retracted"]).succeeds();
    insta::assert_snapshot!(desk.run(&["explain", "rain"]), @"
    --- stdout
    rain: It rained.

    level     single-source: one source alone bears it out
    rests on  source good

    ├─ citation 1 supports: fell ✗ does not count: it was retracted
    │     “fell” (report, original, retracted)
    ├─ citation 2 supports: copy ✗ does not count: it carries the text of fell, which was retracted
    │     “copy” (report, derived, active)
    ├─ citation 3 supports: work ✗ does not count: the claim itself appears in it
    │     “work” (report, original, active)
    ├─ citation 4 supports: reprint ✗ does not count: the claim itself appears in work, another edition of the same text
    │     “reprint” (report, derived, active)
    └─ citation 5 supports: good ◆ ●
          “good” (report, original, active)

    ◆ weakest point: on every way from the claim to an origin; ● origin: nothing leads on from it

    why          Only good supports it; fell does not count because it was retracted, copy does not
                 count because it carries the text of fell, which was retracted, work does not count
                 because the claim itself appears in it and reprint does not count because the claim
                 itself appears in work, another edition of the same text.
    to raise it  A second source that does not rely on good.
      twosource cite rain SOURCE
    --- status 0
    ");
}

#[test]
fn cuts_a_circle_with_a_mark() {
    let desk = desk_with_sources(&[("a", "unknown"), ("b", "unknown"), ("c", "unknown")]);
    derive(&desk, "a", "b", "reports");
    derive(&desk, "b", "c", "quotes");
    derive(&desk, "c", "a", "reports");
    cite(&desk, &["a", "--locator", "page 3"]);
    insta::assert_snapshot!(desk.run(&["explain", "rain"]), @"
    --- stdout
    rain: It rained.

    level  unsupported: no source that counts bears it out

    └─ citation 1 supports, page 3: a
       │  “a” (report, derived, active)
       └─ reports: b
          │  “b” (report, derived, active)
          └─ quotes: c
             │  “c” (report, derived, active)
             └─ reports: a ↻ goes round in a circle

    why          What is cited in support of it does not count: a leads round in a circle.
    to raise it  A source that supports it, stands, and is not a work it appears in.
      twosource cite rain SOURCE
    --- status 0
    ");
}

#[test]
fn asks_from_which_of_several_origins_a_source_has_it() {
    let desk = desk_with_sources(&[
        ("digest", "unknown"),
        ("witness", "original"),
        ("letter", "original"),
        ("diary", "original"),
    ]);
    derive(&desk, "digest", "witness", "reports");
    derive(&desk, "digest", "letter", "reports");
    cite(&desk, &["digest"]);
    cite(&desk, &["diary"]);
    insta::assert_snapshot!(desk.run(&["explain", "rain"]), @"
    --- stdout
    rain: It rained.

    level  apparent: 2 sources from 3 origins with nothing in common, but nobody has established that
           they are independent

    ├─ citation 1 supports: digest
    │  │  “digest” (report, derived, active)
    │  ├─ reports: witness ●
    │  │     “witness” (report, original, active)
    │  └─ reports: letter ●
    │        “letter” (report, original, active)
    └─ citation 2 supports: diary ●
          “diary” (report, original, active)

    ● origin: nothing leads on from it

    why          Its 2 sources share nothing that is known of, but nobody said which of several origins
                 digest has it from.
    to raise it  Say from which of its origins digest has this statement.
      twosource citation edit 1 --attributed-to ORIGIN
    --- status 0
    ");
    // What the explanation proposes raises the level.
    let commands = explained(&desk)["commands"].clone();
    assert_eq!(commands[0], "twosource citation edit 1 --attributed-to ORIGIN");
    desk.run(&["citation", "edit", "1", "--attributed-to", "letter"]).succeeds();
    assert_eq!(explained(&desk)["level"], "corroborated");
}

#[test]
fn a_claim_without_sources_says_so() {
    let desk = desk_with_sources(&[]);
    insta::assert_snapshot!(desk.run(&["explain", "rain"]), @"
    --- stdout
    rain: It rained.

    level  unsupported: no source that counts bears it out

    why          No source is cited in support of it.
    to raise it  A source that supports it, stands, and is not a work it appears in.
      twosource cite rain SOURCE
    --- status 0
    ");
}

#[test]
fn what_disputes_is_shown_and_bears_nothing_out() {
    let desk = desk_with_sources(&[("a", "original")]);
    cite(&desk, &["a", "--stance", "disputes"]);
    let answer = explained(&desk);
    assert_eq!(answer["level"], "unsupported");
    assert_eq!(answer["citations"][0]["stance"], "disputes");
    assert_eq!(answer["why"], "No source is cited in support of it.");
}

#[test]
fn each_source_is_opened_once_however_many_lead_to_it() {
    let names: Vec<String> = (0..30).map(|number| format!("paper{number}")).collect();
    let mut sources = vec![("wire", "unknown"), ("letter", "original")];
    sources.extend(names.iter().map(|name| (name.as_str(), "unknown")));
    let desk = desk_with_sources(&sources);
    derive(&desk, "wire", "letter", "reports");
    for name in &names {
        derive(&desk, name, "wire", "republishes");
        cite(&desk, &[name]);
    }
    let answer = desk.run(&["explain", "rain"]).succeeds();
    assert_eq!(answer.stdout.matches("wire ◆ see above").count(), 29, "{answer}");
    assert_eq!(answer.stdout.matches("letter ◆ ●").count(), 1, "{answer}");
}

#[test]
fn a_title_has_no_power_over_the_terminal_or_the_tree() {
    let desk = desk_with_sources(&[]);
    let title = "Rain\u{1b}[2J\u{202e}";
    desk.run(&["source", "add", title, "--kind", "report", "--key", "a"]).succeeds();
    cite(&desk, &["a"]);
    for format in ["table", "json"] {
        let answer = desk.run(&["explain", "rain", "--format", format]).succeeds();
        assert!(!answer.stdout.contains(['\u{1b}', '\u{202e}']), "{answer}");
    }
}

#[test]
fn a_key_that_is_nearly_right_is_told() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["explain", "vital-artary"]).fails(), @"
    --- stderr
    error: there is no claim `vital-artary`
    hint: did you mean `vital-artery`?
    --- status 2
    ");
}

#[test]
fn names_the_source_that_supports_a_claim_not_one_in_a_circle() {
    let desk = Desk::new();
    for key in ["a", "p", "q", "r"] {
        desk.run(&["source", "add", key, "--kind", "report", "--key", key]).succeeds();
    }
    for (source, origin) in [("a", "p"), ("p", "a"), ("q", "p")] {
        desk.run(&["source", "derive", source, "--from", origin, "--force"]).succeeds();
    }
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    for source in ["a", "q", "r"] {
        desk.run(&["cite", "c1", source]).succeeds();
    }
    let told = desk.run(&["explain", "c1"]).succeeds().stdout;
    assert!(told.contains("Only r supports it"), "{told}");
}
