use std::fs;

use serde_json::Value;

use crate::desk::Desk;

/// A casebook with three changes, what was kept of it in three ways, and two changes since.
pub(crate) fn a_desk() -> Desk {
    let desk = Desk::new();
    let claim = |text: &str, key: &str, actor: &str| {
        desk.run(&["claim", "add", text, "--key", key, "--actor", actor]).succeeds();
    };
    claim("The bank paid nobody.", "c1", "Ada");
    claim("The bank was closed.", "c2", "Ben");
    desk.run(&["claim", "edit", "c1", "--note", "seen"]).succeeds();
    desk.run(&["backup", "safe.db"]).succeeds();
    desk.run(&["history", "export", "--output", "safe.jsonl"]).succeeds();
    fs::write(desk.path("head.txt"), desk.run(&["history", "--head"]).succeeds().stdout).unwrap();
    claim("Nobody was there.", "c3", "Ben");
    claim("It rained.", "c4", "Ada");
    desk
}

const KEPT: [&str; 3] = ["safe.db", "safe.jsonl", "head.txt"];

/// What another program does to the casebook.
pub(crate) fn tamper(desk: &Desk, sql: &str) {
    let connection = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    connection.execute_batch(sql).unwrap();
}

#[track_caller]
pub(crate) fn differs(desk: &Desk, kept: &str, why: &str) {
    let answer = desk.run(&["history", "--verify", kept]);
    assert_eq!(answer.status, Some(1), "{answer}");
    assert!(answer.stdout.starts_with("differs: ") && answer.stdout.contains(why), "{answer}");
    assert!(answer.stderr.contains("hint: "), "{answer}");
}

#[test]
fn the_head_is_printed_to_be_kept() {
    let desk = a_desk();
    let answer = desk.run(&["history", "--head"]).succeeds();
    let (change, hash) = answer.stdout.trim().split_once(':').unwrap();
    assert_eq!((change, hash.len()), ("5", 64));
    assert!(answer.stderr.starts_with("the last change: claim add by Ada, 2026-11-02 14:05 UTC"));
    let json = desk.run(&["history", "--head", "--format", "json"]).succeeds().stdout;
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json["change"], &json["hash"]), (&5.into(), &hash.into()));
    Desk::new().run(&["history", "--head"]).fails();
}

