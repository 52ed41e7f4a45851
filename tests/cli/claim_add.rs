use crate::desk::Desk;

#[test]
fn prints_the_key_alone_so_that_scripts_can_use_it() {
    let desk = Desk::new();
    insta::assert_snapshot!(desk.run(&["claim", "add", "The bank paid."]), @"
    --- stdout
    c1
    --- stderr
    logged claim c1
    hint: say which source bears it out: twosource cite c1 SOURCE
    --- status 0
    ");
    assert_eq!(desk.run(&["claim", "add", "The bank did not pay."]).stdout, "c2\n");
}

#[test]
fn takes_a_key_that_must_be_free() {
    let desk = Desk::new();
    let answer = desk.run(&["claim", "add", "The bank paid.", "--key", "the bank"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    the bank
    --- stderr
    logged claim the bank
    hint: say which source bears it out: twosource cite 'the bank' SOURCE
    --- status 0
    ");
    let answer = desk.run(&["claim", "add", "The bank did not pay.", "--key", "the bank"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is a claim `the bank` already
    hint: choose another key, or change it with `twosource claim edit 'the bank'`
    --- status 2
    ");
}

#[test]
fn a_statement_without_a_word_is_an_error() {
    insta::assert_snapshot!(Desk::new().run(&["claim", "add", "  "]).fails(), @"
    --- stderr
    error: the statement is empty
    hint: write what is claimed, in one sentence
    --- status 2
    ");
}

#[test]
fn a_work_it_appears_in_must_be_there() {
    let answer = Desk::new().run(&["claim", "add", "The bank paid.", "--appears-in", "lemonde"]);
    insta::assert_snapshot!(answer.fails(), @"
    --- stderr
    error: there is no source `lemonde`
    hint: `twosource source list` shows all keys
    --- status 2
    ");
}

#[test]
fn a_place_in_the_work_needs_the_work() {
    let answer = Desk::new().run(&["claim", "add", "The bank paid.", "--appears-at", "page 3"]);
    insta::assert_snapshot!(answer.fails(), @"
    --- stderr
    error: --appears-at and --appears-quote need a work in which the claim appears
    hint: name it with --appears-in and its key; `twosource source list` shows the keys
    --- status 2
    ");
}

#[cfg(target_os = "linux")]
#[test]
fn a_claim_that_is_logged_is_said_to_be_even_where_its_key_cannot_be_printed() {
    let desk = Desk::new();
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = std::process::Command::new(assert_cmd::cargo::cargo_bin("twosource"))
        .args(["claim", "add", "The bank paid."])
        .env("TWOSOURCE_ACTOR", "Ada")
        .current_dir(desk.folder())
        .stdout(full)
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap()
        .wait_with_output()
        .unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.starts_with("error: claim c1 was logged, but"), "{told}");
    assert_eq!(output.status.code(), Some(2));
    desk.run(&["claim", "show", "c1"]).succeeds();
}
