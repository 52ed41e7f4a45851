use std::fs;

use crate::desk::{Answer, Desk};

const NAMES: [&str; 2] = ["Mansouri, Javad", "Mansuri, Jawad"];

fn letter(desk: &Desk, key: &str, name: &str) -> Answer {
    desk.run(&["source", "add", "Letter", "--kind", "letter", "--key", key, "--author", name])
}

/// A desk where the second of two names was given up for the first.
fn merged() -> Desk {
    let desk = Desk::new();
    for (key, name) in ["s1", "s2"].iter().zip(NAMES) {
        letter(&desk, key, name).succeeds();
    }
    desk.run(&["creator", "merge", NAMES[0], NAMES[1]]).succeeds();
    desk
}

fn authors(desk: &Desk) -> String {
    desk.run(&["creator", "list", "--format", "csv"]).succeeds().stdout
}

#[test]
fn what_comes_in_by_another_spelling_is_written_as_the_name() {
    let desk = merged();
    insta::assert_snapshot!(letter(&desk, "s3", NAMES[1]).succeeds(), @"
    --- stdout
    s3
    --- stderr
    entered source s3
    1 name was known by another spelling:
      Mansuri, Jawad: was written Mansouri, Javad
    hint: say which claim it bears out: twosource cite CLAIM s3
    --- status 0
    ");
    let answer = desk.run(&["source", "edit", "s1", "--add-creator", "editor: Mansuri, Jawad"]);
    assert!(answer.succeeds().stderr.contains("  Mansuri, Jawad: was written Mansouri, Javad\n"));
    insta::assert_snapshot!(desk.run(&["creator", "alias", "list"]).succeeds(), @"
    --- stdout
    spelling        written          said        by
    ──────────────  ───────────────  ──────────  ───
    Mansuri, Jawad  Mansouri, Javad  2026-11-02  Ada
    --- stderr
    1 other spelling
    --- status 0
    ");
    assert_eq!(
        authors(&desk),
        "name,unnamed,voice,roles,sources,aliases,distinct_from\n\"Mansouri, Javad\",false,\
         \"Mansouri, Javad\",author; editor,3,\"Mansuri, Jawad\",\n"
    );
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_withheld_name_stays_a_description() {
    let desk = merged();
    letter(&desk, "s3", "unnamed: Mansuri, Jawad").succeeds();
    assert!(authors(&desk).contains("\"Mansuri, Jawad\",true"));
}

#[test]
fn an_import_knows_it_and_says_so() {
    let desk = merged();
    fs::create_dir(desk.path("in")).unwrap();
    let rows =
        "key,kind,title,creators\ns8,letter,A,\"Mansuri, Jawad\"\ns9,letter,B,\"Mansuri, Jawad\"\n";
    fs::write(desk.path("in/sources.csv"), rows).unwrap();
    insta::assert_snapshot!(desk.run(&["import", "in", "--dry-run"]).succeeds(), @"
    --- stderr
    would take in 2 sources
    1 name is known by another spelling:
      Mansuri, Jawad: would be written Mansouri, Javad
    hint: nothing was changed; leave --dry-run out to do it
    --- status 0
    ");
    assert!(
        desk.run(&["import", "in"]).succeeds().stderr.contains(": was written Mansouri, Javad")
    );
    insta::assert_snapshot!(desk.run(&["import", "in"]).succeeds(), @"
    --- stderr
    unchanged: 2 sources
    nothing new: the casebook is as it was
    --- status 0
    ");
    fs::write(
        desk.path("library.json"),
        r#"[{"id":"x","type":"book","title":"C","author":[{"family":"Mansuri","given":"Jawad"}]}]"#,
    )
    .unwrap();
    let answer = desk.run(&["import", "library.json"]).succeeds();
    assert!(answer.stderr.contains(": was written Mansouri, Javad"), "{answer}");
    assert!(!authors(&desk).contains("\"Mansuri, Jawad\",false"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn spellings_follow_a_name_that_becomes_another() {
    let desk = merged();
    letter(&desk, "s3", "Mansoori, Jawad").succeeds();
    desk.run(&["creator", "merge", "Mansoori, Jawad", NAMES[0]]).succeeds();
    insta::assert_snapshot!(desk.run(&["creator", "show", NAMES[1]]).succeeds(), @"
    --- stdout
    name             role    source  title
    ───────────────  ──────  ──────  ──────
    Mansoori, Jawad  author  s1      Letter
    Mansoori, Jawad  author  s2      Letter
    Mansoori, Jawad  author  s3      Letter

    also written  Mansouri, Javad; Mansuri, Jawad
    --- stderr
    Mansuri, Jawad is another spelling of Mansoori, Jawad
    --- status 0
    ");
    // The spelling becomes the name, and the name a spelling.
    desk.run(&["creator", "rename", "Mansoori, Jawad", NAMES[1], "--keep-alias"]).succeeds();
    let spellings = desk.run(&["creator", "alias", "list", "--format", "csv"]).succeeds().stdout;
    assert_eq!(
        spellings.lines().skip(1).map(|row| row.split(",Ada").next().unwrap()).collect::<Vec<_>>(),
        ["\"Mansoori, Jawad\",\"Mansuri, Jawad\"", "\"Mansouri, Javad\",\"Mansuri, Jawad\""]
    );
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn it_can_be_added_and_forgotten() {
    let desk = merged();
    let add = ["creator", "alias", "add", NAMES[0], "Mansoori, J."];
    insta::assert_snapshot!(desk.run(&add).succeeds(), @"
    --- stderr
    Mansoori, J. is kept as another spelling of Mansouri, Javad
    --- status 0
    ");
    assert!(desk.run(&add).succeeds().stderr.starts_with("nothing to change"));
    let remove = ["creator", "alias", "remove", "Mansoori, J."];
    insta::assert_snapshot!(desk.run(&remove).succeeds(), @"
    --- stderr
    Mansoori, J. is no longer a spelling of Mansouri, Javad, as Ada had said on 2026-11-02
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&remove).fails(), @"
    --- stderr
    error: `Mansoori, J.` is not kept as another spelling
    hint: did you mean `Mansuri, Jawad`?
    --- status 2
    ");
    desk.run(&["creator", "alias", "remove", NAMES[1]]).succeeds();
    letter(&desk, "s3", NAMES[1]).succeeds();
    assert!(authors(&desk).contains("\"Mansuri, Jawad\",false"));
}

#[test]
fn what_contradicts_is_refused() {
    let desk = merged();
    letter(&desk, "s3", "Lee, Ann").succeeds();
    insta::assert_snapshot!(desk.run(&["creator", "merge", NAMES[1], "Lee, Ann"]).fails(), @"
    --- stderr
    error: `Mansuri, Jawad` is kept as another spelling of `Mansouri, Javad`
    hint: say `Mansouri, Javad`; if they are two, first: twosource creator alias remove 'Mansuri, Jawad'
    --- status 2
    ");
    desk.run(&["creator", "distinct", "Lee, Ann", NAMES[1]]).fails();
    desk.run(&["creator", "rename", "Lee, Ann", NAMES[1]]).fails();
    insta::assert_snapshot!(desk.run(&["creator", "alias", "add", NAMES[0], "Lee, Ann"]).fails(), @"
    --- stderr
    error: there is a creator `Lee, Ann`
    hint: make the two one: twosource creator merge 'Mansouri, Javad' 'Lee, Ann'
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["creator", "alias", "add", "Lee, Ann", NAMES[1]]).fails(), @"
    --- stderr
    error: `Mansuri, Jawad` is kept as another spelling of `Mansouri, Javad`
    hint: say `Mansouri, Javad`; if they are two, first: twosource creator alias remove 'Mansuri, Jawad'
    --- status 2
    ");
}

#[test]
fn a_case_folder_carries_it_but_no_name_that_is_withheld() {
    let desk = merged();
    desk.run(&["export", "case", "--output", "out"]).succeeds();
    let file = fs::read_to_string(desk.path("out/aliases.csv")).unwrap();
    let row = file.lines().nth(1).unwrap();
    assert!(row.starts_with("\"Mansuri, Jawad\",\"Mansouri, Javad\",Ada,2026-11-02"), "{file}");

    desk.run(&["init", "second.db"]).succeeds();
    let second =
        |arguments: &[&str]| desk.run(&[&["--casebook", "second.db"][..], arguments].concat());
    second(&["import", "out"]).succeeds();
    second(&["export", "case", "--output", "again"]).succeeds();
    assert_eq!(fs::read_to_string(desk.path("again/aliases.csv")).unwrap(), file);
    assert!(second(&["import", "out"]).succeeds().stderr.contains("1 other spelling"));
    second(&["doctor"]).succeeds();

    desk.run(&["source", "edit", "s2", "--confidentiality", "background"]).succeeds();
    desk.run(&["export", "case", "--output", "outside"]).succeeds();
    assert!(!desk.path("outside/aliases.csv").exists());
    desk.run(&["export", "case", "--output", "inside", "--include-confidential"]).succeeds();
    assert!(desk.path("inside/aliases.csv").exists());
}

#[test]
fn rows_of_a_case_folder_hold_for_its_sources_and_must_agree() {
    let desk = Desk::new();
    fs::create_dir(desk.path("in")).unwrap();
    let write = |name: &str, text: &str| fs::write(desk.path(name), text).unwrap();
    write("in/sources.csv", "key,kind,title,creators\ns1,letter,A,HRW\ns2,letter,B,Watch\n");
    let chain = "spelling,name,actor,said_at\nHRW,Watch,Ben,2026-01-02\n\
                 Watch,Human Rights Watch,Ben,2026-01-02\n";
    write("in/aliases.csv", chain);
    let answer = desk.run(&["import", "in"]).succeeds();
    assert!(answer.stderr.contains("2 names were known by another spelling:"), "{answer}");
    assert!(
        authors(&desk).contains("Human Rights Watch,false,Human Rights Watch,author,2,HRW; Watch,")
    );
    desk.run(&["doctor"]).succeeds();

    write("in/aliases.csv", &format!("{chain}Human Rights Watch,HRW,Ben,2026-01-02\n"));
    insta::assert_snapshot!(desk.run(&["import", "in"]).fails(), @"
    --- stderr
    error: in/aliases.csv, line 4, column `spelling`, value `Human Rights Watch`: `Human Rights Watch` would be a spelling of itself, by way of others
    hint: take one of the rows out that lead round
    --- status 2
    ");
    write("in/aliases.csv", "spelling,name,actor,said_at\nHRW,Someone,Ben,2026-01-02\n");
    insta::assert_snapshot!(desk.run(&["import", "in"]).fails(), @"
    --- stderr
    error: in/aliases.csv, line 2, column `spelling`, value `HRW`: `HRW` is a spelling of `Human Rights Watch` already
    hint: import with --update to change it
    --- status 2
    ");
    write(
        "in/aliases.csv",
        "spelling,name,actor,said_at\nHuman Rights Watch,Someone,Ben,2026-01-02\n",
    );
    insta::assert_snapshot!(desk.run(&["import", "in"]).fails(), @"
    --- stderr
    error: in/aliases.csv, line 2, column `spelling`, value `Human Rights Watch`: sources in the casebook have the name `Human Rights Watch`
    hint: make the two one first: twosource creator merge Someone 'Human Rights Watch'
    --- status 2
    ");
}

#[test]
fn what_was_said_to_be_two_is_not_made_one_by_a_file() {
    let desk = Desk::new();
    for (key, name) in ["s1", "s2"].iter().zip(NAMES) {
        letter(&desk, key, name).succeeds();
    }
    desk.run(&["creator", "distinct", NAMES[0], NAMES[1]]).succeeds();
    desk.run(&["source", "remove", "s2"]).succeeds();
    fs::create_dir(desk.path("in")).unwrap();
    let rows =
        "spelling,name,actor,said_at\n\"Mansuri, Jawad\",\"Mansouri, Javad\",Ben,2026-01-02\n";
    fs::write(desk.path("in/aliases.csv"), rows).unwrap();
    insta::assert_snapshot!(desk.run(&["import", "in"]).fails(), @"
    --- stderr
    error: in/aliases.csv, line 2, column `spelling`, value `Mansuri, Jawad`: Ada said on 2026-11-02 that `Mansouri, Javad` and `Mansuri, Jawad` are two
    hint: take the row out; if they are one after all, first: twosource creator distinct 'Mansouri, Javad' 'Mansuri, Jawad' --remove
    --- status 2
    ");
    desk.run(&["creator", "alias", "add", NAMES[0], NAMES[1]]).fails();
    desk.run(&["creator", "distinct", NAMES[0], NAMES[1], "--remove"]).succeeds();
    desk.run(&["import", "in"]).succeeds();

    let rows = "name,other,actor,said_at\n\"Mansuri, Jawad\",\"Mansouri, Javad\",Ben,2026-01-02\n";
    fs::write(desk.path("in/distinctions.csv"), rows).unwrap();
    insta::assert_snapshot!(desk.run(&["import", "in"]).fails(), @"
    --- stderr
    error: in/distinctions.csv, line 2, column `other`, value `Mansuri, Jawad`: `Mansouri, Javad` and `Mansuri, Jawad` are known as spellings of one name
    hint: take the row out; or see who is who: twosource creator alias list
    --- status 2
    ");
}