#[test]
fn a_history_that_goes_on_is_unchanged() {
    let desk = a_desk();
    for kept in KEPT {
        insta::allow_duplicates! {
            insta::assert_snapshot!(desk.run(&["history", "--verify", kept]), @"
            --- stdout
            continues: the history up to change 3 of 2026-11-02 is unchanged; 2 changes since
            --- stderr
            hint: whether the records are as the history says: twosource doctor
            --- status 0
            ");
        }
    }
    // The head itself can be typed, too.
    let head = fs::read_to_string(desk.path("head.txt")).unwrap();
    desk.run(&["history", "--verify", head.trim()]).succeeds();
    let now = desk.run(&["history", "--head"]).succeeds().stdout;
    let answer = desk.run(&["history", "--verify", now.trim()]).succeeds();
    assert!(answer.stdout.ends_with("is unchanged; nothing was done since\n"), "{answer}");
}

#[test]
fn the_answer_for_programs() {
    let desk = a_desk();
    let answer = desk.run(&["history", "--verify", "safe.db", "--format", "json"]).succeeds();
    let found: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!((&found["continues"], &found["unchanged"]), (&true.into(), &3.into()));
    tamper(&desk, "UPDATE change SET actor = 'Mallory' WHERE id = 2");
    let answer = desk.run(&["history", "--verify", "safe.db", "--format", "csv"]);
    assert_eq!(answer.status, Some(1));
    assert!(
        answer.stdout.contains("\nfalse,3,5,1,2026-11-02T14:05:00.000Z,0,\"change 2"),
        "{answer}"
    );
}

#[test]
fn an_edited_change_is_found_with_any_of_them() {
    let desk = a_desk();
    tamper(&desk, "UPDATE change SET actor = 'Mallory' WHERE id = 2");
    for kept in KEPT {
        differs(&desk, kept, "change 2 (claim add by Mallory");
    }
    differs(
        &desk,
        "safe.db",
        "; it was change 2 (claim add by Ben, 2026-11-02T14:05:00.000Z) before",
    );
    let exported = desk.run(&["history", "export", "--output", "broken.jsonl"]).succeeds();
    assert!(exported.stderr.contains("warning: the history is broken"), "{exported}");
    desk.run(&["history", "--verify", "broken.jsonl"]).fails();
}

#[test]
fn a_history_that_was_cut_off_is_found() {
    let desk = a_desk();
    tamper(
        &desk,
        "PRAGMA foreign_keys = OFF; DELETE FROM change_subject WHERE change_id > 2;
         DELETE FROM change WHERE id > 2",
    );
    for kept in KEPT {
        differs(&desk, kept, "the history ends with change 2: change 3 is gone");
    }
}

/// A forger makes the whole chain anew, so that it is whole in itself.
#[test]
fn a_history_that_was_made_anew_is_found() {
    let desk = a_desk();
    fs::rename(desk.path("casebook.db"), desk.path("was.db")).unwrap();
    desk.run(&["init"]).succeeds();
    for (text, key) in [("The bank paid nobody.", "c1"), ("The bank was open.", "c2")] {
        desk.run(&["claim", "add", text, "--key", key]).succeeds();
    }
    desk.run(&["claim", "edit", "c1", "--note", "seen"]).succeeds();
    desk.run(&["doctor"]).succeeds();
    differs(&desk, "safe.db", "is another than it was: this is another casebook, or made anew");
    differs(&desk, "safe.jsonl", "is another than it was");
    differs(&desk, "head.txt", "is not the one that was kept");
}

#[test]
fn two_histories_that_part_are_told_where() {
    let desk = a_desk();
    // Ben went on with a copy of his own.
    desk.run(&["backup", "bens.db"]).succeeds();
    let ben = ["--casebook", "bens.db", "--actor", "Ben"];
    desk.run(&[&["claim", "remove", "c4"][..], &ben].concat()).succeeds();
    desk.run(&["claim", "edit", "c4", "--note", "mine"]).succeeds();
    differs(
        &desk,
        "bens.db",
        "change 6 (claim edit by Ada, 2026-11-02T14:05:00.000Z) was change 6 \
                               (claim remove by Ben, 2026-11-02T14:05:00.000Z) before",
    );
    let answer = desk.run(&["history", "--verify", "bens.db"]);
    assert!(answer.stderr.starts_with("the history up to change 5 of 2026-11-02 is unchanged"));
}

#[test]
fn what_proves_nothing_is_an_error() {
    let desk = a_desk();
    let text = fs::read_to_string(desk.path("safe.jsonl")).unwrap();
    let bad = |name: &str, text: &str| fs::write(desk.path(name), text).unwrap();
    bad("notes.txt", "mine");
    bad("empty.txt", "");
    bad("cut.jsonl", text.rsplit_once("{\"type\":\"head\"").unwrap().0);
    bad("edited.jsonl", &text.replace("\"actor\":\"Ben\"", "\"actor\":\"Bea\""));
    bad("line.jsonl", &text.replacen("\"type\":\"change\"", "\"type\":\"chance\"", 1));
    bad("newer.jsonl", &text.replacen("twosource/history/1", "twosource/history/9", 1));
    fs::write(desk.path("picture.png"), [0x89, b'P', b'N', b'G', 0, 0xff]).unwrap();
    let broken = rusqlite::Connection::open(desk.path("safe.db")).unwrap();
    let stderr = |kept: &str| desk.run(&["history", "--verify", kept]).fails().stderr;
    for kept in ["notes.txt", "empty.txt", "picture.png"] {
        assert!(stderr(kept).contains(&format!("{kept} is no earlier history")), "{kept}");
    }
    assert!(stderr("gone.db").contains("there is no file gone.db"));
    assert!(stderr("3:abc").contains("`3:abc` is not the number of a change and its hash"));
    assert!(stderr("cut.jsonl").contains("ends without its last line"));
    let told = stderr("edited.jsonl");
    assert!(told.contains("edited.jsonl, line 3: change 2 (claim add by Bea"), "{told}");
    assert!(stderr("line.jsonl").contains("line.jsonl, line 2: this is no line of a history"));
    assert!(stderr("newer.jsonl").contains("does not know"));
    broken.execute_batch("UPDATE change SET action = 'x' WHERE id = 2").unwrap();
    let told = stderr("safe.db");
    assert!(
        told.contains("safe.db has a broken history, which proves nothing: change 2"),
        "{told}"
    );
}

#[test]
fn numbers_that_no_change_can_have_are_broken_links() {
    for number in [i64::MAX, i64::MIN, -1] {
        let desk = a_desk();
        let text = fs::read_to_string(desk.path("safe.jsonl")).unwrap();
        let text = text.replace("\"change\":3", &format!("\"change\":{number}"));
        fs::write(desk.path("safe.jsonl"), text).unwrap();
        let told = desk.run(&["history", "--verify", "safe.jsonl"]).fails().stderr;
        assert!(told.contains("so the file proves nothing"), "{told}");
        tamper(
            &desk,
            &format!("PRAGMA foreign_keys = OFF; UPDATE change SET id = {number} WHERE id = 5"),
        );
        for line in [&["doctor"][..], &["history", "--verify", "safe.db"]] {
            let answer = desk.run(line);
            assert_eq!(answer.status, Some(1), "{answer}");
            assert!(!answer.stderr.contains("panicked"), "{answer}");
        }
        desk.run(&["history", "export"]).succeeds();
        for line in [&["claim", "add", "Another."][..], &["undo"]] {
            let answer = desk.run(line);
            assert!(answer.status.is_some_and(|status| status <= 2), "{answer}");
            assert!(!answer.stderr.contains("panicked"), "{answer}");
        }
    }
}

#[cfg(unix)]
#[test]
fn a_history_can_come_through_a_pipe() {
    let desk = a_desk();
    for kept in ["safe.jsonl", "head.txt"] {
        let mut command = desk.command(&["history", "--verify", "/dev/stdin"]);
        let text = fs::read(desk.path(kept)).unwrap();
        let output = command.write_stdin(text).output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{kept}: {output:?}");
    }
}
