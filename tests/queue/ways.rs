//! Ways through the queue: where one begins, what happens at its end, and what others do meanwhile.

use twosource::queue::Flow;

use crate::stand_in::{Played, StandIn, changed_by_ben};

#[test]
fn one_goes_on_where_one_stopped() {
    let mut played = Played::with(StandIn::default(), Some("c2"));
    played.shows("c2 · 2 of 3");
    played.shows("you go on where you stopped");
    played.keys("s");
    assert_eq!(played.desk.place.as_deref(), Some("c3"));
    assert_eq!(played.keys("q"), Flow::Quit);
    assert_eq!(played.desk.place.as_deref(), Some("c3"));
}

#[test]
fn a_place_that_is_not_in_the_queue_any_more_is_its_beginning() {
    Played::with(StandIn::default(), Some("c77")).shows("c1 · 1 of 3");
}

#[test]
fn what_was_skipped_comes_again_and_then_the_queue_is_done() {
    let mut played = Played::new();
    played.keys("s1⏎");
    played.shows("c3 · 3 of 3");
    played.keys("1⏎");
    played.shows("c1 · 1 of 3");
    played.shows("from the beginning");
    played.keys("2⏎");
    played.shows("you have judged every claim of this queue");
    played.shows("you said: refuted");
    assert_eq!(played.desk.place, None);
    assert_eq!((played.session.judged(), played.session.left()), (3, 0));
}

#[test]
fn one_can_go_back_and_judge_again() {
    let mut played = Played::new();
    played.keys("1⏎b");
    played.shows("c1 · 1 of 3 · you said: supported");
    played.keys("2⏎");
    played.shows("c2 · 2 of 3");
    assert_eq!(played.desk.done, ["c1 supported None", "c1 refuted None"]);
    assert_eq!(played.session.judged(), 1);
}

#[test]
fn a_claim_is_found_in_the_queue_or_beside_it() {
    let mut played = Played::new();
    played.keys("/c3⏎");
    played.shows("c3 · 3 of 3");
    played.keys("/c9⏎");
    played.shows("c9 · not in the queue");
    assert_eq!(played.desk.place.as_deref(), Some("c3"));
    played.keys("4⏎");
    assert_eq!(played.desk.done, ["c9 not-enough-evidence None"]);
    // Back to where the search left the queue.
    played.shows("c3 · 3 of 3");
    played.keys("/c9⏎b");
    played.shows("c3 · 3 of 3");
}

#[test]
fn several_finds_are_chosen_from_and_none_is_said() {
    let mut played = Played::new();
    played.keys("/both⏎");
    played.shows("2 claims were found");
    played.shows("> c3: Statement of c3.");
    played.keys("↓↓");
    played.shows("> c9: Statement of c9.");
    played.keys("⏎");
    played.shows("c9 · not in the queue");
    played.keys("/none⏎");
    played.shows("no claim has the key or the words: none");
    played.keys("⎋/⏎");
    played.shows("c9 · not in the queue");
}

#[test]
fn what_somebody_else_has_changed_is_said_shown_and_decided_again() {
    let mut played = Played::new();
    played.keys("1my long note");
    played.desk.failure = Some(changed_by_ben());
    let mut changed = crate::stand_in::page("c1");
    changed.state = "as Ben left it".to_owned();
    played.desk.pages.insert("c1".to_owned(), changed);
    played.keys("⏎");
    assert!(played.desk.done.is_empty());
    played.shows("error: the evidence has changed meanwhile: by Ben");
    played.shows("hint: look again");
    played.shows("nothing was written; this is the claim as it is now");
    played.shows("as Ben left it");
    played.shows_no("verdict:");
    // The note is still there for whoever decides again, also for another verdict.
    played.keys("3⏎");
    assert_eq!(played.desk.done, ["c1 conflicting-evidence Some(\"my long note\")"]);
    played.keys("1⏎");
    assert_eq!(played.desk.done[1], "c2 supported None");
}

#[test]
fn another_failure_leaves_the_note_in_its_line() {
    let mut played = Played::new();
    played.keys("1my note");
    let busy = twosource::error::Error::storage("the casebook is busy").hint("try again");
    played.desk.failure = Some(busy);
    played.keys("⏎");
    played.shows("error: the casebook is busy");
    played.shows("note        my note");
    played.keys("⏎");
    assert_eq!(played.desk.done, ["c1 supported Some(\"my note\")"]);
}

