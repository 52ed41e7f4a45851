//! The two streams of the program.

use std::io::{self, BufWriter, ErrorKind, IsTerminal, Write};

use serde::Serialize;

use super::errors::{labelled, report};
use super::held::{Held, Piece, Watch, each_text};
use super::safe_text::safe_lines;
use super::{ColorChoice, Look, Progress, Style, Surroundings, Table, Text, csv_text, json_text};
use crate::error::{Error, Result};

/// Where everything is written: data to stdout, all else to stderr.
///
/// Data is held back in a buffer: call [`Console::finish`] at the end. A reader that goes away
/// (`| head`) is no failure: what is written after that is dropped. Any other failure to write
/// data is an error. Failures to write to stderr are ignored, there is nobody left to tell.
pub struct Console {
    surroundings: Surroundings,
    /// None after the reader went away or writing failed.
    data: Option<BufWriter<Box<dyn Write>>>,
    messages: Box<dyn Write>,
    /// Some while data waits for its release.
    held: Option<Held>,
    /// What went wrong while a message was about to be written; told by the next data.
    failure: Option<Error>,
}

impl Console {
    /// The streams of this process.
    pub fn new(color: ColorChoice, quiet: bool) -> Self {
        let surroundings = Surroundings::detect(color, quiet);
        Console::writing_to(Box::new(io::stdout()), Box::new(io::stderr()), surroundings)
    }

    /// Other streams, for tests.
    pub fn writing_to(
        data: Box<dyn Write>,
        messages: Box<dyn Write>,
        surroundings: Surroundings,
    ) -> Self {
        let data = Some(BufWriter::with_capacity(1 << 16, data));
        Console { surroundings, data, messages, held: None, failure: None }
    }

    /// What is written to, and how.
    pub fn surroundings(&self) -> Surroundings {
        self.surroundings
    }

    /// Holds all data back from now on, with status and hints, and shows every text of it to `watch`, until
    /// [`Console::release`].
    pub fn hold(&mut self, watch: Watch) {
        self.held = Some(Held::new(watch));
    }

    /// Writes what was held back, and from now on as usual.
    ///
    /// # Errors
    /// As [`Console::data`].
    pub fn release(&mut self) -> Result<()> {
        let held = self.held.take().map(Held::into_pieces);
        held.into_iter().flatten().try_for_each(|piece| match piece {
            Piece::Data(drawn) => self.put(&drawn),
            Piece::Message(text) => {
                self.say(&text);
                Ok(())
            }
        })
    }

    /// Forgets what was held back, and what was said of it.
    pub fn discard(&mut self) {
        self.held = None;
    }

    /// Writes lines of text; a line feed is added where the last has none.
    ///
    /// # Errors
    /// Where stdout cannot be written to, as all methods that write data.
    pub fn data(&mut self, text: impl Into<Text>) -> Result<()> {
        let text = text.into();
        self.show(|| text.draw(Look::default()));
        let mut drawn = text.draw(self.surroundings.data);
        if !drawn.ends_with('\n') {
            drawn.push('\n');
        }
        self.put(&drawn)
    }

    /// Writes what a change has come to, such as the key of a new record: at once, so that a failure
    /// can say that the change stands. `done` is what was done: "claim c1 was logged".
    ///
    /// # Errors
    /// As [`Console::data`].
    pub fn outcome(&mut self, text: impl Into<Text>, done: &str) -> Result<()> {
        self.data(text).and_then(|()| self.finish()).map_err(|mut error| {
            if let Some(problem) = error.problems.first_mut() {
                problem.message =
                    format!("{done}, but that could not be printed: {}", problem.message);
            }
            error
        })
    }

    /// Writes a table, or nothing where it has no rows: say so with [`Console::status`].
    ///
    /// # Errors
    /// As [`Console::data`].
    pub fn table(&mut self, table: &Table) -> Result<()> {
        if let Some(held) = &mut self.held {
            table.texts().for_each(|text| held.show(text));
        }
        let Surroundings { width, data: look, .. } = self.surroundings;
        table.draw_in_pieces(width, look, |piece| self.put(piece))
    }

    /// Writes a value as JSON.
    ///
    /// # Errors
    /// As [`Console::data`], and where the value cannot be JSON.
    pub fn json(&mut self, value: &impl Serialize) -> Result<()> {
        let text = json_text(value)?;
        if let Some(held) = &mut self.held {
            let failed =
                |error| Error::storage(format!("the answer cannot be written as JSON: {error}"));
            each_text(&serde_json::to_value(value).map_err(failed)?, &mut |text| held.show(text));
        }
        self.write_document(&text)
    }

    /// Writes headings and rows as CSV for people.
    ///
    /// # Errors
    /// As [`Console::data`].
    pub fn csv<R, C>(&mut self, headings: &[&str], rows: impl IntoIterator<Item = R>) -> Result<()>
    where
        R: IntoIterator<Item = C>,
        C: AsRef<str>,
    {
        let rows = rows.into_iter().map(|row| {
            let cells: Vec<C> = row.into_iter().collect();
            if let Some(held) = &mut self.held {
                cells.iter().for_each(|cell| held.show(cell.as_ref()));
            }
            cells
        });
        let text = csv_text(headings, rows)?;
        self.write_document(&text)
    }

