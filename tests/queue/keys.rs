//! Each key, alone.

use twosource::output::Press;
use twosource::queue::Flow;

use crate::stand_in::Played;

#[test]
fn a_verdict_is_given_by_its_digit_a_note_and_enter() {
    for (digit, verdict) in [
        ('1', "supported"),
        ('2', "refuted"),
        ('3', "conflicting-evidence"),
        ('4', "not-enough-evidence"),
        // As keyboards for Arabic and Persian have them.
        ('١', "supported"),
        ('۴', "not-enough-evidence"),
    ] {
        let mut played = Played::new();
        played.press(Press::Char(digit));
        played.shows(&format!("verdict: {verdict}"));
        played.keys("read both⏎");
        assert_eq!(played.desk.done, [format!("c1 {verdict} Some(\"read both\")")]);
        played.shows("2 of 3");
        played.shows("done: c1");
    }
}

#[test]
fn a_verdict_needs_no_note_and_esc_takes_it_back() {
    let mut played = Played::new();
    played.keys("2wrong⎋");
    assert!(played.desk.done.is_empty());
    played.shows("taken back: nothing was written");
    played.shows("c1 · 1 of 3");
    played.keys("2⏎");
    assert_eq!(played.desk.done, ["c1 refuted None"]);
}

#[test]
fn s_and_b_go_through_the_queue_and_say_where_it_ends() {
    let mut played = Played::new();
    played.keys("b");
    played.shows("this is the first claim of the queue");
    played.keys("s");
    played.shows("c2 · 2 of 3");
    played.shows_no("this is the first");
    played.press(Press::Right);
    played.shows("c3 · 3 of 3");
    played.keys("s");
    played.shows("c1 · 1 of 3");
    played.shows("from the beginning: what you had skipped");
    played.keys("ss");
    played.press(Press::Left);
    played.shows("c2 · 2 of 3");
}

#[test]
fn question_mark_shows_every_key_and_puts_them_away() {
    for key in [Press::Char('?'), Press::Char('؟'), Press::Function(1)] {
        let mut played = Played::new();
        played.press(key);
        played.shows("keys of the review queue");
        for does in ["verdict: conflicting-evidence", "add a citation", "quit; next time"] {
            played.shows(does);
        }
        played.press(key);
        played.shows("Statement of c1.");
    }
}

#[test]
fn the_keys_are_scrolled_where_they_have_no_room() {
    let mut played = Played::new().resized(60, 12);
    played.keys("?");
    played.shows_no("Ctrl-C");
    for _ in 0..40 {
        played.press(Press::Down);
    }
    played.shows("Ctrl-C");
    played.press(Press::Up);
    played.press(Press::Escape);
    played.shows("Statement of c1.");
}

#[test]
fn q_and_ctrl_c_quit_and_ctrl_c_also_while_something_is_typed() {
    assert_eq!(Played::new().keys("q"), Flow::Quit);
    assert_eq!(Played::new().press(Press::Control('c')), Flow::Quit);
    assert_eq!(Played::new().press(Press::Function(10)), Flow::Quit);
    let mut played = Played::new();
    assert_eq!(played.keys("1q"), Flow::GoOn);
    assert_eq!(played.press(Press::Control('c')), Flow::Quit);
    assert!(played.desk.done.is_empty());
}

#[test]
fn a_key_that_does_nothing_says_so() {
    let mut played = Played::new();
    played.keys("x");
    played.shows("`x` does nothing here; ? shows the keys");
    played.press(Press::Control('z'));
    played.shows("Ctrl-Z does nothing here");
    played.press(Press::Char('\u{7}'));
    played.shows("`␇` does nothing here");
}

#[test]
fn r_reads_the_claim_anew() {
    let mut played = Played::new();
    let mut changed = crate::stand_in::page("c1");
    changed.state = "changed by Ben".to_owned();
    played.desk.pages.insert("c1".to_owned(), changed);
    played.shows_no("changed by Ben");
    played.keys("r");
    played.shows("changed by Ben");
    played.shows("read anew");
}
