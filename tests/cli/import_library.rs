//! What `import` does with a library: encodings, broken entries, a second time, and what changed.

use std::fs;

use crate::desk::Desk;

const THREE: &str = "TY  - BOOK\nID  - a\nTI  - One\nAU  - Lee, Ann\nER  - \n\n\
                     TI  - No type\nID  - b\nER  - \n\nTY  - BOOK\nID  - c\nTI  - Three\nER  - \n";

fn with(text: impl AsRef<[u8]>) -> Desk {
    let desk = Desk::new();
    fs::write(desk.path("in.ris"), text).unwrap();
    desk
}

#[test]
fn a_broken_entry_keeps_the_others_out_unless_it_may_be_left_out() {
    let desk = with(THREE);
    insta::assert_snapshot!(desk.run(&["import", "in.ris"]).fails(), @r###"
    --- stderr
    error: in.ris, line 7, column `ID`, value `b`: the entry does not begin with a line `TY  - `
    hint: put the type of the work above it: `TY  - JOUR`, or `TY  - GEN` for any other; or leave what cannot come in out with --skip-invalid
    --- status 2
    "###);
    desk.run(&["source", "show", "a"]).fails();
    let dry = desk.run(&["import", "in.ris", "--skip-invalid", "--dry-run"]).succeeds();
    assert!(dry.stderr.contains("1 entry would be left out"), "{dry}");
    assert!(!desk.path("in-rejects.ris").exists());
    insta::assert_snapshot!(desk.run(&["import", "in.ris", "--skip-invalid"]).succeeds(), @r###"
    --- stderr
    warning: 1 entry left out: see in-rejects.ris
    hint: mend them there, then: twosource import in-rejects.ris --format ris
    took in 2 sources
    --- status 0
    "###);
    let rejects = fs::read_to_string(desk.path("in-rejects.ris")).unwrap();
    insta::assert_snapshot!(rejects, @r###"
    #twosource: in.ris, line 7, column `ID`, value `b`: the entry does not begin with a line `TY  - ` (put the type of the work above it: `TY  - JOUR`, or `TY  - GEN` for any other)
    TI  - No type
    ID  - b
    ER  -
    "###);
    // What was mended comes in.
    let mended = rejects.replace("TI  - No type", "TY  - BOOK\nTI  - Two");
    fs::write(desk.path("in-rejects.ris"), mended).unwrap();
    desk.run(&["import", "in-rejects.ris"]).succeeds();
    assert!(desk.run(&["source", "show", "b"]).succeeds().stdout.contains("Two"));
}

#[test]
fn rejects_in_json_can_be_mended_too() {
    let desk = Desk::new();
    let items = "[{\"id\": \"a\"},\n {\"id\": \"b\", },\n {\"title\": \"c\"}, {\"id\": \"d\"}";
    fs::write(desk.path("in.json"), items).unwrap();
    let answer =
        desk.run(&["import", "in.json", "--skip-invalid", "--rejects", "broken.json"]).succeeds();
    assert!(answer.stderr.contains("took in 2 sources"), "{answer}");
    let rejects = fs::read_to_string(desk.path("broken.json")).unwrap();
    assert!(rejects.contains("// in.json, line 2: is no item of CSL-JSON"), "{rejects}");
    let mended = rejects.replace(", }", "}").replace("{\"title\"", "{\"id\": \"c\", \"title\"");
    fs::write(desk.path("broken.json"), mended).unwrap();
    let again = desk.run(&["import", "broken.json"]).succeeds();
    assert!(again.stderr.contains("took in 2 sources"), "{again}");
    // A file of rejects is not written over.
    desk.run(&["import", "in.json", "--skip-invalid", "--rejects", "broken.json"]).fails();
}

#[test]
fn one_broken_entry_of_five_thousand_is_named_by_line_and_key() {
    let mut text = String::new();
    for number in 0..5000 {
        let kind = if number == 4321 { "XX  - JOUR" } else { "TY  - JOUR" };
        text.push_str(&format!("{kind}\nTI  - Title {number}\nID  - e{number}\nER  - \n"));
    }
    let told = with(text).run(&["import", "in.ris"]).fails().stderr;
    assert!(told.contains("in.ris, line 17285, column `ID`, value `e4321`: "), "{told}");
    assert_eq!(told.matches("error:").count(), 1, "{told}");
}

#[test]
fn another_encoding_is_named_and_read_where_the_user_agrees() {
    let (bytes, _, _) = encoding_rs::WINDOWS_1252
        .encode("TY  - BOOK\nID  - m\nTI  - Müller hörte die Straße\nAU  - Weiß, Jürgen\nER  - \n");
    let desk = with(bytes);
    insta::assert_snapshot!(desk.run(&["import", "in.ris"]).fails(), @r###"
    --- stderr
    error: in.ris, line 3: the text is not UTF-8; it looks like Windows-1252; in that, the line is `TI  - Müller hörte die Straße`
    hint: if that is right: --encoding windows-1252; otherwise name another, or save the file as UTF-8
    --- status 2
    "###);
    desk.run(&["import", "in.ris", "--encoding", "windows-1252"]).succeeds();
    let shown = desk.run(&["source", "show", "m"]).succeeds().stdout;
    assert!(shown.contains("Müller hörte die Straße") && shown.contains("Weiß, Jürgen"), "{shown}");
    desk.run(&["import", "in.ris", "--encoding", "klingon"]).fails();
}

#[test]
fn utf16_with_a_mark_is_read() {
    let text = "\u{feff}TY  - BOOK\r\nID  - m\r\nTI  - Ärger\r\nER  - \r\n";
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let desk = with(&bytes);
    desk.run(&["import", "in.ris"]).succeeds();
    assert!(desk.run(&["source", "show", "m"]).succeeds().stdout.contains("Ärger"));
    let desk = with(&bytes[2..]);
    let told = desk.run(&["import", "in.ris"]).fails().stderr;
    assert!(told.contains("looks like UTF-16LE") && told.contains("--encoding utf-16le"), "{told}");
    desk.run(&["import", "in.ris", "--encoding", "utf-16le"]).succeeds();
}

#[test]
fn what_the_desk_has_added_stays_and_what_the_file_says_otherwise_is_shown() {
    let desk = with("TY  - BOOK\nID  - a\nTI  - One\nAU  - Lee, Ann\nKW  - old\nER  - \n");
    desk.run(&["import", "in.ris"]).succeeds();
    let edit = ["--grade", "B", "--lineage", "original", "--note", "Read.", "--kind", "book"];
    desk.run(&[&["source", "edit", "a"][..], &edit].concat()).succeeds();
    let same = desk.run(&["import", "in.ris"]).succeeds();
    assert!(same.stderr.contains("unchanged: 1 source\nnothing new"), "{same}");
    fs::write(
        desk.path("in.ris"),
        "TY  - BOOK\nID  - a\nTI  - Two\nAU  - Lee, Ann\nVL  - 3\nER  - \n",
    )
    .unwrap();
    insta::assert_snapshot!(desk.run(&["import", "in.ris"]).fails(), @r###"
    --- stderr
    error: in.ris, line 1, column `ID`, value `a`: the casebook has another source `a`: title `One` → `Two`, ris:order `TY TI AU KW` → `TY TI AU VL`, volume nothing → `3`
    hint: import with --update to change it, or give this one another key; or leave what cannot come in out with --skip-invalid
    --- status 2
    "###);
    let dry = desk.run(&["import", "in.ris", "--update", "--dry-run"]).succeeds();
    insta::assert_snapshot!(dry, @r###"
    --- stderr
    would change a: title `One` → `Two`, ris:order `TY TI AU KW` → `TY TI AU VL`, volume nothing → `3`
    would change 1 source
    hint: nothing was changed; leave --dry-run out to do it
    --- status 0
    "###);
    desk.run(&["import", "in.ris", "--update"]).succeeds();
    let shown = desk.run(&["source", "show", "a"]).succeeds().stdout;
    for kept in ["Two", "B", "original", "Read.", "old", "volume"] {
        assert!(shown.contains(kept), "{kept}: {shown}");
    }
    assert!(desk.run(&["import", "in.ris"]).succeeds().stderr.contains("nothing new"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn entries_without_a_key_are_known_again() {
    let lee =
        |title: &str| format!("TY  - BOOK\nTI  - {title}\nAU  - Lee, Ann\nPY  - 2017\nER  - \n");
    let desk = with(format!("{}{}", lee("One"), lee("Two")));
    desk.run(&["import", "in.ris"]).succeeds();
    let keys = desk.run(&["source", "list", "--format", "csv"]).succeeds().stdout;
    assert!(keys.contains("\nlee-2017,") && keys.contains("\nlee-2017-2,"), "{keys}");
    let again = desk.run(&["import", "in.ris"]).succeeds();
    assert!(again.stderr.contains("unchanged: 2 sources\nnothing new"), "{again}");
    desk.run(&["source", "add", "Mine", "--kind", "book", "--key", "roe-2020"]).succeeds();
    fs::write(
        desk.path("in.ris"),
        lee("Three").replace("Lee, Ann", "Roe, Jo").replace("2017", "2020"),
    )
    .unwrap();
    desk.run(&["import", "in.ris"]).succeeds();
    assert!(desk.run(&["source", "show", "roe-2020-2"]).succeeds().stdout.contains("Three"));
}

#[test]
fn options_for_libraries_are_refused_for_a_case_folder() {
    let desk = Desk::new();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/claims.csv"), "key,statement\nc1,S\n").unwrap();
    let told = desk.run(&["import", "case", "--skip-invalid"]).fails().stderr;
    assert!(told.contains("--skip-invalid is for libraries"), "{told}");
}

#[test]
fn what_a_database_exports_otherwise_is_named() {
    let desk = Desk::new();
    fs::write(desk.path("savedrecs.ciw"), "FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\n")
        .unwrap();
    let told = desk.run(&["import", "savedrecs.ciw"]).fails().stderr;
    assert!(told.contains("the tagged format of Web of Science; export it again as RIS"), "{told}");
}

#[test]
fn an_item_without_its_end_costs_only_itself() {
    let desk = Desk::new();
    let items = "[\n{\"id\": \"a\"},\n{\"id\": \"b\", \"author\": [{\"family\": \"Lee\"},\n\
                 {\"id\": \"c\", \"title\": \"C\"},\n{\"id\": \"d\"}\n]\n";
    fs::write(desk.path("in.json"), items).unwrap();
    let told = desk.run(&["import", "in.json"]).fails().stderr;
    assert!(told.contains("in.json, line 3: ") && told.matches("error:").count() == 1, "{told}");
    let told = desk.run(&["import", "in.json", "--skip-invalid"]).succeeds().stderr;
    assert!(told.contains("took in 3 sources"), "{told}");
}
