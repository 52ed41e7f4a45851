use std::cell::RefCell;
use std::io::{self, ErrorKind, Write};
use std::rc::Rc;

use twosource::output::{Column, Console, Look, Style, Surroundings, Table, Text};

use crate::written::{Written, console, terminals};

/// A stream that fails in one way.
struct Failing(ErrorKind);

impl Write for Failing {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn console_to(kind: ErrorKind) -> Console {
    Console::writing_to(
        Box::new(Failing(kind)),
        Box::new(Written::default()),
        Surroundings::pipes(),
    )
}

#[test]
fn data_goes_to_stdout_and_all_else_to_stderr() {
    let (mut console, data, messages) = console(Surroundings::pipes());
    console.data("c1").unwrap();
    console.status("1 claim");
    console.hint("twosource explain c1");
    console.warning("the casebook is read-only");
    console.finish().unwrap();
    assert_eq!(data.text(), "c1\n");
    assert_eq!(
        messages.text(),
        "1 claim\nhint: twosource explain c1\nwarning: the casebook is read-only\n"
    );
}

#[test]
fn quiet_leaves_data_and_warnings() {
    let (mut console, data, messages) =
        console(Surroundings { quiet: true, ..Surroundings::pipes() });
    console.status("1 claim");
    console.hint("more");
    console.warning("careful");
    console.data("c1\n").unwrap();
    console.finish().unwrap();
    assert_eq!((data.text().as_str(), messages.text().as_str()), ("c1\n", "warning: careful\n"));
}

#[test]
fn text_is_coloured_in_parts_and_its_own_escapes_are_shown() {
    let look = Look { color: true, isolate: false };
    let (mut console, data, _) = console(Surroundings { data: look, ..Surroundings::pipes() });
    console.data(Text::new().styled(Style::Bold, "c1").plain(" \u{1b}[31mred")).unwrap();
    console.finish().unwrap();
    assert_eq!(data.text(), "\x1b[1mc1\x1b[0m ␛[31mred\n");
}

#[test]
fn a_document_is_exact_in_a_pipe_and_harmless_on_a_terminal() {
    let text = "TY  - BOOK\nTI  - \u{1b}]0;x\u{7}\u{200f}ש";
    for (surroundings, expected) in
        [(Surroundings::pipes(), text), (terminals(), "TY  - BOOK\nTI  - ␛]0;x␇ש")]
    {
        let (mut console, data, _) = console(surroundings);
        console.document(text).unwrap();
        console.finish().unwrap();
        assert_eq!(data.text(), expected);
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut console = console_to(ErrorKind::BrokenPipe);
    console.data("x".repeat(100_000)).unwrap();
    console.status("done");
    console.data("more").unwrap();
    console.finish().unwrap();
}

#[test]
fn a_full_disk_is_an_error_once() {
    let mut console = console_to(ErrorKind::StorageFull);
    console.data("short, so it waits in the buffer").unwrap();
    let error = console.finish().unwrap_err();
    assert!(error.to_string().starts_with("the output cannot be written: "), "{error}");
    assert_eq!(error.exit_code(), 2);
    console.finish().unwrap();
}

#[test]
fn a_full_disk_met_before_a_message_is_told_with_the_next_data() {
    let mut console = console_to(ErrorKind::StorageFull);
    console.data("short").unwrap();
    console.status("done");
    console.finish().unwrap_err();
}

#[test]
fn a_change_that_stands_is_told_where_its_outcome_cannot_be_printed() {
    let mut console = console_to(ErrorKind::StorageFull);
    let error = console.outcome("c1", "claim c1 was logged").unwrap_err().to_string();
    let start = "claim c1 was logged, but that could not be printed: the output cannot be written";
    assert!(error.starts_with(start), "{error}");
}

#[test]
fn progress_of_a_short_task_shows_nothing() {
    let (console, data, messages) = console(terminals());
    let mut progress = console.progress("reading sources", Some(10));
    progress.advance(4);
    progress.reach(10);
    drop(progress);
    drop(console.progress_in_bytes("copying", None));
    assert_eq!((data.text(), messages.text()), (String::new(), String::new()));
}

#[test]
fn what_is_held_back_is_shown_whole_to_who_watches_and_written_in_its_order() {
    let (mut console, data, messages) =
        console(Surroundings { width: 12, ..Surroundings::pipes() });
    let seen = Rc::new(RefCell::new(Vec::new()));
    let watched = Rc::clone(&seen);
    console.hold(Box::new(move |text| watched.borrow_mut().push(text.to_owned())));
    let mut table = Table::new([Column::text("name")]);
    table.row(["a long name of two lines"]);
    console.table(&table).unwrap();
    console.status("1 name");
    console.json(&["a \"b\""]).unwrap();
    console.csv(&["h"], [["=1"]]).unwrap();
    console.finish().unwrap();
    assert_eq!(*seen.borrow(), ["a long name of two lines", "a \"b\"", "=1"]);
    assert_eq!((data.text().as_str(), messages.text().as_str()), ("", ""));
    console.release().unwrap();
    console.finish().unwrap();
    assert!(
        data.text().ends_with("h\n'=1\n") && data.text().starts_with("name"),
        "{}",
        data.text()
    );
    assert_eq!(messages.text(), "1 name\n");
}

#[test]
fn what_is_held_back_can_be_forgotten_but_no_warning_is() {
    let (mut console, data, messages) = console(Surroundings::pipes());
    console.hold(Box::new(|_| {}));
    console.data("secret").unwrap();
    console.status("1 secret");
    console.warning("careful");
    console.discard();
    console.data("open").unwrap();
    console.finish().unwrap();
    assert_eq!((data.text().as_str(), messages.text().as_str()), ("open\n", "warning: careful\n"));
}
