use std::fs;

use crate::desk::{Answer, Desk};
#[cfg(unix)]
use crate::terminal::Terminal;

/// A desk with a clerk behind two sources and a lawyer behind one, a claim that cites all, and a history in
/// which the clerk stood in every field.
fn a_desk() -> Desk {
    let desk = Desk::new();
    let add = ["source", "add", "Talk with a clerk", "--kind", "interview"];
    let clerk = ["--interviewee", "Zebrowski, Kornelia", "--issued", "2019"];
    desk.run(&[&add[..], &clerk[..]].concat()).succeeds();
    let rest = ["--interviewee", "Zebrowski, Kornelia", "--key", "letter", "--interviewee"];
    desk.run(&[&add[..], &rest[..], &["Quux, Lawrence"][..]].concat()).succeeds();
    let tell = [
        "source edit letter --title",
        "Kornelia Zebrowski writes",
        "source edit letter --title",
        "A letter",
        "source edit letter --note",
        "from ZEBROWSKI",
        "source edit letter --note",
        "from her",
        "source edit letter --url",
        "https://example.org/kornelia-zebrowski/1",
        "source edit letter --url",
        "https://example.org/1",
        "creator rename --keep-alias Zebrowski,Kornelia",
        "Zebrowska, Kornelia",
        "creator distinct Zebrowska,Kornelia",
        "Quux, Lawrence",
        "claim add --key c1 --claimant Zebrowska",
        "The bank paid.",
        "claim edit c1 --claimant",
        "A clerk",
        "cite c1 letter --quote",
        "“I, Zebrowska Kornelia, saw it.”",
        "citation edit 1 --quote",
        "“I saw it.”",
        "cite c1 zebrowski-2019 --quote",
        "“I saw it too.”",
    ];
    for pair in tell.chunks(2) {
        let mut arguments: Vec<String> = pair[0].split(' ').map(str::to_owned).collect();
        for argument in &mut arguments {
            *argument = argument.replace(',', ", ");
        }
        arguments.push(pair[1].to_owned());
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        desk.run(&arguments).succeeds();
    }
    desk
}

/// The parts of the name, as they are written and as they are folded.
const TRACES: [&str; 5] = ["Zebrowsk", "zebrowsk", "ZEBROWSK", "Kornelia", "kornelia"];

/// The files of the casebook in which a trace of the name is left, byte by byte.
fn traces(desk: &Desk) -> Vec<String> {
    let mut found = Vec::new();
    for file in ["casebook.db", "casebook.db-wal", "casebook.db-shm"] {
        let Ok(bytes) = fs::read(desk.path(file)) else { continue };
        for trace in TRACES {
            if bytes.windows(trace.len()).any(|window| window == trace.as_bytes()) {
                found.push(format!("{trace} in {file}"));
            }
        }
    }
    found
}

fn redact(desk: &Desk, more: &[&str]) -> Answer {
    desk.run(&[&["source", "redact", "zebrowski-2019"], more].concat())
}

