//! What the program writes about itself: completions and manual pages.

use std::fs;

use crate::desk::Desk;

#[test]
fn every_shell_gets_completions() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let answer = Desk::empty().run(&["completions", shell]).succeeds();
        assert!(answer.stdout.contains("twosource"), "{shell}");
        assert_eq!(answer.stderr, "");
    }
    insta::assert_snapshot!(Desk::empty().run(&["completions", "bsh"]).fails(), @"
    --- stderr
    error: invalid value 'bsh' for '<SHELL>'
    hint: a similar value exists: 'bash'; possible values: bash, elvish, fish, powershell, zsh; `twosource completions --help` explains it
    --- status 2
    ");
}

#[test]
fn every_command_gets_a_manual_page() {
    let desk = Desk::empty();
    insta::assert_snapshot!(desk.run(&["man", "share/man1"]), @"
    --- stderr
    wrote the manual pages to share/man1
    hint: read one: man share/man1/twosource.1
    --- status 0
    ");
    let page = fs::read_to_string(desk.path("share/man1/twosource-claim-add.1")).unwrap();
    assert!(page.contains("Examples"), "{page}");
    assert!(desk.path("share/man1/twosource.1").exists());
}

#[test]
fn a_folder_that_cannot_be_made_is_an_error() {
    let desk = Desk::empty();
    fs::write(desk.path("notes.txt"), "mine").unwrap();
    insta::assert_snapshot!(desk.run(&["man", "notes.txt"]).fails(), @"
    --- stderr
    error: the manual pages cannot be written to notes.txt: File exists (os error 17)
    hint: check the name, that you may write there, and that there is space
    --- status 2
    ");
}
