//! The history compared with an earlier one, of which a redaction has sealed changes since.

use std::fs;

use serde_json::Value;

use crate::desk::Desk;
use crate::history_verify::{a_desk, differs, tamper};

const KEPT: [&str; 3] = ["safe.db", "safe.jsonl", "head.txt"];

/// A casebook with five changes that begins with a source whose creator is taken out later, and what was
/// kept of it in three ways.
fn a_named_source() -> Desk {
    let desk = Desk::new();
    let add = ["source", "add", "Talk with a clerk", "--kind", "interview", "--key", "talk"];
    desk.run(&[&add[..], &["--interviewee", "Zebrowski, Kornelia"]].concat()).succeeds();
    for (text, actor) in [("It rained.", "Ada"), ("The bank was closed.", "Ben")] {
        desk.run(&["claim", "add", text, "--actor", actor]).succeeds();
    }
    desk.run(&["cite", "c2", "talk", "--quote", "the bank was closed"]).succeeds();
    desk.run(&["claim", "edit", "c2", "--note", "as Zebrowski says"]).succeeds();
    keep(&desk);
    desk
}

fn keep(desk: &Desk) {
    for name in KEPT {
        let _ = fs::remove_file(desk.path(name));
    }
    desk.run(&["backup", "safe.db"]).succeeds();
    let export = ["history", "export", "--include-confidential", "--output", "safe.jsonl"];
    desk.run(&export).succeeds();
    fs::write(desk.path("head.txt"), desk.run(&["history", "--head"]).succeeds().stdout).unwrap();
}

fn redact(desk: &Desk) {
    desk.run(&["source", "redact", "talk", "--also-text", "--yes"]).succeeds();
}

#[track_caller]
fn is_forged(desk: &Desk, kept: &str, why: &str) {
    let answer = desk.run(&["history", "--verify", kept]);
    assert_eq!(answer.status, Some(1), "{answer}");
    assert!(answer.stdout.starts_with("differs: ") && answer.stdout.contains(why), "{answer}");
    assert!(!answer.to_string().contains("unchanged"), "{answer}");
}

/// A redaction seals what is there: also what another program wrote right before.
#[test]
fn a_forged_change_under_a_seal_is_found() {
    for (forged, why) in [
        (
            "actor = 'Mallory'",
            "by Mallory, 2026-11-02T14:05:00.000Z) was change 3 (claim add by Ben",
        ),
        ("action = 'claim edit'", "which no redaction alters"),
        ("at = '2026-11-01T14:05:00.000Z'", "which no redaction alters"),
        ("after = replace(after, 'closed', 'open')", "says another thing than before"),
        ("after = NULL", "says another thing than before"),
    ] {
        let desk = a_named_source();
        tamper(&desk, &format!("UPDATE change SET {forged} WHERE id = 3"));
        redact(&desk);
        for kept in &KEPT[..2] {
            is_forged(&desk, kept, why);
        }
        let answer = desk.run(&["history", "--verify", "head.txt"]);
        assert_eq!(answer.status, Some(1), "{answer}");
    }
}

#[test]
fn a_head_proves_nothing_of_what_was_sealed_since() {
    let desk = a_named_source();
    redact(&desk);
    insta::assert_snapshot!(desk.run(&["history", "--verify", "head.txt"]), @"
    --- stdout
    not proved: not provable from a head: changes 1 to 5 were sealed by the redaction, change 6, by Ada on 2026-11-02
    --- stderr
    hint: compare with a backup from before the redaction, or with a file that `twosource history export --include-confidential` wrote then; where you have neither, nothing can prove it
    --- status 1
    ");
    let answer = desk.run(&["history", "--verify", "head.txt", "--format", "json"]);
    let found: Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!((&found["continues"], &found["unchanged"]), (&false.into(), &0.into()));
    assert_eq!((&found["sealed"]["from"], &found["sealed"]["unproved"]), (&1.into(), &5.into()));
}

#[test]
fn an_earlier_copy_proves_that_only_names_were_taken_out() {
    let desk = a_named_source();
    redact(&desk);
    for kept in &KEPT[..2] {
        insta::allow_duplicates! {
            insta::assert_snapshot!(desk.run(&["history", "--verify", kept]), @"
            --- stdout
            continues: changes 1 to 5 are as they were, but for what the redaction, change 6, by Ada on 2026-11-02 took out of 3; 1 change since
            --- stderr
            hint: whether the records are as the history says: twosource doctor
            --- status 0
            ");
        }
    }
    // What is kept from then on proves the seal with what is sealed.
    keep(&desk);
    desk.run(&["claim", "add", "Later."]).succeeds();
    for kept in KEPT {
        desk.run(&["history", "--verify", kept]).succeeds();
    }
}

#[test]
fn what_was_taken_out_for_good_is_no_difference() {
    let desk = a_desk();
    let add = ["source", "add", "Talk with a clerk", "--kind", "interview", "--key", "talk"];
    desk.run(&[&add[..], &["--interviewee", "Zebrowski, Kornelia"]].concat()).succeeds();
    desk.run(&["backup", "before.db"]).succeeds();
    let before = desk.run(&["history", "--head"]).succeeds().stdout;
    desk.run(&["source", "redact", "talk", "--yes"]).succeeds();
    desk.run(&["claim", "edit", "c4", "--note", "later"]).succeeds();
    for kept in [&KEPT[..], &["before.db"]].concat() {
        let answer = desk.run(&["history", "--verify", kept]).succeeds();
        assert!(answer.stdout.contains("is unchanged"), "{answer}");
    }
    insta::assert_snapshot!(desk.run(&["history", "--verify", "before.db"]), @"
    --- stdout
    continues: the history up to change 5 of 2026-11-02 is unchanged; change 6 is as it was, but for what the redaction, change 7, by Ada on 2026-11-02 took out of 1; 2 changes since
    --- stderr
    hint: whether the records are as the history says: twosource doctor
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["history", "--verify", before.trim()]), @"
    --- stdout
    not proved: not provable from a head: change 6 was sealed by the redaction, change 7, by Ada on 2026-11-02
    --- stderr
    nothing ties the changes before them to the head, either
    hint: compare with a backup from before the redaction, or with a file that `twosource history export --include-confidential` wrote then; where you have neither, nothing can prove it
    --- status 1
    ");
    for (name, option) in [("whole.jsonl", "--include-confidential"), ("open.jsonl", "--force")] {
        desk.run(&["history", "export", "--output", name, option]).succeeds();
        desk.run(&["history", "--verify", name]).succeeds();
    }
    let text = fs::read_to_string(desk.path("whole.jsonl")).unwrap();
    let edited = text.replace("Talk with a clerk", "Talk with a lawyer");
    assert_ne!(edited, text);
    fs::write(desk.path("edited.jsonl"), edited).unwrap();
    let told = desk.run(&["history", "--verify", "edited.jsonl"]).fails().stderr;
    assert!(told.contains("change 6 is not what the redaction, change 7, left"), "{told}");
    tamper(&desk, "UPDATE change SET before = '[]' WHERE id = 6");
    // What is behind the seal is not tied to what was kept by a broken seal.
    let head = desk.run(&["history", "--head"]).succeeds().stdout;
    differs(&desk, head.trim(), "change 6 is not what the redaction, change 7, left");
    let answer = desk.run(&["history", "--verify", head.trim(), "--format", "json"]);
    assert!(answer.stdout.contains("\"unchanged\": 5,"), "{answer}");
}