#[test]
fn a_name_is_gone_from_every_byte_of_the_casebook() {
    let desk = a_desk();
    assert_eq!(traces(&desk).len(), TRACES.len(), "{:?}", traces(&desk));
    // A casebook of some age has statistics with samples of what is in it.
    let other = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    other.execute_batch("ANALYZE").unwrap();
    drop(other);
    insta::assert_snapshot!(redact(&desk, &["--creator", "Zebrowska, Kornelia", "--yes"]).succeeds(), @"
    --- stderr
    Zebrowska, Kornelia goes for good
    its key zebrowski-2019 goes too: it becomes redacted-1, or what --key says
    other sources are different by that: letter
    the history is rewritten as if that had never been there
    redacted 2 sources: in place of the name stands redacted 1
    the source is called redacted-1 now
    15 changes of the history rewritten and sealed
    no claim changed its level
    hint: backups, exports and copies elsewhere may still hold it: delete them, and make a new backup
    --- status 0
    ");
    assert_eq!(traces(&desk), Vec::<String>::new());
    let whole = desk.run(&["doctor"]).succeeds();
    assert!(whole.stdout.contains("sealed by a redaction"), "{whole}");
    // Who is left is there still, and both sources share what stands for her.
    for source in ["redacted-1", "letter"] {
        let shown = desk.run(&["source", "show", source]).succeeds().stdout;
        assert!(shown.contains("redacted 1 (name withheld)"), "{shown}");
    }
    assert!(desk.run(&["creator", "list"]).stdout.contains("Quux, Lawrence"));
    assert!(desk.run(&["search", "clerk"]).stdout.contains("redacted-1"));
}

#[test]
fn history_says_who_did_it_and_reads_as_if_the_name_had_never_been_there() {
    let desk = a_desk();
    redact(&desk, &["--yes"]).succeeds();
    let all = desk.run(&["history", "--format", "csv"]).succeeds().stdout;
    let history = desk.run(&["history", "--limit", "2"]);
    insta::assert_snapshot!(history, @"
    --- stdout
    change  when (UTC)        who  what           of what
    ──────  ────────────────  ───  ─────────────  ───────────────────────────────────────
        16  2026-11-02 14:05  Ada  source redact  source redacted-1: now redacted 1
        15  2026-11-02 14:05  Ada  cite           citation 2 (c1 → redacted-1) (redacted)
    --- stderr
    2 changes of 16
    hint: what a change did: twosource history --change NUMBER
    --- status 0
    ");
    for trace in TRACES {
        assert!(!all.contains(trace), "{all}");
    }
    assert!(all.contains("redacted 1 writes"), "{all}");
    assert!(desk.run(&["history", "redacted-1"]).succeeds().stdout.contains("source add"));
    let answer = desk.run(&["history", "zebrowski-2019"]).fails();
    assert!(answer.stderr.contains("no claim or source has or had the key"), "{answer}");
}

#[test]
fn nothing_of_it_can_be_undone() {
    let desk = a_desk();
    redact(&desk, &["--yes"]).succeeds();
    let undone = desk.run(&["undo"]).fails();
    assert!(undone.stderr.contains("took names out of the casebook for good"), "{undone}");
    let undone = desk.run(&["undo", "1"]).fails();
    assert!(undone.stderr.contains("change 1 was redacted"), "{undone}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn changes_that_told_no_name_can_be_undone_still() {
    let desk = Desk::new();
    desk.run(&["source", "add", "Talk", "--kind", "interview", "--interviewee", "Doe, Jane"])
        .succeeds();
    desk.run(&["claim", "add", "The bank paid.", "--key", "c1"]).succeeds();
    desk.run(&["source", "redact", "doe", "--yes"]).succeeds();
    desk.run(&["undo", "2"]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn free_text_that_holds_the_name_stands_against_it() {
    let desk = a_desk();
    desk.run(&["claim", "edit", "c1", "--note", "Ask K. Zebrowski again"]).succeeds();
    insta::assert_snapshot!(redact(&desk, &["--yes"]).fails(), @"
    --- stderr
    error: nothing was taken out: the name stands in 1 place besides, claim c1, note: “Ask K. Zebrowski again”
    hint: reword these and repeat the command, and their history forgets it too; or have it replaced in free text: twosource source redact zebrowski-2019 --also-text; or, where that is somebody else or may stay: --keep-text
    --- status 2
    ");
    assert!(
        desk.run(&["source", "show", "zebrowski-2019"]).succeeds().stdout.contains("Zebrowska")
    );
    // Replaced on demand.
    redact(&desk, &["--yes", "--also-text"]).succeeds();
    assert_eq!(traces(&desk), Vec::<String>::new());
    assert!(desk.run(&["claim", "show", "c1"]).stdout.contains("Ask K. redacted 1 again"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_key_that_others_have_is_renamed_first() {
    let desk = a_desk();
    desk.run(&["claim", "edit", "c1", "--key", "kornelia-paid"]).succeeds();
    desk.run(&["claim", "edit", "kornelia-paid", "--key", "zebrowski-paid"]).succeeds();
    let answer = redact(&desk, &["--yes", "--also-text"]).fails();
    assert!(answer.stderr.contains("claim zebrowski-paid, key"), "{answer}");
    desk.run(&["claim", "edit", "zebrowski-paid", "--key", "c1"]).succeeds();
    redact(&desk, &["--yes"]).succeeds();
    let history = desk.run(&["history", "--format", "csv"]).stdout;
    assert!(!history.contains("zebrowski"), "{history}");
    desk.run(&["history", "c1"]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn other_keys_of_other_sources_are_no_business_of_it() {
    let desk = a_desk();
    let add = ["source", "add", "Streets", "--kind", "book", "--key", "streets"];
    desk.run(&add).succeeds();
    desk.run(&["source", "edit", "streets", "--alias", "zebrowski-1999"]).succeeds();
    let answer = redact(&desk, &["--yes"]).fails();
    assert!(answer.stderr.contains("source streets, aliases"), "{answer}");
    redact(&desk, &["--yes", "--keep-text"]).succeeds();
    desk.run(&["source", "show", "zebrowski-1999"]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn what_is_somebody_else_may_stay_and_is_told() {
    let desk = a_desk();
    desk.run(&["claim", "add", "Zebrowski Avenue is closed.", "--key", "c2"]).succeeds();
    let answer = redact(&desk, &["--yes", "--keep-text"]).succeeds();
    assert!(
        answer
            .stderr
            .contains("warning: the name, or the family name alone, still stands in claim c2"),
        "{answer}"
    );
    let history = desk.run(&["history", "--format", "csv"]).stdout;
    assert!(history.contains("Zebrowski Avenue") && !history.contains("Kornelia"), "{history}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn judgements_hold_on() {
    let desk = a_desk();
    desk.run(&["waive", "c1", "missing-locator", "--reason", "Looked at."]).succeeds();
    redact(&desk, &["--yes"]).succeeds();
    let waivers = desk.run(&["waive", "list"]).stdout;
    assert!(waivers.contains("missing-locator") && !waivers.contains("ended"), "{waivers}");
    // And end as they would have ended.
    desk.run(&["citation", "edit", "1", "--quote", "Something else."]).succeeds();
    assert!(desk.run(&["waive", "list"]).stdout.contains("ended"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_name_that_the_source_had_once_goes_from_the_history() {
    let desk = Desk::new();
    let add = ["source", "add", "Talk", "--kind", "interview", "--key", "talk"];
    desk.run(&[&add[..], &["--interviewee", "Zebrowski, Kornelia"]].concat()).succeeds();
    desk.run(&["source", "edit", "talk", "--creator", "interviewee: unnamed: a clerk"]).succeeds();
    desk.run(&["source", "redact", "talk", "--yes"]).succeeds();
    assert_eq!(traces(&desk), Vec::<String>::new());
    // The description stays.
    assert!(desk.run(&["source", "show", "redacted-1"]).stdout.contains("a clerk"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_source_that_was_removed_goes_from_the_history() {
    let desk = a_desk();
    desk.run(&["source", "remove", "letter", "--cascade"]).succeeds();
    desk.run(&["source", "remove", "zebrowski-2019", "--cascade"]).succeeds();
    assert!(!traces(&desk).is_empty());
    redact(&desk, &["--yes"]).succeeds();
    assert_eq!(traces(&desk), Vec::<String>::new());
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn somebody_at_the_desk_who_has_the_name_is_told() {
    let desk = a_desk();
    let actor = ["--actor", "Kornelia Zebrowska"];
    desk.run(&[&["claim", "add", "The bank is closed."][..], &actor[..]].concat()).succeeds();
    let answer = redact(&desk, &["--yes", "--also-text", "--keep-text"]).succeeds();
    assert!(answer.stderr.contains("still stands in the history, actor"), "{answer}");
}

#[test]
fn everything_goes_that_the_source_says() {
    let desk = a_desk();
    let told =
        ["--container", "Zebra Gazette", "--tag", "zebra", "--url", "https://zebra.example/1"];
    desk.run(&[&["source", "edit", "letter", "--note", "zebra"][..], &told[..4]].concat())
        .succeeds();
    desk.run(&["source", "edit", "letter", "--url", told[5], "--alias", "zebra-7"]).succeeds();
    desk.run(&["citation", "edit", "1", "--locator", "page 7", "--note", "zebra"]).succeeds();
    desk.run(&["source", "redact", "letter", "--everything", "--key", "d7", "--yes"]).succeeds();
    let shown = desk.run(&["source", "show", "d7"]).succeeds().stdout;
    insta::assert_snapshot!(shown, @"
    d7: redacted

    kind             interview
    interviewee      redacted 1 (name withheld)
    interviewee      redacted 2 (name withheld)
    lineage          unknown
    standing         active
    confidentiality  open

    cited by  citation  stance    locator  quote
    ────────  ────────  ────────  ───────  ─────
    c1               1  supports
    ");
    let bytes = fs::read(desk.path("casebook.db")).unwrap();
    let holds = |word: &str| bytes.windows(word.len()).any(|it| it == word.as_bytes());
    assert!(!holds("zebra") && !holds("Zebra Gazette") && !holds("page 7"));
    assert_eq!(traces(&desk), Vec::<String>::new());
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_second_redaction_seals_what_the_first_one_sealed() {
    let desk = a_desk();
    redact(&desk, &["--creator", "Zebrowska, Kornelia", "--yes"]).succeeds();
    desk.run(&["source", "redact", "letter", "--yes"]).succeeds();
    let history = desk.run(&["history", "--format", "json"]).stdout;
    assert!(!history.contains("Quux"), "{history}");
    assert!(desk.run(&["creator", "list"]).stdout.contains("redacted 2"));
    desk.run(&["doctor"]).succeeds();
    // Nothing is left: the file is written anew, and that is all.
    let head = desk.run(&["history", "--limit", "1"]).stdout;
    insta::assert_snapshot!(desk.run(&["source", "redact", "redacted-2"]).succeeds(), @"
    --- stderr
    no name of source redacted-2 is left to take out
    the file was written anew, without what was deleted before
    hint: backups, exports and copies elsewhere may still hold it: delete them, and make a new backup
    --- status 0
    ");
    assert_eq!(desk.run(&["history", "--limit", "1"]).stdout, head);
}

#[test]
fn who_edits_sealed_history_is_found() {
    let desk = a_desk();
    redact(&desk, &["--yes"]).succeeds();
    for tamper in [
        "UPDATE change SET after = replace(after, 'A clerk', 'A banker')",
        "UPDATE change SET hash = zeroblob(32) WHERE id = 2",
        "UPDATE change SET actor = 'Eve' WHERE id = 3",
    ] {
        let copy = Desk::empty();
        fs::copy(desk.path("casebook.db"), copy.path("casebook.db")).unwrap();
        let other = rusqlite::Connection::open(copy.path("casebook.db")).unwrap();
        assert!(other.execute(tamper, []).unwrap() > 0);
        drop(other);
        let found = copy.run(&["doctor"]);
        assert_eq!(found.status, Some(1), "{tamper}: {found}");
        assert!(found.stdout.contains("are not what the redaction, change 16, left"), "{found}");
    }
}

#[test]
fn older_copies_beside_the_casebook_are_named() {
    let desk = a_desk();
    desk.run(&["backup", "before.db"]).succeeds();
    let answer = redact(&desk, &["--yes"]).succeeds();
    assert!(
        answer.stderr.contains("may still hold what was taken out: FOLDER/before.db"),
        "{answer}"
    );
}

#[test]
fn a_file_that_another_program_reads_is_said_to_hold_the_name_still() {
    let desk = a_desk();
    let other = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    other.execute_batch("BEGIN; SELECT * FROM source").unwrap();
    let answer = redact(&desk, &["--yes", "--wait", "0", "-q"]).fails();
    assert!(answer.stderr.contains("the file may still hold it in free space"), "{answer}");
    assert!(answer.stderr.contains("twosource source redact redacted-1 --yes"), "{answer}");
    other.execute_batch("COMMIT").unwrap();
    drop(other);
    desk.run(&["source", "redact", "redacted-1", "--yes"]).succeeds();
    assert_eq!(traces(&desk), Vec::<String>::new());
}

#[test]
fn nobody_is_there_to_ask() {
    let desk = a_desk();
    let mut command = desk.command(&["source", "redact", "zebrowski-2019"]);
    let answer = desk.answer(command.write_stdin(""));
    insta::assert_snapshot!(answer.fails(), @"
    --- stderr
    error: what is redacted is gone, and nobody is there to ask
    hint: add --yes if that is what you want; nothing was changed
    --- status 2
    ");
    assert!(!traces(&desk).is_empty());
}

#[cfg(unix)]
#[test]
fn on_a_terminal_it_asks_first() {
    let desk = a_desk();
    for (answer, told, gone) in
        [("n", "nothing was changed", false), ("y", "redacted 2 sources", true)]
    {
        let mut terminal = Terminal::run(&desk, &["source", "redact", "zebrowski-2019"]);
        terminal.shows("Zebrowska, Kornelia goes for good");
        terminal.shows("It cannot be undone [y/N]");
        terminal.types(&format!("{answer}\n"));
        assert!(terminal.ends().success());
        terminal.shows(told);
        assert_eq!(traces(&desk).is_empty(), gone);
    }
}

#[test]
fn what_is_not_there_cannot_be_redacted() {
    let desk = a_desk();
    for (arguments, message) in [
        (&["source", "redact", "zebrowski-2018"][..], "there is no source `zebrowski-2018`"),
        (
            &["source", "redact", "letter", "--creator", "Quux, Laurence"],
            "did you mean `Quux, Lawrence`?",
        ),
        (
            &["source", "redact", "letter", "--key", "zebrowski-2019"],
            "there is a source `zebrowski-2019` already",
        ),
        (&["source", "redact", "letter", "--key", ""], "a key is empty"),
    ] {
        let answer = desk.run(arguments);
        assert_eq!(answer.status, Some(2), "{answer}");
        assert!(answer.stderr.contains(message), "{answer}");
    }
    assert!(desk.run(&["source", "list"]).stdout.contains("Zebrowska"));
}

#[test]
fn one_page_is_not_taken_apart() {
    let desk = a_desk();
    let page = ["--url", "https://example.org/1"];
    desk.run(
        &[&["source", "add", "Copy", "--kind", "web-page", "--key", "copy"][..], &page].concat(),
    );
    let answer = desk.run(&["source", "redact", "letter", "--everything", "--yes"]).fails();
    assert!(answer.stderr.contains("source letter and source copy are one page"), "{answer}");
}
