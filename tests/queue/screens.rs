//! What is seen: sizes, scrolling, colours.

use ratatui::style::{Color, Modifier};
use twosource::output::{Press, Style, Text};
use twosource::queue::{Block, Flow};

use crate::stand_in::{Played, page};

fn long_page() -> twosource::queue::Page {
    let mut long = page("c1");
    let rows = (1..=60).map(|row| format!("row {row}")).collect::<Vec<_>>();
    long.blocks.push(Block::Lines(Text::from(rows.join("\n"))));
    long
}

fn long() -> Played {
    let mut desk = crate::stand_in::StandIn::default();
    desk.pages.insert("c1".to_owned(), long_page());
    Played::with(desk, None)
}

#[test]
fn a_claim_on_eighty_by_twenty_four() {
    let screen = Played::new().screen();
    let rows: Vec<&str> = screen.lines().collect();
    assert_eq!(rows.len(), 24);
    assert_eq!(rows[0], "c1 · 1 of 3 · high priority · unreviewed");
    assert_eq!(rows[1], "─".repeat(80));
    assert_eq!(rows[2], "Statement of c1.");
    assert_eq!(rows[4], "claimant     The bank");
    // A value that is empty is left out.
    assert!(!screen.contains("note"), "{screen}");
    assert_eq!(rows[21], "─".repeat(80));
    assert!(rows[22].starts_with("1 supported   2 refuted"), "{screen}");
    assert!(rows[23].ends_with("? keys   q quit"), "{screen}");
}

#[test]
fn a_claim_in_a_small_window_has_title_text_and_keys() {
    for (width, height) in [(60, 15), (40, 10), (200, 11)] {
        let mut played = Played::new().resized(width, height);
        played.shows("c1 · 1 of 3");
        played.shows("Statement of c1.");
        played.shows("q quit");
        for row in played.screen().lines() {
            assert!(row.chars().count() <= usize::from(width), "{row}");
        }
        // Every dialog leaves its own line in sight.
        played.keys("c");
        played.shows(">source");
        played.keys("⇥⇥⇥");
        played.shows(">quote");
        played.keys("⎋1");
        played.shows(">note");
    }
}

#[test]
fn a_window_that_is_too_small_says_so_and_takes_no_verdict() {
    let mut played = Played::new().resized(39, 24);
    played.shows("The window is too small: 40 columns and");
    played.keys("1⏎");
    played.paste("1");
    assert!(played.desk.done.is_empty());
    played.resize(80, 24);
    played.shows("c1 · 1 of 3");
    played.shows_no("verdict:");
    played.resize(80, 9);
    played.shows("too small");
    played.resize(1, 1);
    assert_eq!(played.keys("q"), Flow::Quit);
}

#[test]
fn a_resize_while_something_is_typed_keeps_it() {
    let mut played = Played::new();
    played.keys("1half a note");
    played.resize(50, 12);
    played.shows("half a note");
    played.keys(" and more⏎");
    assert_eq!(played.desk.done, ["c1 supported Some(\"half a note and more\")"]);
}

#[test]
fn a_long_page_is_scrolled_to_its_end_and_no_further() {
    let mut played = long();
    played.shows("row 1");
    played.shows("more rows below: ↓");
    played.keys("jjj");
    played.shows_no("Statement of c1.");
    played.keys("kkkk");
    played.shows("Statement of c1.");
    played.press(Press::PageDown);
    played.shows_no("Statement of c1.");
    played.press(Press::End);
    played.shows("row 60");
    played.shows_no("below");
    played.keys("jj  ");
    played.shows("row 60");
    played.keys("g");
    played.shows("Statement of c1.");
    played.keys("G");
    played.press(Press::PageUp);
    played.shows_no("row 60");
    // A larger window shows more, not emptiness.
    played.keys("G");
    played.resize(80, 40);
    played.shows("row 60");
    played.shows("row 30");
    played.resize(80, 100);
    played.shows("Statement of c1.");
}

#[test]
fn a_new_claim_is_seen_from_its_top() {
    let mut played = long();
    played.keys("Gs");
    played.shows("Statement of c2.");
    played.keys("b");
    played.shows("Statement of c1.");
}

#[test]
fn without_colour_no_cell_has_a_style() {
    let mut played = Played::new();
    for keys in ["", "1", "⎋w", "⎋c", "⎋/both⏎", "⎋?"] {
        played.keys(keys);
        assert!(played.is_plain(), "{}", played.screen());
    }
}

#[test]
fn with_colour_words_are_set_off_as_everywhere() {
    let mut desk = crate::stand_in::StandIn::default();
    let mut coloured = page("c1");
    let level = Text::new().styled(Style::Red, "unsupported").plain(": nothing");
    coloured.blocks = vec![Block::Detail("level", level)];
    desk.pages.insert("c1".to_owned(), coloured);
    let mut played = Played::with(desk, None);
    played.color = true;
    let buffer = played.buffer();
    assert_eq!(buffer[(13, 2)].symbol(), "u");
    assert_eq!(buffer[(13, 2)].fg, Color::Red);
    assert_eq!(buffer[(24, 2)].fg, Color::Reset);
    assert!(buffer[(79, 0)].modifier.contains(Modifier::REVERSED));
}

#[test]
fn a_long_key_gives_way_to_the_place_and_the_state() {
    let key = "the-ministry-paid-the-bank-".repeat(5);
    let mut played = Played::new();
    played.keys(&format!("/{key}⏎"));
    for (width, begins) in [(80, "the-ministry-paid-the-bank-"), (40, "the-minis…")] {
        played.resize(width, 24);
        let screen = played.screen();
        let title = screen.lines().next().unwrap();
        assert!(title.starts_with(begins), "{title}");
        assert!(title.contains("… · not in the queue · "), "{title}");
        assert!(title.chars().count() <= usize::from(width), "{title}");
    }
    played.resize(80, 24);
    let screen = played.screen();
    assert!(screen.lines().next().unwrap().ends_with("high priority · unreviewed"), "{screen}");
}

#[test]
fn the_keys_of_a_long_list_stay_in_sight() {
    for (width, height) in [(80, 24), (40, 10)] {
        let mut played = Played::new().resized(width, height);
        played.keys("/many⏎");
        for number in 1..=30 {
            played.shows(&format!("> hit-{number}: "));
            played.shows("Enter opens");
            played.keys("↓");
        }
        played.shows("Esc takes it");
        played.keys("⏎");
        played.shows("hit-30 · not in the queue");
    }
}
