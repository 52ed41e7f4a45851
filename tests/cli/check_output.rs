use std::fs;

use crate::desk::Desk;

/// A desk with findings about texts that try to be markup, in two scripts.
fn desk() -> Desk {
    let desk = Desk::new();
    let add =
        ["claim", "add", "1. *Bold* <b>|</b> پل\u{1b}[2J", "--key", "a_b", "--priority", "high"];
    desk.run(&add).succeeds();
    desk.run(&["claim", "add", "--key", "پل", "--", "- The bridge `fell`."]).succeeds();
    desk.run(&["source", "add", "The #1 report", "--kind", "report", "--key", "s1"]).succeeds();
    for claim in ["a_b", "پل"] {
        desk.run(&["cite", claim, "s1"]).succeeds();
    }
    desk
}

#[test]
fn every_format_goes_into_a_file_as_it_goes_to_stdout() {
    let desk = desk();
    for format in ["json", "csv", "markdown", "html"] {
        let check = ["check", "--format", format];
        let answer = desk.run(&[&check[..], &["--output", format]].concat());
        assert_eq!(answer.status, Some(1), "{answer}");
        assert_eq!(answer.stdout, "");
        assert!(answer.stderr.starts_with("wrote 7 findings to "), "{answer}");
        let written = fs::read_to_string(desk.path(format)).unwrap();
        assert_eq!(written, desk.run(&check).stdout, "{format}");
    }
}

#[test]
fn a_table_in_a_file_is_plain_text_with_the_summary() {
    let desk = desk();
    desk.run(&["check", "--color", "always", "--output", "report.txt"]);
    let written = fs::read_to_string(desk.path("report.txt")).unwrap();
    let shown = desk.run(&["check"]);
    assert!(written.contains("a_b  single-source  high priority\n"), "{written}");
    assert!(written.contains("\n\nWhat to do first\n1. a_b (high priority, single-source)\n"));
    assert!(written.contains("\n2 claims looked at, 7 findings:\n"), "{written}");
    assert!(!written.contains('\u{1b}'));
    assert!(!shown.stdout.contains("What to do first"), "what is no data goes to stderr");
    assert!(shown.stderr.contains("What to do first"), "{shown}");
}

#[test]
fn a_file_that_is_there_is_kept_and_one_that_cannot_be_made_is_told() {
    let desk = desk();
    fs::write(desk.path("report.md"), "mine").unwrap();
    let check = ["check", "--format", "markdown", "--output", "report.md"];
    desk.run(&check).fails();
    assert_eq!(fs::read_to_string(desk.path("report.md")).unwrap(), "mine");
    assert_eq!(desk.run(&[&check[..], &["--force"]].concat()).status, Some(1));
    desk.run(&["check", "--output", "no/such/folder.txt"]).fails();
}

#[test]
fn no_file_names_a_withheld_source_unasked() {
    let desk = desk();
    desk.run(&["source", "edit", "s1", "--confidentiality", "confidential"]).succeeds();
    for format in ["table", "json", "csv", "markdown", "html"] {
        let written = |arguments: &[&str]| {
            let check = ["check", "--format", format, "--output", "out", "--force"];
            let answer = desk.run(&[&check[..], arguments].concat());
            assert_eq!(answer.status, Some(1), "{answer}");
            std::fs::read_to_string(desk.path("out")).unwrap()
        };
        assert!(!written(&[]).contains("s1"), "{format}");
        assert!(written(&["--include-confidential"]).contains("s1"), "{format}");
    }
}

