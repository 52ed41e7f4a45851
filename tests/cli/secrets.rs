//! Nothing confidential leaves: a casebook in which every field of a confidential source holds a word of
//! its own, and every command that writes anything, in every format, is looked through for these words.
//!
//! The list of commands is checked against the help of the program: a new command has to be put on it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use crate::desk::Desk;

/// What a secret begins with; nothing else does.
const MARK: &str = "zqx";

/// What stands for a file to write.
const OUT: &str = "out/file";

/// What a command shows.
#[derive(Clone, Copy)]
enum Shows {
    /// What is in the casebook: with each of these arguments.
    Casebook(&'static [&'static [&'static str]]),
    /// Nothing of it, on stdout or in a file, but the key or number of what was entered; or, as `backup`
    /// does, all of it as a casebook.
    Nothing,
}
use Shows::{Casebook, Nothing};

const COMMANDS: &[(&str, Shows)] = &[
    ("backup", Nothing),
    ("check", Casebook(&[&[], &["--claim", "c1"], &["--claim", "c2"]])),
    ("citation edit", Nothing),
    ("citation list", Casebook(&[&[], &["--claim", "c1"], &["--source", "zqxkey-1"]])),
    ("citation remove", Nothing),
    ("citation show", Casebook(&[&["1"], &["2"], &["3"], &["4"]])),
    ("cite", Nothing),
    ("cite show", Casebook(&[&["c1", "zqxkey-1"], &["c1", "open-1"]])),
    ("claim add", Nothing),
    ("claim assign", Nothing),
    ("claim edit", Nothing),
    ("claim list", Casebook(&[&[], &["--appears-in", "zqxkey-1"]])),
    ("claim merge", Nothing),
    ("claim remove", Nothing),
    ("claim show", Casebook(&[&["c1"], &["c2"]])),
    ("completions", Nothing),
    ("creator alias add", Nothing),
    ("creator alias list", Casebook(&[&[]])),
    ("creator alias remove", Nothing),
    ("creator distinct", Nothing),
    ("creator list", Casebook(&[&[]])),
    ("creator merge", Nothing),
    ("creator rename", Nothing),
    ("creator show", Casebook(&[&["Openly, Ann"]])),
    ("demo", Nothing),
    ("doctor", Casebook(&[&[]])),
    ("explain", Casebook(&[&["c1"], &["c2"]])),
    (
        "export bibliography",
        Casebook(&[&["--all"], &["--all", "--style", "apa"], &["--claim", "c1"]]),
    ),
    ("export case", Casebook(&[&[]])),
    ("export claimreview", Casebook(&[&[]])),
    ("export claims", Casebook(&[&[]])),
    ("export footnotes", Casebook(&[&[], &["--claim", "c1", "--style", "court-footnotes"]])),
    ("export sources", Casebook(&[&[], &["--claim", "c1"], &["--tag", "zqxtag"]])),
    ("graph", Casebook(&[&[], &["c1"], &["--source", "zqxkey-1"], &["--source", "open-1"]])),
    (
        "history",
        Casebook(&[
            &[],
            &["zqxkey-1"],
            &["zqxfirstkey-1"],
            &["open-1"],
            &["c1"],
            &["--creator", "Zqxfamily, Zqxgiven"],
            &["--citation", "1"],
            &["--change", "1"],
            &["--change", "2"],
            &["--change", "4"],
            &["--head"],
        ]),
    ),
    ("history export", Casebook(&[&[]])),
    (
        "impact",
        Casebook(&[&["zqxkey-1"], &["open-1"], &["--top", "20"], &["--voice", "Openly, Ann"]]),
    ),
    ("import", Nothing),
    ("init", Nothing),
    ("man", Nothing),
    ("restore", Nothing),
    ("review", Nothing),
    ("review diff", Casebook(&[&["c1"]])),
    ("review list", Casebook(&[&[], &["--all"]])),
    ("review set", Nothing),
    ("rule", Nothing),
    ("rule set", Nothing),
    ("search", Casebook(&[&["statement"], &["zqx*"], &["zqxtitle"], &["open"]])),
    ("source add", Nothing),
    ("source derive", Nothing),
    ("source edit", Nothing),
    ("source list", Casebook(&[&[], &["--tag", "zqxtag"], &["--kind", "interview"]])),
    ("source merge", Nothing),
    ("source redact", Nothing),
    ("source remove", Nothing),
    ("source show", Casebook(&[&["zqxkey-1"], &["zqxalias-1"], &["open-1"], &["open-2"]])),
    ("source standing", Nothing),
    ("stats", Casebook(&[&[]])),
    ("style list", Nothing),
    ("style show", Nothing),
    ("undo", Casebook(&[&["--dry-run"]])),
    ("waive", Nothing),
    ("waive list", Casebook(&[&[]])),
    ("waive remove", Nothing),
];

/// A casebook with a secret in every field.
fn desk() -> Desk {
    let desk = Desk::new();
    let run = |arguments: &[&str]| {
        desk.run(arguments).succeeds();
    };
    run(&[
        "source",
        "add",
        "An open work",
        "--kind",
        "report",
        "--key",
        "open-1",
        "--author",
        "Openly, Ann",
    ]);
    let fields: [&[&str]; 8] = [
        &["source", "add", "Zqxearlier title", "--kind", "interview", "--key", "zqxfirstkey-1"],
        &["--speaker", "Zqxformer, Zqxgiven", "--creator", "editor: Zqxeditor, Zed"],
        &["--container", "Zqxcontainer", "--publisher", "Zqxpublisher", "--pages", "zqxpages"],
        &["--url", "https://zqxurl.example/a", "--archived-url", "https://zqxarchive.example/a"],
        &[
            "--jurisdiction",
            "Zqxland",
            "--identifier",
            "docket:zqxdocket",
            "--csl",
            "genre=zqxgenre",
        ],
        &["--identifier", "doi:10.1000/zqxdoi", "--tag", "zqxtag", "--note", "zqxnote"],
        &["--alias", "zqxalias-1"],
        &["--confidentiality", "confidential"],
    ];
    run(&fields.concat());
    run(&["source", "edit", "zqxfirstkey-1", "--key", "zqxkey-1"]);
    run(&["source", "edit", "zqxkey-1", "--title", "Zqxtitle"]);
    run(&["creator", "rename", "Zqxformer, Zqxgiven", "Zqxfamily, Zqxgiven"]);
    run(&["creator", "alias", "add", "Zqxfamily, Zqxgiven", "Zqxspelling"]);
    run(&["creator", "distinct", "Zqxfamily, Zqxgiven", "Zqxeditor, Zed"]);
    run(&["claim", "add", "A statement.", "--key", "c1", "--appears-in", "zqxkey-1"]);
    run(&["claim", "edit", "c1", "--appears-at", "page zqxat", "--appears-quote", "zqxsaid"]);
    run(&["claim", "add", "Another statement.", "--key", "c2"]);
    let cite = ["--locator", "page zqxlocator", "--quote", "zqxquote", "--note", "zqxcitenote"];
    run(&[&["cite", "c2", "zqxkey-1"][..], &cite].concat());
    run(&["cite", "c1", "open-1", "--attributed-to", "zqxkey-1", "--quote", "zqxattributed"]);
    run(&["cite", "c1", "zqxkey-1"]);
    run(&["source", "derive", "open-1", "--from", "zqxkey-1", "--note", "zqxlineage"]);
    once_confidential(&desk);
    run(&["waive", "c2", "single-source", "--reason", "It is a statement of the law."]);
    let reviews = "claim,reviewer,verdict,reviewed_at,note\nc1,Ben,supported,2026-01-02,Fine.\n";
    fs::create_dir(desk.path("in")).unwrap();
    fs::write(desk.path("in/reviews.csv"), reviews).unwrap();
    run(&["import", "in"]);
    desk
}

/// Sources that are gone, were open first, and were confidential once.
fn once_confidential(desk: &Desk) {
    let run = |arguments: &[&str]| {
        desk.run(arguments).succeeds();
    };
    let gone = ["source", "add", "Zqxgone", "--kind", "letter", "--key", "zqxgone-1"];
    run(&[&gone[..], &["--confidentiality", "confidential"]].concat());
    run(&["source", "remove", "zqxgone-1"]);
    run(&["source", "add", "Zqxonce", "--kind", "letter", "--key", "zqxonce-1"]);
    run(&["cite", "c2", "zqxonce-1", "--quote", "zqxoncequote"]);
    run(&["source", "edit", "zqxonce-1", "--key", "zqxlater-1"]);
    run(&["source", "edit", "zqxlater-1", "--confidentiality", "confidential"]);
    run(&[
        "source",
        "add",
        "Zqxwas",
        "--kind",
        "letter",
        "--key",
        "open-2",
        "--confidentiality",
        "confidential",
    ]);
    run(&["source", "edit", "open-2", "--title", "Harmless", "--confidentiality", "open"]);
}

/// The words that call every command which does something.
fn commands(desk: &Desk, path: &str, found: &mut BTreeMap<String, String>) {
    let words: Vec<&str> = path.split_whitespace().chain(["--help"]).collect();
    let help = desk.run(&words).succeeds().stdout;
    let usage = help.lines().find(|line| line.starts_with("Usage:")).unwrap();
    if !usage.contains("<COMMAND>") {
        found.insert(path.to_owned(), help.clone());
    }
    let inner = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    for line in inner.take_while(|line| !line.is_empty()) {
        let name = line.strip_prefix("  ").filter(|line| !line.starts_with(' '));
        let name = name.and_then(|line| line.split_whitespace().next());
        if let Some(name) = name.filter(|name| *name != "help") {
            commands(desk, format!("{path} {name}").trim(), found);
        }
    }
}

/// The values of `--format`; none where there is no such option.
fn formats(help: &str) -> Vec<String> {
    let mut lines = help.lines().skip_while(|line| !line.trim().starts_with("--format "));
    lines.next();
    let option: Vec<&str> = lines.take_while(|line| !line.trim().starts_with("--")).collect();
    let short = option.iter().find_map(|line| line.trim().strip_prefix("[possible values: "));
    if let Some(values) = short {
        return values.trim_end_matches(']').split(", ").map(str::to_owned).collect();
    }
    let long = option.iter().filter_map(|line| line.trim().strip_prefix("- "));
    long.map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

/// Every way to call a command: with each of its formats, on stdout and into a file.
fn calls(path: &str, help: &str, variants: &[&[&str]]) -> Vec<Vec<String>> {
    let formats: Vec<Vec<String>> = match formats(help) {
        none if none.is_empty() => vec![Vec::new()],
        formats => formats.into_iter().map(|name| vec!["--format".to_owned(), name]).collect(),
    };
    let writes_files = help.lines().any(|line| line.contains("--output <"));
    let mut calls = Vec::new();
    for variant in variants {
        for format in &formats {
            let words = path.split_whitespace().chain(variant.iter().copied()).map(str::to_owned);
            let call: Vec<String> = words.chain(format.iter().cloned()).collect();
            if writes_files {
                calls.push([&call[..], &["--output".to_owned(), OUT.to_owned()]].concat());
            }
            calls.push(call);
        }
    }
    calls
}

/// All that a call has written, to stdout and into files.
fn written(desk: &Desk, call: &[String], more: &[&str]) -> String {
    let _ = fs::remove_dir_all(desk.path("out"));
    fs::create_dir(desk.path("out")).unwrap();
    let words: Vec<&str> = call.iter().map(String::as_str).chain(more.iter().copied()).collect();
    let answer = desk.run(&words);
    // A workbook and a folder need a file to go to; and a claim that was never reviewed has no reviews.
    let needs_file = answer.stderr.contains("--output");
    assert!(matches!(answer.status, Some(0 | 1)) || needs_file, "{words:?}\n{answer}");
    let mut text = answer.stdout;
    read_all(&desk.path("out"), &mut text);
    text.to_lowercase()
}

/// The text of all files in a folder, also of those in archives.
fn read_all(folder: &Path, text: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            read_all(&path, text);
            continue;
        }
        let bytes = fs::read(&path).unwrap();
        if bytes.starts_with(b"PK") {
            let mut archive = ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            for place in 0..archive.len() {
                let mut part = Vec::new();
                archive.by_index(place).unwrap().read_to_end(&mut part).unwrap();
                text.push_str(&String::from_utf8_lossy(&part));
            }
        } else {
            text.push_str(&String::from_utf8_lossy(&bytes));
        }
    }
}

/// The secrets in a text, which is in small letters.
fn secrets_in(text: &str) -> BTreeSet<&str> {
    let starts = text.match_indices(MARK).map(|(start, _)| &text[start..]);
    let is_letter = |character: char| character.is_ascii_alphabetic();
    starts
        .map(|rest| &rest[..rest.find(|character| !is_letter(character)).unwrap_or(rest.len())])
        .collect()
}

/// Every call of a command that shows the casebook.
fn all_calls(desk: &Desk) -> Vec<Vec<String>> {
    let mut found = BTreeMap::new();
    commands(desk, "", &mut found);
    let known: BTreeMap<&str, Shows> = COMMANDS.iter().copied().collect();
    let mut all = Vec::new();
    for (path, help) in &found {
        match known.get(path.as_str()) {
            Some(Casebook(variants)) => all.extend(calls(path, help, variants)),
            Some(Nothing) => {}
            None => panic!("say in tests/cli/secrets.rs what `{path}` shows"),
        }
    }
    assert!(all.len() > 100, "{}", all.len());
    all
}

#[test]
fn nothing_confidential_leaves_unasked() {
    let desk = desk();
    for call in all_calls(&desk) {
        let text = written(&desk, &call, &[]);
        assert!(secrets_in(&text).is_empty(), "{call:?}: {:?}\n{text}", secrets_in(&text));
    }
}

#[test]
fn all_of_it_leaves_where_that_is_asked_for() {
    let desk = desk();
    let mut missing: BTreeSet<&str> = [
        "zqxearlier",
        "zqxtitle",
        "zqxfirstkey",
        "zqxkey",
        "zqxformer",
        "zqxfamily",
        "zqxgiven",
        "zqxeditor",
        "zqxcontainer",
        "zqxpublisher",
        "zqxpages",
        "zqxurl",
        "zqxarchive",
        "zqxland",
        "zqxdocket",
        "zqxdoi",
        "zqxgenre",
        "zqxtag",
        "zqxnote",
        "zqxalias",
        "zqxspelling",
        "zqxat",
        "zqxsaid",
        "zqxlocator",
        "zqxquote",
        "zqxcitenote",
        "zqxattributed",
        "zqxlineage",
        "zqxgone",
        "zqxonce",
        "zqxoncequote",
        "zqxlater",
        "zqxwas",
    ]
    .into();
    for call in all_calls(&desk).iter().filter(|call| call[0] != "undo") {
        let text = written(&desk, call, &["--include-confidential"]);
        let seen = secrets_in(&text);
        missing.retain(|secret| !seen.contains(secret));
        if missing.is_empty() {
            return;
        }
    }
    panic!("{missing:?}");
}

#[test]
fn names_on_background_leave_only_where_that_is_asked_for() {
    let desk = Desk::new();
    let fields = ["--author", "Zqxfamily, Zqxgiven", "--creator", "editor: Zqxeditor, Zed"];
    let source = ["source", "add", "A talk", "--kind", "interview", "--key", "talk"];
    desk.run(&[&source[..], &fields, &["--confidentiality", "background"]].concat()).succeeds();
    desk.run(&["source", "add", "An open work", "--kind", "report", "--key", "open-1"]).succeeds();
    desk.run(&["claim", "add", "A statement.", "--key", "c1"]).succeeds();
    desk.run(&["cite", "c1", "talk", "--quote", "as it is"]).succeeds();
    let mut asked = BTreeSet::new();
    let mut shown = String::new();
    for path in [
        "source list",
        "source show talk",
        "claim list",
        "creator list",
        "explain c1",
        "graph",
        "check",
        "history",
        "export case",
        "export sources",
        "export claims",
        "export bibliography",
        "export footnotes",
        "search statement",
        "impact --top 9",
    ] {
        let words: Vec<&str> = path.split_whitespace().chain(["--help"]).collect();
        let help = desk.run(&words).succeeds().stdout;
        for call in calls(path, &help, &[&[]]) {
            let text = written(&desk, &call, &[]);
            assert!(secrets_in(&text).is_empty(), "{call:?}\n{text}");
            shown.push_str(&text);
            let text = written(&desk, &call, &["--include-confidential"]);
            asked.extend(secrets_in(&text).into_iter().map(str::to_owned));
        }
    }
    // The work itself is no secret.
    assert!(shown.contains("a talk") && shown.contains("as it is"));
    assert_eq!(asked, ["zqxeditor", "zqxfamily", "zqxgiven"].map(str::to_owned).into());
}
