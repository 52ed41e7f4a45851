//! Entries of a library that are in the casebook already, under another key.

use std::fs;

use crate::desk::Desk;

/// A desk with an article under a key of its own, which a claim cites.
fn desk() -> Desk {
    let desk = Desk::new();
    let article = [
        "--kind",
        "journal-article",
        "--author",
        "Lee, Ann",
        "--issued",
        "2017-09",
        "--key",
        "mine",
    ];
    let doi = ["--identifier", "doi:10.1000/X"];
    desk.run(&[&["source", "add", "The bank and its money"][..], &article, &doi].concat())
        .succeeds();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk
}

fn entry(key: &str, title: &str, more: &str) -> String {
    format!("TY  - JOUR\nID  - {key}\nAU  - Lee, A.\nPY  - 2017\nTI  - {title}\n{more}ER  - \n\n")
}

fn import(desk: &Desk, text: &str, more: &[&str]) -> String {
    fs::write(desk.path("in.ris"), text).unwrap();
    desk.run(&[&["import", "in.ris"][..], more].concat()).succeeds().stderr
}

fn keys(desk: &Desk) -> Vec<String> {
    let list = desk.run(&["source", "list", "--format", "csv"]).succeeds().stdout;
    list.lines().skip(1).map(|line| line.split(',').next().unwrap().to_owned()).collect()
}

