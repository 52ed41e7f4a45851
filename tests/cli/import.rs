//! What `import` says of what is no case folder.

use std::fs;

use crate::desk::Desk;

#[test]
fn a_spreadsheet_is_to_be_saved_as_csv() {
    let desk = Desk::new();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/sources.xlsx"), "PK").unwrap();
    for path in ["case/sources.xlsx", "case"] {
        let told = desk.run(&["import", path]).fails().stderr;
        assert!(told.contains("as CSV (UTF-8)"), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_in_capital_letters_is_to_be_renamed() {
    let desk = Desk::new();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/Sources.csv"), "key,kind,title\n").unwrap();
    let told = desk.run(&["import", "case"]).fails().stderr;
    assert!(told.contains("Names are case-sensitive: rename it to sources.csv"), "{told}");
}

#[test]
fn what_differs_from_the_casebook_is_told_with_the_field() {
    let desk = Desk::new();
    let case = desk.path("case");
    std::fs::create_dir(&case).unwrap();
    std::fs::write(case.join("claims.csv"), "key,statement\nc1,The bank paid.\n").unwrap();
    desk.run(&["import", "case"]).succeeds();
    std::fs::write(case.join("claims.csv"), "key,statement\nc1,The bank lent.\n").unwrap();
    let answer = desk.run(&["import", "case"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: case/claims.csv, line 2, column `key`, value `c1`: the casebook has another claim `c1`: statement `The bank paid.` → `The bank lent.`
    hint: import with --update to change it, or give this one another key
    --- status 2
    ");
    desk.run(&["import", "case", "--update"]).succeeds();
    assert!(desk.run(&["claim", "show", "c1"]).succeeds().stdout.contains("The bank lent."));
}

#[test]
fn it_is_told_what_an_import_does_to_the_levels() {
    let desk = Desk::new();
    let folder = |name: &str, files: &[(&str, &str)]| {
        fs::create_dir(desk.path(name)).unwrap();
        files.iter().for_each(|(file, text)| fs::write(desk.path(name).join(file), text).unwrap());
    };
    let files = [
        ("sources.csv", "key,kind,title\nwire,wire-report,Wire\npaper,newspaper-article,Paper\n"),
        ("claims.csv", "key,statement\nc1,The bank paid.\nc2,The bank did not.\n"),
        ("citations.csv", "claim,source\nc1,wire\nc1,paper\n"),
    ];
    folder("case", &files);
    let answer = desk.run(&["import", "case"]).succeeds();
    assert!(answer.stderr.contains("the claims: 1 unsupported, 1 apparent\n"), "{answer}");
    folder("more", &[("lineage.csv", "source,origin,relation\npaper,wire,republishes\n")]);
    let answer = desk.run(&["import", "more"]).succeeds();
    assert!(answer.stderr.contains("1 claim changed its level:\n  c1: apparent → single-origin"));
    let again = desk.run(&["import", "more"]).succeeds();
    assert!(!again.stderr.contains("level"), "{again}");
}

#[test]
fn a_file_that_is_no_library_is_told_what_can_be_read() {
    let desk = Desk::new();
    fs::write(desk.path("notes.txt"), "Dear desk,\n").unwrap();
    let told = desk.run(&["import", "notes.txt"]).fails().stderr;
    assert!(told.contains("notes.txt is in no format that can be read"), "{told}");
    assert!(told.contains("CSL-JSON"), "{told}");
    let told = desk.run(&["import", "notes.txt", "--format", "csl-json"]).fails().stderr;
    assert!(told.contains("notes.txt, line 1: is no item of CSL-JSON"), "{told}");
    let told = desk.run(&["import", ".", "--format", "csl-json"]).fails().stderr;
    assert!(told.contains("is a folder"), "{told}");
}

/// What `import` says of a case folder with one claim and these judgements; now is 2026-11-02 14:05.
fn judged(file: &str, rows: &str) -> crate::desk::Answer {
    let desk = Desk::new();
    std::fs::create_dir(desk.path("in")).unwrap();
    std::fs::write(desk.path("in/claims.csv"), "key,statement\nc1,It burnt.\n").unwrap();
    std::fs::write(desk.path("in").join(file), rows).unwrap();
    desk.run(&["import", "in"])
}

#[test]
fn a_judgement_that_is_dated_ahead_is_refused() {
    let reviews = "claim,reviewer,verdict,reviewed_at,ended\n";
    let answer = judged("reviews.csv", &format!("{reviews}c1,Ben,supported,2036-01-01,\n")).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: in/reviews.csv, line 2, column `reviewed_at`, value `2036-01-01`: `2036-01-01` is later than now
    hint: write when it was given, or set this computer's clock if that is slow
    --- status 2
    ");
    let answer =
        judged("reviews.csv", &format!("{reviews}c1,Ben,supported,2026-11-01,2026-12-01\n"))
            .fails();
    assert!(answer.stderr.contains("column `ended`, value `2026-12-01`"), "{answer}");
    let waivers = "claim,rule,actor,reason,waived_at\n";
    let rows = format!("{waivers}c1,single-source,Ben,known,2026-11-04T00:00:00Z\n");
    let answer = judged("waivers.csv", &rows).fails();
    assert!(answer.stderr.contains("waived_at"), "{answer}");
    // The clock of who wrote it may be a little ahead.
    judged("reviews.csv", &format!("{reviews}c1,Ben,supported,2026-11-03T14:00:00Z,\n")).succeeds();
}

#[test]
fn a_review_that_ended_before_it_was_given_is_refused() {
    let reviews = "claim,reviewer,verdict,reviewed_at,ended\n";
    let rows = format!("{reviews}c1,Ben,supported,2026-11-01,2025-11-01\n");
    insta::assert_snapshot!(judged("reviews.csv", &rows).fails(), @"
    --- stderr
    error: in/reviews.csv, line 2, column `ended`, value `2025-11-01`: it has ended at `2025-11-01`, before it was given, at `2026-11-01`
    hint: write since when it does not hold; leave the cell empty where it holds
    --- status 2
    ");
    judged("reviews.csv", &format!("{reviews}c1,Ben,supported,2026-11-01,2026-11-01\n")).succeeds();
}

/// A confidential interview, `k1`, with everything that may not be said.
fn secret() -> Desk {
    let desk = Desk::new();
    let who = ["--kind", "interview", "--interviewee", "Zqdora, Ilse", "--issued", "2024"];
    let more = ["--note", "wife of the clerk", "--url", "https://p.example/1", "--key", "k1"];
    let state = ["--confidentiality", "confidential"];
    desk.run(&[&["source", "add", "Kitchen talk"][..], &who, &more, &state].concat()).succeeds();
    desk
}

fn says_nothing(told: &str) {
    for word in ["Kitchen", "Zqdora", "clerk", "p.example", "`Other`"] {
        assert!(!told.contains(word), "{word}: {told}");
    }
}

#[test]
fn of_a_withheld_source_that_differs_no_value_is_told_where_others_may_read_it() {
    for state in ["confidential", "background"] {
        let desk = secret();
        desk.run(&["source", "edit", "k1", "--confidentiality", state]).succeeds();
        fs::create_dir(desk.path("case")).unwrap();
        fs::write(desk.path("case/sources.csv"), "key,kind,title\nk1,interview,Other\n").unwrap();
        for more in [&[][..], &["--dry-run"]] {
            let told = desk.run(&[&["import", "case"], more].concat()).fails().stderr;
            says_nothing(&told);
            assert!(told.contains("`k1`: title, ") && told.contains("note"), "{told}");
            assert!(told.contains("differ\n"), "{told}");
        }
    }
}

#[test]
fn what_a_library_changes_of_a_withheld_source_is_told_without_the_values() {
    let files = [
        ("in.bib", "@misc{k1, title = {Other}, note = {New}}\n"),
        ("in.ris", "TY  - GEN\nID  - k1\nTI  - Other\nER  - \n"),
        ("in.json", "[{\"id\": \"k1\", \"type\": \"interview\", \"title\": \"Other\"}]\n"),
        ("in.csv", "key,kind,title\nk1,interview,Other\n"),
    ];
    for (name, text) in files {
        let desk = secret();
        fs::write(desk.path(name), text).unwrap();
        says_nothing(&desk.run(&["import", name]).fails().stderr);
        for more in [&["--dry-run"][..], &[]] {
            let told = desk.run(&[&["import", name, "--update"], more].concat()).succeeds().stderr;
            says_nothing(&told);
            assert!(told.contains(" k1: ") && told.contains("title"), "{name}: {told}");
        }
    }
}

#[test]
fn a_claim_that_was_made_in_a_confidential_source_differs_without_naming_it() {
    let desk = secret();
    desk.run(&["claim", "add", "It was so.", "--key", "c1", "--appears-in", "k1"]).succeeds();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/claims.csv"), "key,statement\nc1,It was so.\n").unwrap();
    let told = desk.run(&["import", "case"]).fails().stderr;
    assert!(
        told.contains("another claim `c1`: appearances, logged_by differ") && !told.contains("k1"),
        "{told}"
    );
}

#[test]
fn a_mistyped_key_is_not_set_right_with_that_of_a_confidential_source() {
    let desk = secret();
    desk.run(&["source", "edit", "k1", "--key", "zqkitchen"]).succeeds();
    fs::create_dir(desk.path("case")).unwrap();
    let rows = "claim,source\nc1,zqkitchn\n";
    fs::write(desk.path("case/claims.csv"), "key,statement\nc1,It was so.\n").unwrap();
    fs::write(desk.path("case/citations.csv"), rows).unwrap();
    let told = desk.run(&["import", "case"]).fails().stderr;
    assert!(told.contains("`zqkitchn`") && !told.contains("zqkitchen"), "{told}");
    desk.run(&["source", "edit", "zqkitchen", "--confidentiality", "open"]).succeeds();
    assert!(desk.run(&["import", "case"]).fails().stderr.contains("did you mean `zqkitchen`?"));
}

#[test]
fn an_entry_that_is_a_confidential_source_does_not_tell_its_key() {
    let desk = secret();
    let entry =
        "TY  - GEN\nID  - mine\nTI  - Kitchen talk\nAU  - Zqdora, Ilse\nPY  - 2024\nER  - \n";
    fs::write(desk.path("in.ris"), entry).unwrap();
    let told = desk.run(&["import", "in.ris"]).succeeds().stderr;
    assert!(told.contains("mine is a confidential source, which is there already"), "{told}");
    assert!(!told.contains("k1"), "{told}");
}
