//! The passphrase is asked for on the terminal, once a command, and never shown.

use crate::desk::Desk;
use crate::terminal::Terminal;

/// What each command of a desk asks, and what it says then.
fn asks(desk: &Desk, arguments: &[&str], typed: &[(&str, &str)], says: &str) -> Option<i32> {
    let mut terminal = Terminal::run(desk, arguments);
    for (question, answer) in typed {
        terminal.shows(question);
        terminal.types(&format!("{answer}\n"));
    }
    let status = terminal.ends();
    terminal.shows(says);
    let seen = terminal.seen();
    assert!(!seen.contains("words"), "{seen}");
    let questions = seen.matches("passphrase of").count();
    assert!(questions <= 1, "{seen}");
    status.code()
}

#[test]
fn a_new_passphrase_is_typed_twice_alike() {
    let desk = Desk::empty();
    let (new, again) = ("new passphrase for casebook.db:", "the same once more:");
    let differing = [(new, "four wrong words"), (again, "four other words")];
    let says = "the two passphrases differ; nothing was made";
    assert_eq!(asks(&desk, &["init", "--encrypted"], &differing, says), Some(2));
    assert!(!desk.path("casebook.db").exists());
    let alike = [(new, "four wrong words"), (again, "four wrong words")];
    let says = "made an encrypted casebook";
    assert_eq!(asks(&desk, &["init", "--encrypted"], &alike, says), Some(0));
}

#[test]
fn every_command_asks_once() {
    let desk = Desk::empty();
    std::fs::write(desk.path("passphrase"), "four wrong words\n").unwrap();
    desk.run(&["init", "--encrypted", "--passphrase-file", "passphrase"]).succeeds();
    let typed = [("passphrase of", "four wrong words")];
    assert_eq!(
        asks(&desk, &["claim", "add", "The bank paid."], &typed, "logged claim c1"),
        Some(0)
    );
    assert_eq!(asks(&desk, &["doctor"], &typed, "the casebook is whole"), Some(0));
    let wrong = [("passphrase of", "four right words")];
    let says = "does not open with this passphrase";
    assert_eq!(asks(&desk, &["claim", "list"], &wrong, says), Some(2));
    assert_eq!(asks(&desk, &["doctor"], &wrong, says), Some(2));
}
