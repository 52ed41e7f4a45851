use serde_json::Value;

use crate::desk::Desk;

#[test]
fn tells_what_would_fall_with_a_source() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["impact", "obl-letter-karim"]), @"
    --- stdout
    claim             now            then         statement
    ────────────────  ─────────────  ───────────  ──────────────────────────────────────────────────────
    letter-good-ties  single-source  unsupported  Bin Laden's letter to Karim speaks of good ties
                                                  between al-Qaeda and Iran.
    vital-artery      single-origin  unsupported  Bin Laden called Iran the main artery of his
                                                  organisation.
    artery-uses       single-source  unsupported  Money, men, messages and the exchange of hostages
                                                  reached al-Qaeda by way of Iran.
    no-attack-advice  single-origin  unsupported  Bin Laden advised against attacking Iran.

    If obl-letter-karim were retracted:
      4 claims would lose all support
      0 claims would fall to a lower level
      0 claims would lean on it and yet keep the level
    --- status 0
    ");
    let answer = desk.run(&["impact", "obl-letter-karim", "--format", "csv"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    claim,from,to,statement
    letter-good-ties,single-source,unsupported,Bin Laden's letter to Karim speaks of good ties between al-Qaeda and Iran.
    vital-artery,single-origin,unsupported,Bin Laden called Iran the main artery of his organisation.
    artery-uses,single-source,unsupported,"Money, men, messages and the exchange of hostages reached al-Qaeda by way of Iran."
    no-attack-advice,single-origin,unsupported,Bin Laden advised against attacking Iran.
    --- status 0
    "#);
}

#[test]
fn tells_it_to_programs() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["impact", "obl-letter-karim", "--format", "json"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    {
      "schema": "twosource/impact/1",
      "source": "obl-letter-karim",
      "voice": null,
      "sources": [
        "obl-letter-karim"
      ],
      "lose_all_support": [
        {
          "claim": "letter-good-ties",
          "statement": "Bin Laden's letter to Karim speaks of good ties between al-Qaeda and Iran.",
          "from": "single-source",
          "to": "unsupported"
        },
        {
          "claim": "vital-artery",
          "statement": "Bin Laden called Iran the main artery of his organisation.",
          "from": "single-origin",
          "to": "unsupported"
        },
        {
          "claim": "artery-uses",
          "statement": "Money, men, messages and the exchange of hostages reached al-Qaeda by way of Iran.",
          "from": "single-source",
          "to": "unsupported"
        },
        {
          "claim": "no-attack-advice",
          "statement": "Bin Laden advised against attacking Iran.",
          "from": "single-origin",
          "to": "unsupported"
        }
      ],
      "fall": [],
      "unchanged": 0
    }
    --- status 0
    "#);
}

#[test]
fn tells_what_would_fall_with_a_voice() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["impact", "--voice", "bin Laden, Usama"]), @"
    --- stdout
    claim              now            then           statement
    ─────────────────  ─────────────  ─────────────  ───────────────────────────────────────────────────
    letter-good-ties   single-source  unsupported    Bin Laden's letter to Karim speaks of good ties
                                                     between al-Qaeda and Iran.
    vital-artery       single-origin  unsupported    Bin Laden called Iran the main artery of his
                                                     organisation.
    artery-uses        single-source  unsupported    Money, men, messages and the exchange of hostages
                                                     reached al-Qaeda by way of Iran.
    no-attack-advice   single-origin  unsupported    Bin Laden advised against attacking Iran.
    entered-by-gates   single-source  unsupported    Fighters were let into Iran after the attacks
                                                     through official crossings and in other ways.
    families-followed  single-source  unsupported    The fighters' families came to Iran a month after
                                                     them.
    haven-after-911    apparent       single-source  Al-Qaeda men found a haven in Iran after the
                                                     attacks of September 11.

    If 3 sources with the voice bin Laden, Usama were all retracted:
      6 claims would lose all support
      1 claim would fall to a lower level
      0 claims would lean on it and yet keep the level
    --- status 0
    ");
}

#[test]
fn changes_nothing() {
    let desk = Desk::with_the_article();
    let before = desk.run(&["claim", "list", "--format", "csv"]).stdout;
    desk.run(&["impact", "alqaeda-19p"]).succeeds();
    assert_eq!(desk.run(&["claim", "list", "--format", "csv"]).stdout, before);
    assert!(desk.run(&["source", "show", "alqaeda-19p"]).stdout.contains("active"));
}

#[test]
fn what_happens_is_what_was_foretold() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["impact", "alqaeda-19p", "--format", "json"]).succeeds();
    let answer: Value = serde_json::from_str(&answer.stdout).unwrap();
    desk.run(&["source", "standing", "alqaeda-19p", "retracted"]).succeeds();
    for list in ["lose_all_support", "fall"] {
        for change in answer[list].as_array().unwrap() {
            let claim = change["claim"].as_str().unwrap();
            let shown = desk.run(&["claim", "show", claim, "--format", "json"]).succeeds();
            let shown: Value = serde_json::from_str(&shown.stdout).unwrap();
            assert_eq!(shown["level"], change["to"], "{claim}");
        }
    }
    insta::assert_snapshot!(desk.run(&["impact", "alqaeda-19p"]), @"
    --- stdout
    If alqaeda-19p were retracted:
      0 claims would lose all support
      0 claims would fall to a lower level
      0 claims would lean on it and yet keep the level
    --- stderr
    it is no evidence as it is
    --- status 0
    ");
}

