//! How a session of the review queue ends, and where the next one goes on: the real program on a terminal.

use std::os::unix::fs::PermissionsExt;
use std::os::unix::process::ExitStatusExt;
use std::path::{Path, PathBuf};

use crate::desk::Desk;
use crate::review_queue::{CTRL_C, ENTER, logged, reviews};
use crate::terminal::Terminal;

fn kept_places(desk: &Desk) -> Vec<PathBuf> {
    let folder = desk.path("state/twosource/queue");
    let entries = std::fs::read_dir(folder).map(Iterator::flatten).into_iter().flatten();
    entries.map(|entry| entry.path()).collect()
}

#[test]
fn a_verdict_that_was_confirmed_is_stored_whatever_ends_the_program() {
    for (ending, leaves_well) in
        [("Ctrl-C", true), ("-TERM", true), ("-INT", true), ("-KILL", false), ("-HUP", false)]
    {
        let desk = logged();
        let mut terminal = Terminal::run(&desk, &["review"]);
        terminal.shows("1 of 3");
        terminal.types("1read it");
        terminal.shows("read it");
        terminal.types(ENTER);
        terminal.shows("c1: agreed: supported (Ada)");
        terminal.types("2half a no");
        terminal.shows("half a no");
        if ending == "Ctrl-C" {
            terminal.types(CTRL_C);
        } else {
            terminal.signal(ending);
        }
        if leaves_well {
            let said = terminal.ends_well();
            assert!(said.contains("you have judged 1 claim; 2 left"), "{ending}: {said}");
        } else {
            assert!(terminal.ends().signal().is_some(), "{ending}");
        }
        assert_eq!(reviews(&desk), ["c1 Ada supported read it"], "{ending}");
        desk.run(&["doctor"]).succeeds();
    }
}

#[test]
fn a_window_that_is_closed_ends_the_program_and_loses_nothing() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    terminal.types("4\r");
    terminal.shows("2 of 3");
    terminal.close();
    terminal.ends();
    assert_eq!(reviews(&desk), ["c1 Ada not-enough-evidence "]);
}

#[test]
fn so_it_does_where_it_was_started_to_outlive_its_terminal() {
    let desk = logged();
    let program = env!("CARGO_BIN_EXE_twosource");
    let arguments = ["-c", "trap '' HUP; exec \"$0\" review", program];
    let mut terminal = Terminal::of_program(Path::new("/bin/sh"), &desk, &arguments, &[]);
    terminal.shows("1 of 3");
    terminal.close();
    terminal.ends();
}

#[test]
fn one_quits_and_goes_on_where_one_stopped() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("c1 · 1 of 3");
    terminal.types("s");
    terminal.shows("c2 · 2 of 3");
    terminal.types("q");
    assert!(terminal.ends_well().contains("you have judged 0 claims"));

    let places = kept_places(&desk);
    assert_eq!(places.len(), 1);
    assert_eq!(std::fs::read_to_string(&places[0]).unwrap(), "c2\n");
    assert_eq!(places[0].metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let folder = places[0].parent().unwrap().metadata().unwrap();
    assert_eq!(folder.permissions().mode() & 0o777, 0o700);

    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("c2 · 2 of 3");
    terminal.shows("you go on where you stopped");
    terminal.types("q");
    terminal.ends_well();
    // Somebody else has a place of their own.
    let mut terminal = Terminal::run(&desk, &["--actor", "Ben", "review"]);
    terminal.shows("c1 · 1 of 3");
    terminal.types("q");
    terminal.ends_well();
}

#[test]
fn the_place_is_forgotten_when_all_is_judged() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    for place in ["1 of 3", "2 of 3", "3 of 3"] {
        terminal.shows(place);
        terminal.types("1\r");
    }
    terminal.shows("you have judged every claim of this queue");
    assert_eq!(kept_places(&desk), Vec::<PathBuf>::new());
    terminal.types("q");
    assert!(terminal.ends_well().contains("you have judged 3 claims"));

    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("no claim needs a look by Ada");
    assert!(terminal.ends().success());
}

#[test]
fn without_a_state_folder_the_queue_works_and_keeps_no_place() {
    let desk = logged();
    let mut terminal = Terminal::run_with(&desk, &["review"], &[("XDG_STATE_HOME", "")]);
    terminal.shows("1 of 3");
    terminal.types("s");
    terminal.shows("2 of 3");
    terminal.types("q");
    terminal.ends_well();
    assert!(!desk.path("state").exists());
}

#[test]
fn a_place_that_cannot_be_kept_is_told_at_the_end() {
    let desk = logged();
    std::fs::write(desk.path("state"), "a file").unwrap();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    terminal.types("s");
    terminal.shows("2 of 3");
    terminal.types("q");
    terminal.ends_well();
    terminal.shows("warning: where you stopped could not be kept");
}

/// What the next test runs in a process of its own.
#[test]
#[ignore = "it panics, for another test to see what is told"]
#[expect(clippy::print_stdout, reason = "a hook has nothing else to tell by")]
fn panics_after_the_whole_screen() {
    std::panic::set_hook(Box::new(|_| println!("told by the hook of before")));
    drop(twosource::output::FullScreen::open().unwrap());
    panic!("what should never happen");
}

#[test]
fn what_is_done_on_a_panic_is_what_was_done_before_the_screen() {
    let tests = std::env::current_exe().unwrap();
    let test = "review_queue_ends::panics_after_the_whole_screen";
    let arguments = ["--ignored", "--exact", test, "--nocapture"];
    let mut terminal = Terminal::of_program(&tests, &Desk::empty(), &arguments, &[]);
    terminal.shows("told by the hook of before");
    assert!(!terminal.ends().success());
}

/// What the next test runs in a process of its own.
#[test]
#[ignore = "it panics, for another test to see what becomes of the terminal"]
fn panics_on_the_whole_screen() {
    let mut screen = twosource::output::FullScreen::open().unwrap();
    screen.draw(|frame| frame.render_widget("the screen is taken", frame.area())).unwrap();
    screen.next(std::time::Duration::from_secs(60)).unwrap();
    panic!("what should never happen");
}

#[test]
fn a_panic_gives_the_terminal_back_before_it_is_told() {
    let tests = std::env::current_exe().unwrap();
    let test = "review_queue_ends::panics_on_the_whole_screen";
    let arguments = ["--ignored", "--exact", test, "--nocapture"];
    let mut terminal = Terminal::of_program(&tests, &Desk::empty(), &arguments, &[]);
    terminal.shows("the screen is taken");
    assert!(terminal.screen(vt100::Screen::alternate_screen));
    terminal.types("x");
    terminal.shows("what should never happen");
    assert!(!terminal.ends().success());
    terminal.is_given_back();
}
