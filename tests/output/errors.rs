use twosource::error::{Error, ErrorKind, Place, Problem};
use twosource::output::{Look, Surroundings};

use crate::written::console;

fn told(error: &Error) -> String {
    let (mut console, data, messages) =
        console(Surroundings { quiet: true, ..Surroundings::pipes() });
    console.error(error);
    assert_eq!(data.text(), "");
    messages.text()
}

fn at_line(line: u64, value: &str, hint: Option<&str>) -> Problem {
    let place = Place {
        file: "sources.csv".into(),
        line: Some(line),
        column: Some("kind".into()),
        value: Some(value.into()),
    };
    let message = "this is no kind of source".into();
    Problem { place: Some(place), message, hint: hint.map(Into::into) }
}

#[test]
fn an_error_says_what_failed_and_what_to_do_even_when_quiet() {
    let error = Error::not_found("there is no claim `c9`").hint("did you mean `c8`?");
    insta::assert_snapshot!(told(&error), @r"
    error: there is no claim `c9`
    hint: did you mean `c8`?
    ");
}

#[test]
fn several_problems_are_each_told_with_their_place_and_advice_is_given_once() {
    let advice = Some("`twosource source add --help` lists the kinds");
    let problems = vec![
        at_line(3, "bok", advice),
        at_line(5, "papr", advice),
        at_line(9, "", Some("fill it in")),
        at_line(10, "x", None),
        at_line(11, "y", None),
    ];
    let error = Error::several(ErrorKind::Invalid, problems, 3).unwrap();
    insta::assert_snapshot!(told(&error), @r"
    error: sources.csv, line 3, column `kind`, value `bok`: this is no kind of source
    hint: `twosource source add --help` lists the kinds
    error: sources.csv, line 5, column `kind`, value `papr`: this is no kind of source
    error: sources.csv, line 9, column `kind`, value ``: this is no kind of source
    hint: fill it in
    … and 2 more problems
    ");
}

#[test]
fn a_value_cannot_pose_as_a_message_nor_act_on_the_terminal() {
    let error = Error::invalid("`x\nhint: run \u{1b}[2Jrm` is no key").hint("a\nerror: b");
    insta::assert_snapshot!(told(&error), @r"
    error: `x hint: run ␛[2Jrm` is no key
    hint: a error: b
    ");
}

#[test]
fn only_the_labels_are_coloured() {
    let messages = Look { color: true, isolate: false };
    let (mut console, _, written) = console(Surroundings { messages, ..Surroundings::pipes() });
    console.error(&Error::invalid("no").hint("yes"));
    assert_eq!(written.text(), "\x1b[1;31merror:\x1b[0m no\n\x1b[36mhint:\x1b[0m yes\n");
}