#[test]
fn the_same_doi_is_the_same_source_and_its_key_another_key_of_it() {
    let desk = desk();
    let text =
        entry("lee17", "The bank and its money: a study", "DO  - https://doi.org/10.1000/x\n");
    let told = import(&desk, &text, &[]);
    assert!(told.contains("lee17 is mine, which is there already: doi:10.1000/x"), "{told}");
    assert_eq!(keys(&desk), ["mine"]);
    let shown = desk.run(&["source", "show", "lee17"]).succeeds().stdout;
    assert!(shown.starts_with("mine: ") && shown.contains("also known as    lee17"), "{shown}");
    assert!(import(&desk, &text, &[]).contains("unchanged: 1 source\nnothing new"));
    desk.run(&["doctor"]).succeeds();
    // Everything that takes the key of a source takes this one.
    desk.run(&["cite", "c1", "lee17"]).succeeds();
    let cited = desk.run(&["citation", "list", "--source", "lee17", "--format", "csv"]).succeeds();
    assert!(cited.stdout.contains("mine"), "{cited}");
    desk.run(&["source", "add", "Wire", "--kind", "wire-report", "--key", "wire"]).succeeds();
    desk.run(&["source", "derive", "lee17", "--from", "wire"]).succeeds();
    desk.run(&["impact", "lee17"]).succeeds();
    desk.run(&["claim", "add", "More.", "--appears-in", "lee17"]).succeeds();
    desk.run(&["source", "edit", "lee17", "--note", "Read."]).succeeds();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/citations.csv"), "claim,source\nc2,lee17\n").unwrap();
    desk.run(&["import", "case"]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_case_folder_carries_the_other_keys() {
    let desk = desk();
    import(&desk, &entry("lee17", "The bank and its money", "DO  - 10.1000/x\n"), &[]);
    desk.run(&["export", "case", "--output", "out"]).succeeds();
    let sources = fs::read_to_string(desk.path("out/sources.csv")).unwrap();
    assert!(sources.contains("aliases") && sources.contains("lee17"), "{sources}");
    let other = Desk::new();
    other.run(&["import", desk.path("out").to_str().unwrap()]).succeeds();
    other.run(&["source", "show", "lee17"]).succeeds();
    other.run(&["export", "case", "--output", "out"]).succeeds();
    assert_eq!(fs::read_to_string(other.path("out/sources.csv")).unwrap(), sources);
    other.run(&["doctor"]).succeeds();
}

#[test]
fn a_key_never_means_two_sources() {
    let desk = desk();
    import(&desk, &entry("lee17", "The bank and its money", "DO  - 10.1000/x\n"), &[]);
    let told =
        desk.run(&["source", "add", "New", "--kind", "book", "--key", "lee17"]).fails().stderr;
    assert!(told.contains("`mine` is also known as `lee17`"), "{told}");
    desk.run(&["source", "add", "New", "--kind", "book", "--key", "new"]).succeeds();
    desk.run(&["source", "edit", "new", "--alias", "lee17"]).fails();
    desk.run(&["source", "edit", "new", "--alias", "mine"]).fails();
    desk.run(&["source", "edit", "new", "--key", "lee17"]).fails();
    fs::create_dir(desk.path("case")).unwrap();
    for row in ["lee17,book,T,", "x,book,T,lee17", "x,book,T,new", "x,book,T,x", "x,book,T,y; y"] {
        let text = format!("key,kind,title,aliases\n{row}\n");
        fs::write(desk.path("case/sources.csv"), text).unwrap();
        desk.run(&["import", "case"]).fails();
    }
    // The key goes with the source, can be taken off, and can become its own.
    desk.run(&["source", "edit", "mine", "--key", "lee17"]).succeeds();
    assert_eq!(keys(&desk), ["lee17", "new"]);
    desk.run(&["source", "edit", "new", "--alias", "other"]).succeeds();
    desk.run(&["source", "edit", "new", "--alias", ""]).succeeds();
    desk.run(&["source", "show", "other"]).fails();
    desk.run(&["source", "edit", "new", "--alias", "mine"]).succeeds();
    desk.run(&["source", "remove", "mine"]).succeeds();
    assert_eq!(keys(&desk), ["lee17"]);
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn title_creators_and_year_tell_where_no_identifier_does() {
    let desk = desk();
    let told = import(&desk, &entry("lee17", "The Bank, and its Money", ""), &[]);
    assert!(
        told.contains("lee17 is mine, which is there already: title, creators and year"),
        "{told}"
    );
    for (key, text) in [
        ("roe", entry("roe", "The bank and its money", "").replace("Lee, A.", "Roe, J.")),
        ("later", entry("later", "The bank and its money", "").replace("2017", "2018")),
        ("doi", entry("doi", "The bank and its money", "DO  - 10.1000/y\n")),
        ("day", entry("day", "The bank and its money", "DA  - 2017/03/01/\n")),
    ] {
        let desk = self::desk();
        import(&desk, &text, &[]);
        assert_eq!(keys(&desk), ["mine", key]);
    }
}

#[test]
fn what_is_wholly_different_is_no_match_and_an_isbn_does_not_tell() {
    let desk = desk();
    import(&desk, &entry("other", "Weather in spring", "DO  - 10.1000/x\n"), &[]);
    assert_eq!(keys(&desk), ["mine", "other"]);
    let book = ["--kind", "book", "--identifier", "isbn:9783161484100", "--key", "book"];
    desk.run(&[&["source", "add", "Banks"][..], &book].concat()).succeeds();
    let chapter = "TY  - CHAP\nID  - ch1\nTI  - Banks\nSN  - 9783161484100\nER  - \n";
    import(&desk, chapter, &[]);
    assert!(keys(&desk).contains(&"ch1".to_owned()));
}

#[test]
fn entries_of_one_file_are_never_one_source() {
    let desk = desk();
    let text = entry("a", "The bank and its money", "DO  - 10.1000/x\n")
        + &entry("b", "The bank and its money", "DO  - 10.1000/x\nVL  - 2\n");
    let told = import(&desk, &text, &[]);
    assert!(told.contains("a is mine") && !told.contains("b is mine"), "{told}");
    assert_eq!(keys(&desk), ["mine", "b"]);
    // The source comes in the same file under its own key.
    let text = entry("c", "The bank and its money", "DO  - 10.1000/x\n")
        + &entry("mine", "The bank and its money", "DO  - 10.1000/X\n").replace("A.", "Ann");
    import(&desk, &text, &["--update"]);
    assert_eq!(keys(&desk), ["mine", "b", "c"]);
}

#[test]
fn who_wants_every_entry_gets_every_entry() {
    let desk = desk();
    import(&desk, &entry("lee17", "The bank and its money", "DO  - 10.1000/x\n"), &["--no-match"]);
    assert_eq!(keys(&desk), ["mine", "lee17"]);
}

#[test]
fn a_key_of_a_confidential_source_stays_behind() {
    let desk = desk();
    import(&desk, &entry("lee17", "The bank and its money", "DO  - 10.1000/x\n"), &[]);
    desk.run(&["source", "edit", "mine", "--confidentiality", "confidential"]).succeeds();
    desk.run(&["export", "case", "--output", "out"]).succeeds();
    let sources = fs::read_to_string(desk.path("out/sources.csv")).unwrap();
    assert!(!sources.contains("lee17"), "{sources}");
}
