//! Data that was made to harm a terminal.

use twosource::output::Text;
use twosource::queue::{Block, OpenFinding};

use crate::stand_in::{Played, StandIn, page};

const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\u{202e}desrever\u{2066} a\r\nb\u{0}";

fn is_harmless(screen: &str) -> bool {
    screen.chars().all(|c| {
        c == '\n'
            || !(c.is_control()
                || ('\u{202a}'..='\u{202e}').contains(&c)
                || ('\u{2066}'..='\u{2069}').contains(&c))
    })
}

#[test]
fn nothing_of_the_data_has_power_over_the_terminal() {
    let mut hostile = page("c1");
    hostile.state = HOSTILE.to_owned();
    hostile.blocks = vec![
        Block::Heading(HOSTILE.to_owned()),
        Block::Lines(Text::from(HOSTILE)),
        Block::Detail("note", Text::from(HOSTILE)),
    ];
    let finding = OpenFinding {
        rule: "single-source".to_owned(),
        severity: "warning",
        message: HOSTILE.to_owned(),
    };
    hostile.findings = vec![finding];
    let mut desk = StandIn::default();
    desk.pages.insert("c1".to_owned(), hostile);
    let mut played = Played::with(desk, None);
    for keys in ["", "w", "⎋1", "⎋/"] {
        played.keys(keys);
        let screen = played.screen();
        assert!(is_harmless(&screen), "{screen:?}");
    }
    played.paste(HOSTILE);
    let screen = played.screen();
    assert!(is_harmless(&screen), "{screen:?}");
    assert!(screen.contains("desrever"), "{screen}");
}

#[test]
fn a_heap_of_marks_is_one_letter() {
    let mut heap = page("c1");
    let letters = format!("a{} and on", "\u{301}".repeat(5000));
    heap.blocks = vec![Block::Lines(Text::from(letters))];
    let mut desk = StandIn::default();
    desk.pages.insert("c1".to_owned(), heap);
    Played::with(desk, None).shows("and on");
}

#[test]
fn arabic_is_seen_in_its_logical_order() {
    let arabic = "دفع المصرف لعائلات المهاجمين";
    let mut page = page("c1");
    page.blocks = vec![Block::Lines(Text::from(arabic))];
    let mut desk = StandIn::default();
    desk.pages.insert("c1".to_owned(), page);
    let mut played = Played::with(desk, None);
    played.shows(arabic);
    played.resize(40, 10);
    played.shows(arabic);
}
