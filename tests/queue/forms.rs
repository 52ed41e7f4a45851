//! Citations and waivers, entered in the queue.

use twosource::error::Error;
use twosource::output::Press;

use crate::stand_in::{Played, changed_by_ben};

#[test]
fn a_citation_is_added_field_by_field() {
    let mut played = Played::new();
    played.keys("cle");
    played.shows("> lemonde-2017: La banque");
    played.shows("  letter-1979: A letter");
    played.keys("↓⏎");
    played.shows("source      letter-1979");
    played.keys("→⏎page 3⏎the bank paid⏎lem");
    played.shows("> lemonde-2017: La banque");
    played.keys("⏎2");
    played.shows("Enter adds the citation");
    played.keys("⏎");
    assert_eq!(
        played.desk.done,
        [
            "c1 letter-1979 disputes Some(\"page 3\") Some(\"the bank paid\") from lemonde-2017 credibility 2"
        ]
    );
    played.shows("done: c1 letter-1979");
    played.shows("c1 · 1 of 3");
    played.shows_no("a new citation");
}

#[test]
fn stances_are_chosen_by_arrow_space_or_letter() {
    for (keys, stance) in [
        ("", "supports"),
        ("→", "disputes"),
        ("←", "context"),
        ("  ", "qualifies"),
        ("d", "disputes"),
        ("q", "qualifies"),
        ("c", "context"),
        ("cs", "supports"),
        ("x", "supports"),
    ] {
        let mut played = Played::new();
        played.keys("cx⇥");
        played.keys(keys);
        played.press(Press::Function(2));
        assert_eq!(played.desk.done, [format!("c1 x {stance} None None")], "{keys}");
    }
}

#[test]
fn fields_are_left_by_tab_and_come_back_to() {
    let mut played = Played::new();
    played.keys("cx⇥⇥7⇥q");
    played.press(Press::BackTab);
    played.keys("8");
    played.press(Press::Tab);
    played.press(Press::Function(2));
    assert_eq!(played.desk.done, ["c1 x supports Some(\"78\") Some(\"q\")"]);
}

#[test]
fn several_origins_are_typed_one_after_the_other() {
    let mut played = Played::new();
    played.keys("cx⇥⇥⇥⇥");
    played.shows(">has it from");
    played.keys("wire; let⏎");
    played.shows("has it from wire; letter-1979");
    played.press(Press::Function(2));
    assert_eq!(played.desk.done, ["c1 x supports None None from wire from letter-1979"]);
}

#[test]
fn a_suggestion_that_is_chosen_is_taken_by_f2_too() {
    let mut played = Played::new();
    played.keys("clem");
    played.press(Press::Function(2));
    assert_eq!(played.desk.done, ["c1 lemonde-2017 supports None None"]);
    // Left by Tab, the field keeps what was typed.
    played.keys("clem⇥");
    played.press(Press::Function(2));
    assert_eq!(played.desk.done[1], "c1 lem supports None None");
}

#[test]
fn a_credibility_that_is_none_is_refused_in_its_field() {
    let mut played = Played::new();
    played.keys("cx⇥⇥⇥⇥⇥7⏎");
    played.shows("error: `7` is not a credibility");
    played.shows(">credibility 7");
    assert!(played.desk.done.is_empty());
}

#[test]
fn a_form_without_a_source_stays_and_says_what_is_missing() {
    let mut played = Played::new();
    played.keys("c⏎⏎⏎⏎⏎⏎");
    played.shows("error: no source is named");
    played.shows("hint: type a part of its key or title");
    played.shows(">source");
    assert!(played.desk.done.is_empty());
    played.keys("⎋");
    played.shows("taken back: nothing was written");
}