#[test]
fn markdown_reads_well_in_a_mail_and_takes_text_for_text() {
    insta::assert_snapshot!(desk().run(&["check", "--format", "markdown"]).stdout, @r"
    2 claims looked at, 7 findings.

    | findings | severity | rule | what it finds |
    | ---: | --- | --- | --- |
    | 2 | warning | single-source | a claim that rests on one source |
    | 2 | info | missing-locator | a citation that does not say where in the source |
    | 1 | info | incomplete-reference | a source that lacks what a proper reference needs |
    | 2 | info | unreviewed-claim | a claim that too few people have reviewed |

    ## What to do first

    1. **a\_b** (high priority, single-source): 1. \*Bold\* \<b\>\|\</b\> پل␛\[2J
       - What would help: a second source that does not rely on s1.
       - `twosource cite a_b SOURCE`
    2. **s1** (source)
       - 2 claims hang on it, more than on anything else: see what would fall with it, and look for sources that do not rely on it.
       - `twosource impact s1`

    ### a\_b (single-source, high priority)

    > 1\. \*Bold\* \<b\>\|\</b\> پل␛\[2J

    - **warning** rests on one source; it hangs on s1 (single-source)
    - **info** nothing says where in s1 (missing-locator)
    - **info** nobody has reviewed it (unreviewed-claim)

    ### پل (single-source)

    > \- The bridge \`fell\`.

    - **warning** rests on one source; it hangs on s1 (single-source)
    - **info** nothing says where in s1 (missing-locator)
    - **info** nobody has reviewed it (unreviewed-claim)

    ### Source s1

    > The \#1 report

    - **info** a reference to this report lacks an author or issuer, a date (incomplete-reference)
    ");
}

#[test]
fn lines_fit_whatever_the_terminal() {
    let desk = Desk::with_the_article();
    for columns in [40, 80] {
        let mut command = desk.command(&["check"]);
        let answer = desk.answer(command.env("COLUMNS", columns.to_string()));
        // What is to be typed stays on one line; a heading is as long as its key.
        let breaks =
            |line: &&str| line.starts_with("  ") && !line.trim_start().starts_with("twosource ");
        for line in answer.stdout.lines().chain(answer.stderr.lines()).filter(breaks) {
            assert!(line.chars().count() <= columns, "{columns}: {line}");
        }
    }
}

#[test]
fn colours_repeat_what_words_say_and_can_be_turned_off() {
    let desk = desk();
    let coloured = desk.run(&["check", "--color", "always"]).stdout;
    assert!(coloured.contains("\u{1b}[33mwarning\u{1b}[0m"), "{coloured}");
    for plain in [desk.run(&["check"]), desk.run(&["check", "--color", "never"])] {
        assert!(!plain.stdout.contains('\u{1b}') && !plain.stderr.contains('\u{1b}'), "{plain}");
    }
}

#[test]
fn a_word_that_is_not_known_is_told_with_the_nearest() {
    let desk = Desk::with_the_article();
    for (arguments, near) in [
        (["--rule", "single-sorce"], "single-source"),
        (["--skip", "single-orign"], "single-origin"),
        (["--claim", "vital-artry"], "vital-artery"),
        (["--format", "htm"], "html"),
        (["--min-severity", "warnings"], "warning"),
        (["--fail-on", "eror"], "error"),
    ] {
        let answer = desk.run(&[&["check"], &arguments[..]].concat()).fails();
        let hint = answer.stderr.split("hint: ").nth(1).unwrap();
        assert!(hint.contains(near), "{arguments:?}: {answer}");
    }
}

#[test]
fn what_to_do_first_is_the_gravest_about_what_does_most_harm() {
    let desk = Desk::with_the_article();
    desk.run(&["source", "standing", "nyt-2016", "retracted"]).succeeds();
    let answer = desk.run(&["check"]);
    let first = answer.stderr.split("What to do first\n").nth(1).unwrap();
    insta::assert_snapshot!(first, @"
    1. papers-show-cooperation (high priority, unsupported)
       The captured papers show that Iran and al-Qaeda worked closely together.
       nyt-2016, which is cited for it, was retracted.
       twosource explain papers-show-cooperation
    2. ten-leaders-in-iran (high priority, single-source)
       At least ten leading members of al-Qaeda directed attacks from Iran.
       What would help: a second source that does not rely on nyt-2003, us-official-2003 or the word of
       senior American official.
       twosource cite ten-leaders-in-iran SOURCE
    3. isis-logistics (high priority, unsupported)
       Iran has given both Islamic State and al-Qaeda logistic support when that served it.
       What would help: a source that supports it, stands, and is not a work it appears in.
       twosource cite isis-logistics SOURCE
    4. 911-commission (source)
       8 claims hang on it, more than on anything else: see what would fall with it, and look for
       sources that do not rely on it.
       twosource impact 911-commission
    hint: what it means and how to mend it: twosource rule fallen-source
    ");
}