#[test]
fn nothing_leans_on_a_source_that_nobody_cites() {
    let desk = Desk::new();
    desk.run(&["source", "add", "A report", "--kind", "report", "--key", "a"]).succeeds();
    insta::assert_snapshot!(desk.run(&["impact", "a"]), @"
    --- stdout
    If a were retracted:
      0 claims would lose all support
      0 claims would fall to a lower level
      0 claims would lean on it and yet keep the level
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["impact", "--top", "3"]), @"
    --- stderr
    no claim hangs on a single source or voice
    --- status 0
    ");
}

#[test]
fn lists_what_most_claims_hang_on() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["impact", "--top", "5"]), @"
    --- stdout
    claims  what    name                                       title
    ──────  ──────  ─────────────────────────────────────────  ─────────────────────────────────────────
         8  source  911-commission                             The 9/11 Commission Report: Final Report
                                                               of the National Commission on Terrorist
                                                               Attacks Upon the United States
         8  voice   National Commission on Terrorist Attacks
                    Upon the United States
         6  voice   bin Laden, Usama
         5  source  iran-constitution                          Constitution of the Islamic Republic of
                                                               Iran
         5  voice   Islamic Republic of Iran
    --- stderr
    hint: see what would fall with one: twosource impact SOURCE
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["impact", "--top", "2", "--format", "csv"]), @"
    --- stdout
    kind,name,title,claims
    source,911-commission,The 9/11 Commission Report: Final Report of the National Commission on Terrorist Attacks Upon the United States,8
    voice,National Commission on Terrorist Attacks Upon the United States,,8
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["impact", "--top", "1", "--format", "json"]), @r#"
    --- stdout
    {
      "schema": "twosource/impact-top/1",
      "points": [
        {
          "kind": "source",
          "name": "911-commission",
          "title": "The 9/11 Commission Report: Final Report of the National Commission on Terrorist Attacks Upon the United States",
          "claims": 8
        }
      ]
    }
    --- status 0
    "#);
}

#[test]
fn what_is_not_there_is_told_with_the_nearest() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["impact", "obl-leter-karim"]).fails(), @"
    --- stderr
    error: there is no source `obl-leter-karim`
    hint: did you mean `obl-letter-karim`?
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["impact", "--voice", "bin Laden, Osama"]).fails(), @"
    --- stderr
    error: there is no creator `bin Laden, Osama`
    hint: did you mean `bin Laden, Usama`?
    --- status 2
    ");
}

#[test]
fn one_question_at_a_time() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["impact"]).fails(), @"
    --- stderr
    error: the following required arguments were not provided: <SOURCE|--voice <NAME>|--top <N>>
    hint: `twosource impact --help` explains it
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["impact", "odni-2016", "--top", "3"]).fails(), @"
    --- stderr
    error: the argument '[SOURCE]' cannot be used with '--top <N>'
    hint: `twosource impact --help` explains it
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["impact", "--top", "0"]).fails(), @"
    --- stderr
    error: invalid value '0' for '--top <N>': 0 is not in 1..=4294967295
    hint: `twosource impact --help` explains it
    --- status 2
    ");
}

#[test]
fn who_only_edits_is_no_voice() {
    let desk = Desk::new();
    let add = ["source", "add", "A report", "--kind", "report", "--creator", "editor: Okafor, Ada"];
    desk.run(&add).succeeds();
    insta::assert_snapshot!(desk.run(&["impact", "--voice", "Okafor, Ada"]).fails(), @"
    --- stderr
    error: `Okafor, Ada` is no voice of any source, only editor
    hint: no level hangs on who interviews, edits, translates or receives
    --- status 2
    ");
}

#[test]
fn nothing_leans_on_what_is_no_evidence() {
    let desk = Desk::new();
    for source in ["paper", "letter"] {
        let add = ["source", "add", "A title", "--kind", "document", "--key", source];
        desk.run(&add).succeeds();
    }
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "paper"]).succeeds();
    desk.run(&["cite", "c1", "letter"]).succeeds();
    let leaning = || {
        let answer = desk.run(&["impact", "paper", "--format", "json"]).succeeds();
        let answer: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
        let fall = answer["fall"].as_array().unwrap().len();
        fall + usize::try_from(answer["unchanged"].as_u64().unwrap()).unwrap()
    };
    assert_eq!(leaning(), 1);
    desk.run(&["source", "standing", "paper", "retracted"]).succeeds();
    assert_eq!(leaning(), 0, "it has fallen");
    desk.run(&["source", "standing", "paper", "active"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--appears-in", "paper"]).succeeds();
    assert_eq!(leaning(), 0, "the claim appears in it");
}