    /// Writes a document in a format of its own, such as a bibliography: to the byte into a pipe,
    /// made harmless on a terminal.
    ///
    /// # Errors
    /// As [`Console::data`].
    pub fn document(&mut self, text: &str) -> Result<()> {
        self.show(|| text.to_owned());
        self.write_document(text)
    }

    fn write_document(&mut self, text: &str) -> Result<()> {
        if self.surroundings.stdout_is_terminal {
            return self.put(&safe_lines(text));
        }
        self.put(text)
    }

    /// Says what was done or found; not with `-q`.
    pub fn status(&mut self, text: impl Into<Text>) {
        if !self.surroundings.quiet {
            let text = text.into().draw(self.surroundings.messages);
            self.tell(&format!("{text}\n"));
        }
    }

    /// The same with a table.
    pub fn status_table(&mut self, table: &Table) {
        if !self.surroundings.quiet {
            let Surroundings { width, messages, .. } = self.surroundings;
            self.tell(&table.draw(width, messages));
        }
    }

    /// Says what to type next; not with `-q`.
    pub fn hint(&mut self, hint: &str) {
        if !self.surroundings.quiet {
            let mut line = String::new();
            labelled(&mut line, "hint", Style::Cyan, hint, self.surroundings.messages);
            self.tell(&line);
        }
    }

    /// Says what may be amiss, although the command goes on; also with `-q`.
    pub fn warning(&mut self, message: &str) {
        self.say_labelled("warning", Style::BoldYellow, message);
    }

    /// Says what failed, where, and what to do about it; also with `-q`.
    pub fn error(&mut self, error: &Error) {
        self.say(&report(error, self.surroundings.messages));
    }

    /// Whether somebody is there to answer.
    pub fn can_ask(&self) -> bool {
        self.surroundings.stderr_is_terminal && io::stdin().is_terminal()
    }

    /// Asks a question that is answered with yes or no; `None` where nobody is there to answer.
    pub fn ask(&mut self, question: &str) -> Option<bool> {
        if !self.can_ask() {
            return None;
        }
        let question = Text::from(question).draw(self.surroundings.messages);
        self.say(&format!("{question} [y/N] "));
        let mut answer = String::new();
        io::stdin().read_line(&mut answer).ok()?;
        Some(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Counts items of a task that may take long; `total` where it is known.
    pub fn progress(&self, task: &str, total: Option<u64>) -> Progress {
        Progress::items(task, total, self.wants_progress())
    }

    /// Counts the bytes of a task that may take long.
    pub fn progress_in_bytes(&self, task: &str, total: Option<u64>) -> Progress {
        Progress::bytes(task, total, self.wants_progress())
    }

    /// Writes what is held back. To be called once before the program ends.
    ///
    /// # Errors
    /// As [`Console::data`].
    pub fn finish(&mut self) -> Result<()> {
        self.attempt(BufWriter::flush)
    }

    fn wants_progress(&self) -> bool {
        self.surroundings.stderr_is_terminal && !self.surroundings.quiet
    }

    /// Shows a text to who watches, if anybody does.
    fn show(&mut self, text: impl FnOnce() -> String) {
        if let Some(held) = &mut self.held {
            held.show(&text());
        }
    }

    fn put(&mut self, text: &str) -> Result<()> {
        if let Some(held) = &mut self.held {
            held.keep(text);
            return Ok(());
        }
        self.attempt(|data| data.write_all(text.as_bytes()))
    }

    /// Does something with stdout, unless it is of no use any more.
    fn attempt(
        &mut self,
        act: impl FnOnce(&mut BufWriter<Box<dyn Write>>) -> io::Result<()>,
    ) -> Result<()> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        let Some(data) = &mut self.data else { return Ok(()) };
        let Err(error) = act(data) else { return Ok(()) };
        if let Some(useless) = self.data.take() {
            // Taken apart because dropping it would try to write the rest once more.
            drop(useless.into_parts());
        }
        if error.kind() == ErrorKind::BrokenPipe {
            return Ok(());
        }
        Err(Error::storage(format!("the output cannot be written: {error}"))
            .hint("see whether the disk is full, or write to another place"))
    }

    /// Says something of the data: where that is held back, with it.
    fn tell(&mut self, text: &str) {
        match &mut self.held {
            Some(held) => held.keep_message(text),
            None => self.say(text),
        }
    }

    fn say_labelled(&mut self, label: &str, style: Style, message: &str) {
        let mut line = String::new();
        labelled(&mut line, label, style, message, self.surroundings.messages);
        self.say(&line);
    }

    /// Writes to stderr, after the data that came before it.
    fn say(&mut self, text: &str) {
        if let Err(failure) = self.finish() {
            self.failure = Some(failure);
        }
        let _ = self.messages.write_all(text.as_bytes()).and_then(|()| self.messages.flush());
    }
}