#[test]
fn a_claim_that_is_gone_is_said_to_be_and_cannot_be_judged() {
    let mut played = Played::new();
    played.desk.gone.push("c2".to_owned());
    played.keys("s");
    played.shows("error: there is no claim `c2`");
    for key in ["1", "c", "w"] {
        played.keys(key);
        played.shows("there is no claim to be seen; r looks again");
    }
    played.keys("s");
    played.shows("Statement of c3.");
}

#[test]
fn what_was_typed_for_one_deed_is_not_offered_for_another() {
    let mut played = Played::new();
    played.keys("1my note");
    played.desk.failure = Some(changed_by_ben());
    played.keys("⏎w⏎");
    played.shows_no("my note");
    played.keys("⏎");
    played.shows("say why the finding is accepted");
    played.keys("a reason");
    played.desk.failure = Some(changed_by_ben());
    played.keys("⏎");
    assert!(played.desk.done.is_empty());
    // The reason for one finding is not the reason for another; taking that back costs neither.
    played.keys("w↓⏎");
    played.shows_no("a reason");
    played.keys("⎋w⏎");
    played.shows("a reason");
    played.keys("⏎2⏎");
    assert_eq!(played.desk.done, ["c1 single-source a reason", "c1 refuted Some(\"my note\")"]);
}

#[test]
fn a_note_on_one_claim_is_not_offered_for_another_and_waits_for_its_own() {
    let mut played = Played::new();
    played.keys("1my note");
    played.desk.failure = Some(changed_by_ben());
    played.keys("⏎s1⏎");
    assert_eq!(played.desk.done, ["c2 supported None"]);
    played.keys("/c1⏎1⏎");
    assert_eq!(played.desk.done[1], "c1 supported Some(\"my note\")");
    // What was taken back is gone for good.
    played.keys("/c3⏎1another");
    played.desk.failure = Some(changed_by_ben());
    played.keys("⏎1⎋1⏎");
    assert_eq!(played.desk.done[2], "c3 supported None");
}

#[test]
fn a_claim_that_goes_while_a_note_is_typed_keeps_the_note_and_is_not_left() {
    let mut played = Played::new();
    played.keys("1my long note");
    played.desk.gone.push("c1".to_owned());
    played.desk.failure =
        Some(twosource::error::Error::not_found("there is no claim `c1`").hint("see c3"));
    played.keys("⏎");
    assert!(played.desk.done.is_empty());
    played.shows("error: there is no claim `c1`");
    played.shows("hint: see c3");
    played.shows("nothing was written of what you had typed: my long note");
    played.shows_no("verdict:");
    played.shows_no("Statement of c1.");
    assert_eq!((played.session.judged(), played.session.left()), (0, 2));
    // It does not come again,
    played.keys("s1⏎1⏎");
    played.shows("you have judged every claim of this queue that is still there");
    assert_eq!((played.session.judged(), played.session.left()), (2, 0));
    // unless somebody brings it back.
    played.desk.gone.clear();
    played.keys("/c1⏎");
    assert_eq!(played.session.left(), 1);
    played.keys("1⏎");
    assert_eq!(played.desk.done[2], "c1 supported Some(\"my long note\")");
}

#[test]
fn a_source_that_is_not_there_leaves_the_claim_as_it_was_seen() {
    let mut played = Played::new();
    played.desk.failure = Some(twosource::error::Error::not_found("there is no source `x`"));
    let mut changed = crate::stand_in::page("c1");
    changed.state = "as Ben left it".to_owned();
    played.desk.pages.insert("c1".to_owned(), changed);
    played.keys("cx⏎⏎⏎⏎⏎⏎");
    played.shows("error: there is no source `x`");
    played.shows_no("as Ben left it");
    assert_eq!(played.session.left(), 3);
}

#[test]
fn a_verdict_beside_the_queue_is_counted_and_shown() {
    let mut played = Played::new();
    played.keys("/c9⏎4⏎");
    assert_eq!((played.session.judged(), played.session.left()), (1, 3));
    played.keys("/c9⏎");
    played.shows("c9 · not in the queue · you said: not-enough-evidence");
    played.keys("1⏎1⏎");
    assert_eq!((played.session.judged(), played.session.left()), (2, 2));
}
