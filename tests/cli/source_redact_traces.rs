//! Ways in which a name stands in a casebook that a redaction has to see through.

use std::fs;

use crate::desk::{Answer, Desk};

/// A desk with an interview of Anna Smith under this key.
fn talk_with_smith(key: &str) -> Desk {
    let desk = Desk::new();
    let add = ["source", "add", "Talk", "--kind", "interview", "--key", key];
    desk.run(&[&add[..], &["--interviewee", "Smith, Anna"]].concat()).succeeds();
    desk
}

/// A further source.
fn add(desk: &Desk, key: &str, more: &[&str]) {
    let add = ["source", "add", "Another", "--kind", "interview", "--key", key];
    desk.run(&[&add[..], more].concat()).succeeds();
}

fn redact(desk: &Desk, source: &str, more: &[&str]) -> Answer {
    desk.run(&[&["source", "redact", source, "--yes"], more].concat())
}

/// Whether the file of the casebook holds a word, in whatever case.
fn holds(desk: &Desk, word: &str) -> bool {
    let bytes = fs::read(desk.path("casebook.db")).unwrap().to_ascii_lowercase();
    bytes.windows(word.len()).any(|it| it == word.as_bytes())
}

#[test]
fn its_own_keys_go_whatever_they_say() {
    let desk = talk_with_smith("as-tape");
    desk.run(&["source", "edit", "as-tape", "--alias", "Smith2019"]).succeeds();
    desk.run(&["source", "edit", "as-tape", "--alias", "our-woman-at-the-port"]).succeeds();
    desk.run(&["source", "edit", "as-tape", "--key", "smith2019x"]).succeeds();
    let answer = redact(&desk, "smith2019x", &[]).succeeds();
    assert!(answer.stderr.contains("the source is called redacted-1 now"), "{answer}");
    for word in ["smith", "as-tape", "our-woman"] {
        assert!(!holds(&desk, word), "{word}");
    }
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_key_that_is_given_is_the_key() {
    let desk = talk_with_smith("tape-7");
    redact(&desk, "tape-7", &["--key", "tape-7"]).succeeds();
    desk.run(&["source", "show", "tape-7"]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn glued_and_encoded_names_are_found_in_free_text() {
    let desk = talk_with_smith("tape");
    desk.run(&["claim", "add", "The bank paid.", "--key", "c1"]).succeeds();
    for (text, replaced) in [
        ("see annasmith.pdf", true),
        ("see ANNASMITH", true),
        ("see https://x.org/Anna%20Smith", true),
        ("see https://x.org/?q=anna%20smith", true),
        ("see Smith2019", true),
        ("ask asmith@x.org", false),
        ("see drannasmith", false),
    ] {
        desk.run(&["claim", "edit", "c1", "--note", text]).succeeds();
        let answer = redact(&desk, "tape", &[]).fails();
        assert!(answer.stderr.contains("1 place besides, claim c1, note"), "{text}: {answer}");
        if !replaced {
            let answer = redact(&desk, "tape", &["--also-text"]).fails();
            assert!(answer.stderr.contains(text), "{answer}");
        }
    }
    desk.run(&["claim", "edit", "c1", "--note", "see drannasmith, Anna Smith"]).succeeds();
    let answer = redact(&desk, "tape", &["--also-text", "--keep-text"]).succeeds();
    assert!(answer.stderr.contains("“see drannasmith, redacted 1”"), "{answer}");
    assert!(
        !holds(&desk, "asmith@") && !holds(&desk, "anna%20smith") && !holds(&desk, "smith2019")
    );
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn keys_that_were_made_of_short_names_and_bodies_go() {
    let desk = Desk::new();
    let source = ["--kind", "interview", "--issued", "2019", "--interviewee"];
    for (title, name) in [
        ("Talk", "Li, Wei"),
        ("Another talk", "Li, Wei"),
        ("Letter", "{Harbour Police, Unit 4}"),
        ("Another letter", "{Harbour Police, Unit 4}"),
    ] {
        desk.run(&[&["source", "add", title][..], &source, &[name]].concat()).succeeds();
    }
    assert!(desk.run(&["source", "list"]).stdout.contains("li-2019-2"));
    add(&desk, "li-2020", &["--interviewee", "Li, Wei"]);
    desk.run(&["source", "edit", "li-2020", "--key", "brown-1"]).succeeds();
    redact(&desk, "li-2019", &[]).succeeds();
    redact(&desk, "harbour-police-unit-2019", &[]).succeeds();
    let history = desk.run(&["history", "--format", "json"]).succeeds().stdout;
    for word in ["li-20", "harbour-police"] {
        assert!(!history.contains(word) && !holds(&desk, word), "{word}");
    }
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn former_keys_of_other_sources_go_where_they_were_cited_by() {
    let desk = talk_with_smith("smith-2019");
    add(&desk, "smith-2020", &["--interviewee", "Smith, Anna"]);
    desk.run(&["claim", "add", "The bank paid.", "--key", "c1"]).succeeds();
    desk.run(&["cite", "c1", "smith-2019", "--attributed-to", "smith-2020"]).succeeds();
    desk.run(&["source", "edit", "smith-2020", "--key", "brown-1"]).succeeds();
    redact(&desk, "smith-2019", &["--also-text"]).succeeds();
    assert!(!holds(&desk, "smith"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn what_was_said_of_the_name_in_another_order_goes() {
    let desk = talk_with_smith("tape");
    add(&desk, "wire", &["--author", "Reuters"]);
    add(&desk, "call", &["--interviewee", "Smyth, Anna"]);
    add(&desk, "note", &["--interviewee", "Anna Smith"]);
    desk.run(&["creator", "distinct", "Anna Smith", "Smyth, Anna"]).succeeds();
    desk.run(&["creator", "alias", "add", "Reuters", "Smith Anna"]).succeeds();
    desk.run(&["source", "remove", "note"]).succeeds();
    redact(&desk, "tape", &[]).succeeds();
    assert!(!holds(&desk, "anna smith") && !holds(&desk, "smith anna"));
    assert!(desk.run(&["creator", "list"]).stdout.contains("Smyth, Anna"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn what_an_earlier_redaction_noted_goes() {
    let desk = talk_with_smith("tape");
    desk.run(&["source", "edit", "tape", "--creator", "interviewee: Smith, Anna"]).succeeds();
    desk.run(&["source", "edit", "tape", "--creator", "interviewee: Doe, Jane"]).succeeds();
    redact(&desk, "tape", &["--creator", "Smith, Anna", "--key", "doe-tape", "--keep-text"])
        .succeeds();
    redact(&desk, "doe-tape", &[]).succeeds();
    assert!(!holds(&desk, "doe-tape"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_language_is_free_text() {
    let desk = talk_with_smith("tape");
    desk.run(&["source", "edit", "tape", "--language", "as Anna Smith speaks"]).succeeds();
    let answer = redact(&desk, "tape", &[]).fails();
    assert!(answer.stderr.contains("source tape, language"), "{answer}");
    redact(&desk, "tape", &["--also-text"]).succeeds();
    assert!(!holds(&desk, "anna smith"));
}

#[test]
fn a_text_is_replaced_though_the_same_words_stay_elsewhere() {
    let desk = talk_with_smith("tape");
    let claim = ["claim", "add", "The bank paid.", "--key", "c1", "--claimant", "Anna Smith"];
    desk.run(&[&claim[..], &["--actor", "Anna Smith"]].concat()).succeeds();
    redact(&desk, "tape", &["--also-text", "--keep-text"]).succeeds();
    let shown = desk.run(&["claim", "show", "c1", "--format", "json"]).succeeds().stdout;
    assert!(shown.contains("\"claimant\": \"redacted 1\""), "{shown}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn who_worked_on_the_casebook_is_no_text_to_reword() {
    let desk = talk_with_smith("tape");
    desk.run(&["claim", "add", "The bank paid.", "--actor", "Anna Smith"]).succeeds();
    let answer = redact(&desk, "tape", &["--also-text"]).fails();
    assert!(!answer.stderr.contains("reword"), "{answer}");
    assert!(answer.stderr.contains("source redact tape --also-text --keep-text"), "{answer}");
}

#[test]
fn what_was_imported_before_is_sealed_too() {
    let desk = Desk::new();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/claims.csv"), "key,statement\nc1,The bank paid.\n").unwrap();
    fs::write(
        desk.path("case/reviews.csv"),
        "claim,reviewer,verdict,reviewed_at,note\nc1,Eve,supported,2026-01-02T03:04:05Z,As Anna Smith\n",
    )
    .unwrap();
    desk.run(&["import", "case"]).succeeds();
    add(&desk, "tape", &["--interviewee", "Smith, Anna"]);
    redact(&desk, "tape", &["--also-text"]).succeeds();
    let other = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    let sql = "SELECT count(*) FROM change WHERE content_digest <> zeroblob(32)
               AND id < (SELECT max(id) FROM change)";
    let left: i64 = other.query_row(sql, [], |row| row.get(0)).unwrap();
    assert_eq!(left, 0, "a digest of content with the name in it is left");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn undo_gives_no_hint_to_undo_a_redaction() {
    let desk = Desk::new();
    fs::create_dir(desk.path("case")).unwrap();
    let sources = "key,kind,title,creators\ntape,interview,Talk,\"interviewee: Smith, Anna\"\n";
    fs::write(desk.path("case/sources.csv"), sources).unwrap();
    desk.run(&["import", "case"]).succeeds();
    redact(&desk, "tape", &["--key", "tape"]).succeeds();
    let answer = desk.run(&["undo", "1"]).fails();
    assert!(answer.stderr.contains("change 2 took names out for good"), "{answer}");
    assert!(!answer.stderr.contains("twosource undo"), "{answer}");
}

#[test]
fn a_stand_in_with_the_last_number_is_no_crash() {
    let desk = talk_with_smith("tape");
    redact(&desk, "tape", &[]).succeeds();
    add(&desk, "call", &["--interviewee", "Doe, Jane"]);
    let other = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    let sql = "UPDATE change SET after = replace(after, '\"redacted 1\"', '\"redacted 18446744073709551615\"')
               WHERE action = 'source redact'";
    assert_eq!(other.execute(sql, []).unwrap(), 1);
    drop(other);
    let answer = redact(&desk, "call", &[]).fails();
    assert!(answer.stderr.contains("no number is left"), "{answer}");
}

#[test]
fn the_name_of_a_file_that_was_let_out_goes() {
    let desk = talk_with_smith("tape");
    desk.run(&["source", "edit", "tape", "--confidentiality", "confidential"]).succeeds();
    desk.run(&["export", "sources", "--include-confidential", "-o", "anna-smith.csv"]).succeeds();
    assert!(holds(&desk, "anna-smith.csv"));
    redact(&desk, "tape", &[]).succeeds();
    assert!(!holds(&desk, "anna-smith"));
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_key_of_another_is_told_with_how_to_rename_it() {
    let desk = talk_with_smith("tape");
    add(&desk, "smith-2018", &["--interviewee", "Smith, John"]);
    let answer = redact(&desk, "tape", &[]).fails();
    assert!(answer.stderr.contains("twosource source edit SOURCE --key KEY"), "{answer}");
    assert!(!answer.stderr.contains("--also-text"), "{answer}");
}
