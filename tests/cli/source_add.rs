use crate::desk::Desk;
use crate::sources;

#[test]
fn prints_a_free_key_alone_so_that_scripts_can_use_it() {
    let desk = Desk::new();
    let answer = desk.run(&[
        "source",
        "add",
        "The dangerous relationship",
        "--kind",
        "newspaper-article",
        "--author",
        "Dupont, Anne",
        "--issued",
        "2017-09-10",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    dupont-2017
    --- stderr
    entered source dupont-2017
    hint: say which claim it bears out: twosource cite CLAIM dupont-2017
    --- status 0
    ");
    let answer = desk.run(&[
        "source",
        "add",
        "--title",
        "Another one",
        "--kind",
        "book",
        "--author",
        "Dupont, Anne",
        "--issued",
        "2017",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    dupont-2017-2
    --- stderr
    entered source dupont-2017-2
    hint: say which claim it bears out: twosource cite CLAIM dupont-2017-2
    --- status 0
    ");
}

#[test]
fn takes_every_field() {
    let desk = Desk::new();
    let fields: [&[&str]; 9] = [
        &["source", "add", "On cells", "--kind", "journal-article", "--key", "cells"],
        &["--creator", "Lee, Ann", "--creator", "editor: {Bureau of Alcohol, Tobacco}"],
        &["--speaker", "unnamed: officer", "--container", "Cell", "--publisher", "Press"],
        &["--issued", "198X", "--accessed", "2026-11-01", "--url", "https://a.example/x"],
        &["--archived-url", "https://archive.example/x", "--language", "en"],
        &["--jurisdiction", "France", "--identifier", "doi:10.1000/182", "--identifier", "isbn:1"],
        &["--pages", "3-4", "--lineage", "original", "--standing", "corrected", "--grade", "B"],
        &["--confidentiality", "background", "--tag", "a", "--tag", "b; c", "--note", "Mine."],
        &["--csl", "volume=12", "--csl", "csl:issue=3"],
    ];
    desk.run(&fields.concat()).succeeds();
    let answer = desk.run(&["source", "show", "cells", "--include-confidential"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    cells: On cells

    kind             journal-article
    author           Lee, Ann
    editor           {Bureau of Alcohol, Tobacco}
    speaker          officer (name withheld)
    in               Cell
    publisher        Press
    issued           198X
    pages            3-4
    url              https://a.example/x
    archived         https://archive.example/x
    accessed         2026-11-01
    language         en
    jurisdiction     France
    doi              10.1000/182
    isbn             1
    csl:issue        3
    csl:volume       12
    lineage          original
    standing         corrected
    grade            B
    confidentiality  background
    tags             a, b; c
    note             Mine.
    --- stderr
    hint: no claim cites it yet: twosource cite CLAIM cells
    --- status 0
    ");
}

#[test]
fn needs_a_title_and_a_kind() {
    let desk = Desk::new();
    let answer = desk.run(&["source", "add", "Untyped"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: the following required arguments were not provided: --kind <KIND>
    hint: `twosource source add --help` explains it
    --- status 2
    ");
    let answer = desk.run(&["source", "add", "--kind", "report"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: the following required arguments were not provided: <TITLE>
    hint: `twosource source add --help` explains it
    --- status 2
    ");
    let answer = desk.run(&["source", "add", " ", "--kind", "report"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: the title is empty
    hint: write it as it stands on the work; describe a work that has none
    --- status 2
    ");
}

#[test]
fn a_key_that_is_taken_or_cannot_be_one_is_an_error() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer = desk.run(&["source", "add", "Again", "--kind", "book", "--key", "wire"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is a source `wire` already
    hint: choose another key, or change it with `twosource source edit wire`
    --- status 2
    ");
    let answer = desk.run(&["source", "add", "Again", "--kind", "book", "--key", " wire"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --key: the key ` wire` has white space around it
    hint: write it as `wire`
    --- status 2
    ");
    let answer = desk.run(&["source", "add", "Again", "--kind", "book", "--key", "a\nb"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --key: the key holds a control character (U+000A)
    hint: a key is one line of visible characters
    --- status 2
    ");
}

#[test]
fn keys_and_names_in_any_script_and_with_any_sign_are_taken() {
    let desk = Desk::new();
    let answer = desk.run(&[
        "source",
        "add",
        "مصاحبه",
        "--kind",
        "interview",
        "--interviewee",
        "منصوری, جواد",
        "--issued",
        "2018-05-30",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    منصوری-2018
    --- stderr
    entered source منصوری-2018
    hint: say which claim it bears out: twosource cite CLAIM منصوری-2018
    --- status 0
    ");
    let answer = desk.run(&["source", "add", "Odd", "--kind", "report", "--key", "a; b\\c"]);
    insta::assert_snapshot!(answer, @r"
    --- stdout
    a; b\c
    --- stderr
    entered source a; b\c
    hint: say which claim it bears out: twosource cite CLAIM 'a; b\c'
    --- status 0
    ");
}

#[test]
fn a_record_of_the_same_page_is_warned_of() {
    let desk = Desk::new();
    desk.run(&[
        "source",
        "add",
        "Page",
        "--kind",
        "web-page",
        "--url",
        "https://www.bank.example/a/?utm_source=x",
        "--key",
        "page",
    ])
    .succeeds();
    let answer = desk.run(&[
        "source",
        "add",
        "Page again",
        "--kind",
        "web-page",
        "--url",
        "http://bank.example/a#top",
        "--key",
        "again",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    again
    --- stderr
    entered source again
    warning: again has the same page as page: the two will count as one source
    hint: say which claim it bears out: twosource cite CLAIM again
    --- status 0
    ");
}

#[test]
fn a_record_of_the_same_doi_is_warned_of_however_it_is_written() {
    let desk = Desk::new();
    desk.run(&[
        "source",
        "add",
        "Paper",
        "--kind",
        "journal-article",
        "--identifier",
        "doi:10.1000/182",
        "--key",
        "paper",
    ])
    .succeeds();
    let answer = desk.run(&[
        "source",
        "add",
        "Paper again",
        "--kind",
        "journal-article",
        "--url",
        "https://doi.org/10.1000/182",
        "--key",
        "reprint",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    reprint
    --- stderr
    entered source reprint
    warning: reprint has the same DOI as paper: the two will count as one source
    hint: say which claim it bears out: twosource cite CLAIM reprint
    --- status 0
    ");
}

#[test]
fn a_csl_variable_must_be_one_that_a_source_has() {
    let desk = Desk::new();
    let answer = desk.run(&["source", "add", "A", "--kind", "book", "--csl", "volum=3"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --csl: `volum` is not a variable of CSL 1.0.2
    hint: did you mean `volume`?
    --- status 2
    ");
    let answer = desk.run(&["source", "add", "A", "--kind", "book", "--csl", "DOI=3"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --csl: `DOI` is no further variable of a source
    hint: it has an option of its own, or belongs to a single citation; `twosource source add --help` lists the options
    --- status 2
    ");
    let answer = desk.run(&["source", "add", "A", "--kind", "book", "--csl", "volume"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --csl: `volume` has no value
    hint: write it as NAME=VALUE, such as volume=12; NAME= takes the variable off
    --- status 2
    ");
}

#[test]
fn a_role_that_is_none_is_told_what_is_near() {
    let desk = Desk::new();
    let answer =
        desk.run(&["source", "add", "A", "--kind", "book", "--creator", "autor: Lee, Ann"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: --creator: `autor` is not a role
    hint: did you mean `author`? Put braces around a name that has a colon: `{Name: more}`
    --- status 2
    ");
}

#[test]
fn a_description_that_is_entered_as_a_name_is_warned_of() {
    let desk = Desk::new();
    let told = |name: &str| {
        let answer = desk.run(&["source", "add", "T", "--kind", "report", "--speaker", name]);
        answer.succeeds().stderr
    };
    for (name, advice) in [
        ("senior official", "`unnamed: senior official`"),
        ("western diplomat", "`unnamed: western diplomat`"),
        ("Unnamed official", "`unnamed: official`"),
        ("anonymous", "`unnamed: somebody`"),
    ] {
        let told = told(name);
        assert!(told.contains(&format!("warning: `{name}` counts as a name")), "{told}");
        assert!(told.contains(advice), "{told}");
    }
    for name in ["unnamed: senior official", "{senior official}", "Lee, Ann", "Open Source"] {
        assert!(!told(name).contains("warning"), "{name}");
    }
}

#[test]
fn the_key_made_for_a_source_that_is_not_open_names_nobody() {
    let desk = Desk::new();
    let who =
        ["--kind", "interview", "--interviewee", "Brandt, Ida", "--container", "Brandt House"];
    let add = |state: &str| {
        let more = ["--issued", "2024-05-01", "--confidentiality", state];
        desk.run(&[&["source", "add", "Briefing"][..], &who, &more].concat()).succeeds()
    };
    assert_eq!(add("background").stdout, "interview-2024\n");
    assert_eq!(add("confidential").stdout, "interview-2024-2\n");
    let open = add("open");
    assert_eq!(open.stdout, "brandt-2024\n");
    assert!(!open.stderr.contains("who is behind it"), "{open}");
}

#[test]
fn a_given_key_that_says_who_is_behind_a_source_on_background_is_warned_of() {
    let desk = Desk::new();
    let who = ["--kind", "interview", "--interviewee", "Brandt, Ida", "--issued", "2024"];
    let add = |key: &str| {
        let more = ["--confidentiality", "background", "--key", key];
        desk.run(&[&["source", "add", "Briefing"][..], &who, &more].concat()).succeeds().stderr
    };
    let told = add("idabrandt24");
    assert!(told.contains("warning: the key of the source says who is behind it\n"), "{told}");
    let hint = "twosource source edit idabrandt24 --key interview-2024\n";
    assert!(told.contains(hint), "{told}");
    assert!(!add("bran-24").contains("who is behind it"));
}