#[test]
fn what_the_casebook_refuses_stays_in_the_form() {
    let mut played = Played::new();
    played.keys("cnobody⏎⏎⏎it says so⏎⏎");
    played.desk.failure =
        Some(Error::not_found("there is no source `nobody`").hint("did you mean `somebody`?"));
    played.keys("⏎");
    played.shows("error: there is no source `nobody`");
    played.shows("hint: did you mean `somebody`?");
    played.shows("it says so");
    played.desk.failure = Some(changed_by_ben());
    played.keys("⏎");
    played.shows("nothing was written; this is the claim as it is now");
    played.shows("it says so");
    played.keys("⏎");
    assert_eq!(played.desk.done, ["c1 nobody supports None Some(\"it says so\")"]);
}

#[test]
fn a_finding_is_chosen_and_waived_with_a_reason() {
    let mut played = Played::new();
    played.keys("w");
    played.shows("> warning: single-source: one source alone");
    played.keys("↓⏎");
    played.shows("waive missing-locator");
    played.keys("⏎");
    played.shows("say why the finding is accepted");
    played.keys("a web page⏎");
    assert_eq!(played.desk.done, ["c1 missing-locator a web page"]);
    played.shows("c1 · 1 of 3");
}

#[test]
fn a_waiver_that_somebody_else_stopped_keeps_its_reason() {
    let mut played = Played::new();
    played.keys("w⏎good reason");
    played.desk.failure = Some(changed_by_ben());
    played.keys("⏎");
    played.shows("error: the evidence has changed meanwhile");
    played.keys("w⏎⏎");
    assert_eq!(played.desk.done, ["c1 single-source good reason"]);
}

#[test]
fn without_a_finding_there_is_nothing_to_waive() {
    let mut played = Played::new();
    let mut page = crate::stand_in::page("c2");
    page.findings.clear();
    played.desk.pages.insert("c2".to_owned(), page);
    played.keys("sw");
    played.shows("there is no open finding about this claim");
}

#[test]
fn what_is_pasted_is_one_line_and_confirms_nothing() {
    let mut played = Played::new();
    played.keys("cx⏎⏎⏎");
    played.paste("first line\r\nsecond line\n");
    assert!(played.desk.done.is_empty());
    played.press(Press::Function(2));
    assert_eq!(played.desk.done, ["c1 x supports None Some(\"first line second line\")"]);
    // Where nothing is typed, a paste does nothing: its letters are no keys.
    played.paste("1\n2\nq");
    assert_eq!(played.desk.done.len(), 1);
}

#[test]
fn a_line_is_edited_letter_by_letter() {
    let mut played = Played::new();
    played.keys("1abc");
    played.press(Press::Left);
    played.press(Press::Backspace);
    played.keys("x");
    played.press(Press::Home);
    played.press(Press::Delete);
    played.keys("y");
    played.press(Press::End);
    played.keys(" two words");
    played.press(Press::Control('w'));
    played.press(Press::Enter);
    assert_eq!(played.desk.done, ["c1 supported Some(\"yxc two\")"]);
    played.keys("1gone");
    played.press(Press::Control('u'));
    played.press(Press::Enter);
    assert_eq!(played.desk.done[1], "c2 supported None");
}

#[test]
fn the_cursor_goes_over_a_letter_with_its_marks_at_once() {
    let mut played = Played::new();
    // A Persian word with a joiner, and an e with an accent of its own.
    played.keys("1می\u{200c}خواهم e\u{301}");
    let (end, _) = played.cursor();
    played.press(Press::Left);
    let (before, _) = played.cursor();
    assert_eq!(end - before, 1);
    played.keys("X");
    played.press(Press::Enter);
    let note = Some("می\u{200c}خواهم Xe\u{301}");
    assert_eq!(played.desk.done, [format!("c1 supported {note:?}")]);
}

#[test]
fn a_long_line_shows_the_part_around_the_cursor() {
    let mut played = Played::new().resized(40, 10);
    played.keys("1");
    played.keys(&"漢字".repeat(40));
    played.keys("END");
    played.shows("END");
    assert!(played.cursor().0 < 40);
    played.press(Press::Home);
    played.shows_no("END");
    assert_eq!(played.cursor().0, 13);
}
