use std::fs;

use serde_json::Value;

use crate::desk::Desk;

/// An open source and a confidential one, each cited, and what became of them.
fn a_case() -> Desk {
    let desk = Desk::new();
    let source = |key: &str, title: &str, creator: &str, confidentiality: &str| {
        let add = ["source", "add", "--kind", "interview", "--key", key, "--title", title];
        let rest = ["--creator", creator, "--confidentiality", confidentiality];
        desk.run(&[&add[..], &rest].concat()).succeeds();
    };
    desk.run(&["claim", "add", "The bank paid nobody.", "--key", "c1"]).succeeds();
    source("audit", "An audit of the bank", "author: Sow, Awa", "open");
    source("okafor-2026", "Talk in the car park", "interviewee: Okafor, Ada", "confidential");
    desk.run(&["cite", "c1", "audit", "--quote", "nobody was paid"]).succeeds();
    desk.run(&["cite", "c1", "okafor-2026", "--quote", "I saw it"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--note", "as Okafor says"]).succeeds();
    desk.run(&["claim", "edit", "c1", "--note", ""]).succeeds();
    desk.run(&["claim", "add", "The bank was closed.", "--key", "c2"]).succeeds();
    desk
}

fn lines(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The changes of an export, by what they say of their payload.
fn changes_with(lines: &[Value], payload: &str) -> Vec<i64> {
    let fits = |line: &&Value| line["payload"] == payload;
    lines.iter().filter(fits).map(|line| line["change"].as_i64().unwrap()).collect()
}

fn bytes(digits: &Value) -> Vec<u8> {
    let digits = digits.as_str().unwrap();
    let pair = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).unwrap();
    (0..digits.len()).step_by(2).map(pair).collect()
}

/// A field of a digest, as the first line of the file says.
fn field(bytes: Option<&[u8]>) -> Vec<u8> {
    let length = bytes.map_or(u64::MAX, |bytes| bytes.len() as u64);
    [&length.to_le_bytes()[..], bytes.unwrap_or_default()].concat()
}

/// Verifies an export with nothing but BLAKE3, by what its first line says.
fn verified_by_a_stranger(lines: &[Value]) -> usize {
    let (mut previous, mut payloads) = (vec![0; 32], 0);
    for (number, line) in (1_i64..).zip(&lines[1..lines.len() - 1]) {
        assert_eq!(line["change"], number);
        if line["content_digest"].is_null() {
            // Its hash is taken as it stands.
            assert!(line["salt"].is_null() && line["payload_digest"].is_null(), "{line}");
            previous = bytes(&line["hash"]);
            continue;
        }
        if line["payload"] == "whole" {
            let mut told = field(Some(&bytes(&line["salt"])));
            for name in ["at", "actor", "action", "before", "after"] {
                told.extend(field(line[name].as_str().map(str::as_bytes)));
            }
            assert_eq!(blake3::hash(&told).as_bytes()[..], bytes(&line["payload_digest"]));
            payloads += 1;
        }
        let digests = [bytes(&line["payload_digest"]), bytes(&line["content_digest"])].concat();
        let linked = [&number.to_le_bytes()[..], &previous, &digests].concat();
        previous = bytes(&line["hash"]);
        assert_eq!(blake3::hash(&linked).as_bytes()[..], previous);
    }
    let head = &lines[lines.len() - 1];
    assert_eq!((&head["type"], bytes(&head["hash"])), (&"head".into(), previous));
    payloads
}

#[test]
fn it_is_verified_without_twosource() {
    let desk = a_case();
    let whole = desk.run(&["history", "export", "--include-confidential"]).succeeds();
    let told = lines(&whole.stdout);
    assert!(told[0]["how"].as_str().unwrap().contains("BLAKE3"), "{whole}");
    let changes = told.len() - 2;
    assert_eq!(verified_by_a_stranger(&told), changes);
    let withheld = desk.run(&["history", "export"]).succeeds();
    let payloads = verified_by_a_stranger(&lines(&withheld.stdout));
    // The two changes before the first that holds something confidential.
    assert_eq!(payloads, 2, "{withheld}");
}

#[test]
fn what_is_confidential_is_left_out() {
    let desk = a_case();
    insta::assert_snapshot!(desk.run(&["history", "export", "--output", "out.jsonl"]), @"
    --- stderr
    wrote 8 changes to out.jsonl
    left out what 4 changes did, which hold something confidential, and the digests from the first of these on; `twosource history --verify FILE` verifies them with the casebook
    --- status 0
    ");
    let text = fs::read_to_string(desk.path("out.jsonl")).unwrap();
    for secret in ["kafor", "car park", "I saw it"] {
        assert!(!text.contains(secret), "{secret} in {text}");
    }
    let told = lines(&text);
    // The source, its citation, and the note that names the person: coming and going.
    assert_eq!(changes_with(&told, "withheld"), [3, 5, 6, 7]);
    assert!(told[3]["salt"].is_null() && told[3]["before"].is_null() && told[3]["after"].is_null());
    assert_eq!(told[9]["withheld"], 4);
    desk.run(&["history", "--verify", "out.jsonl"]).succeeds();
}

/// A digest over what is withheld, or over that and what is known, would confirm a guess.
#[test]
fn no_digest_goes_out_from_the_first_withheld_change_on() {
    let desk = a_case();
    let review = ["review", "c1", "--verdict", "supported", "--actor", "Ben"];
    desk.run(&review).succeeds();
    let whole = desk.run(&["history", "export", "--include-confidential"]).succeeds();
    let whole = lines(&whole.stdout);
    assert!(whole[9]["after"].as_str().unwrap().contains("\"pin\""), "{}", whole[9]);
    desk.run(&["history", "export", "--output", "out.jsonl"]).succeeds();
    let text = fs::read_to_string(desk.path("out.jsonl")).unwrap();
    let told = lines(&text);
    for (line, all) in told.iter().zip(&whole).skip(3).take(7) {
        for name in ["salt", "payload_digest", "content_digest"] {
            assert!(line[name].is_null(), "{line}");
            assert!(!text.contains(all[name].as_str().unwrap()), "{name} in {text}");
        }
        assert_eq!(line["hash"], all["hash"]);
    }
    assert!(told[9]["after"].as_str().unwrap().contains("\"verdict\""), "{}", told[9]);
    assert!(!text.contains("\"pin\\\""), "{text}");
    for format in ["json", "csv", "table"] {
        let out = desk.run(&["history", "--allow-names", "--format", format]).succeeds().stdout;
        assert!(!out.contains("evidence"), "{out}");
    }
    // The casebook proves it, and finds what somebody wrote into the file.
    desk.run(&["history", "--verify", "out.jsonl"]).succeeds();
    let edited = text.replace("The bank was closed.", "The bank was open.");
    assert_ne!(edited, text);
    fs::write(desk.path("out.jsonl"), edited).unwrap();
    let answer = desk.run(&["history", "--verify", "out.jsonl"]);
    assert_eq!(answer.status, Some(1), "{answer}");
    assert!(answer.stdout.contains("change 8 (claim add"), "{answer}");
}

#[test]
fn what_was_confidential_once_stays_so() {
    let desk = a_case();
    desk.run(&["source", "remove", "okafor-2026", "--cascade"]).succeeds();
    let text = desk.run(&["history", "export"]).succeeds().stdout;
    assert!(!text.contains("kafor"), "{text}");
    // And what was logged openly before somebody thought better of it.
    desk.run(&["source", "edit", "audit", "--confidentiality", "confidential"]).succeeds();
    let text = desk.run(&["history", "export"]).succeeds().stdout;
    assert!(!text.contains("An audit of the bank") && !text.contains("nobody was paid"), "{text}");
    assert!(text.contains("The bank was closed."), "{text}");
}

#[test]
fn everything_is_written_where_that_is_asked_for() {
    let desk = a_case();
    let text = desk.run(&["history", "export", "--include-confidential"]).succeeds().stdout;
    assert!(text.contains("Okafor, Ada") && text.contains("I saw it"), "{text}");
    assert!(changes_with(&lines(&text), "withheld").is_empty(), "{text}");
}

#[test]
fn an_existing_file_stays_and_a_key_may_be_called_export() {
    let desk = a_case();
    fs::write(desk.path("mine.txt"), "mine").unwrap();
    desk.run(&["history", "export", "--output", "mine.txt"]).fails();
    assert_eq!(fs::read_to_string(desk.path("mine.txt")).unwrap(), "mine");
    desk.run(&["claim", "add", "It exports oil.", "--key", "export"]).succeeds();
    let shown = desk.run(&["history", "--", "export"]).succeeds();
    assert!(shown.stdout.contains("It exports oil."), "{shown}");
}
