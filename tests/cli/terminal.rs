//! A terminal that is not there: the program runs in it as in a real one, and a test reads its screen.

use std::fs::File;
use std::io::{Read, Write};
use std::os::fd::AsFd;
use std::path::Path;
use std::process::{Child, Command, ExitStatus};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use pty_process::Size;
use pty_process::blocking::{Pty, open};

use crate::desk::{Desk, NOW};

/// After so long what does not come will never come.
const NEVER: Duration = Duration::from_secs(30);

/// The program on its terminal.
pub(crate) struct Terminal {
    pty: Option<Pty>,
    reader: Option<JoinHandle<()>>,
    closing: Arc<AtomicBool>,
    screen: Arc<Mutex<vt100::Parser>>,
    program: Child,
}

impl Terminal {
    /// Runs the program on a terminal of 80 columns and 24 rows, with nothing from outside but what a
    /// desk gives, and with a folder for what it keeps of its own.
    pub(crate) fn run(desk: &Desk, arguments: &[&str]) -> Self {
        Self::run_with(desk, arguments, &[])
    }

    /// The same with further variables.
    pub(crate) fn run_with(desk: &Desk, arguments: &[&str], variables: &[(&str, &str)]) -> Self {
        Self::of_program(Path::new(env!("CARGO_BIN_EXE_twosource")), desk, arguments, variables)
    }

    /// The same with another program.
    pub(crate) fn of_program(
        program: &Path,
        desk: &Desk,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let (pty, inside) = open().unwrap();
        pty.resize(Size::new(24, 80)).unwrap();
        let program = pty_process::blocking::Command::new(program)
            .env_clear()
            .envs([("TWOSOURCE_NOW", NOW), ("TWOSOURCE_ACTOR", "Ada"), ("TERM", "xterm-256color")])
            .env("XDG_STATE_HOME", desk.path("state"))
            .envs(variables.iter().copied())
            .current_dir(desk.folder())
            .args(arguments)
            .spawn(inside)
            .unwrap();
        let screen = Arc::new(Mutex::new(vt100::Parser::new(
            24.try_into().unwrap(),
            80.try_into().unwrap(),
            0,
        )));
        let mut read = File::from(pty.as_fd().try_clone_to_owned().unwrap());
        let closing = Arc::new(AtomicBool::new(false));
        let (shown, stop) = (Arc::clone(&screen), Arc::clone(&closing));
        let reader = thread::spawn(move || {
            let mut bytes = [0; 4096];
            // The end of the program is the end of what can be read.
            while let Ok(count @ 1..) = read.read(&mut bytes) {
                shown.lock().unwrap().process(&bytes[..count]);
                if stop.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        Terminal { pty: Some(pty), reader: Some(reader), closing, screen, program }
    }

    /// Types.
    pub(crate) fn types(&self, keys: &str) {
        self.pty.as_ref().unwrap().write_all(keys.as_bytes()).unwrap();
    }

    /// Waits until the words are seen, wherever their lines are broken.
    #[track_caller]
    pub(crate) fn shows(&self, words: &str) {
        let start = Instant::now();
        let unbroken = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        while !unbroken(&self.seen()).contains(&unbroken(words)) {
            assert!(start.elapsed() < NEVER, "no {words:?} in:\n{}", self.seen());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What is seen now.
    pub(crate) fn seen(&self) -> String {
        self.screen.lock().unwrap().screen().contents()
    }

    /// What the terminal makes of it.
    pub(crate) fn screen<T>(&self, look: impl FnOnce(&vt100::Screen) -> T) -> T {
        look(self.screen.lock().unwrap().screen())
    }

    /// The window gets another size.
    pub(crate) fn resize(&self, columns: u16, rows: u16) {
        let (height, width) = (rows.try_into().unwrap(), columns.try_into().unwrap());
        self.screen.lock().unwrap().set_size(height, width);
        self.pty.as_ref().unwrap().resize(Size::new(rows, columns)).unwrap();
    }

    /// The window is closed.
    pub(crate) fn close(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        self.types("x"); // what is drawn for it wakes the reader, which has its own end of the line
        self.reader.take().unwrap().join().unwrap();
        self.pty = None;
    }

    /// Sends the program a signal.
    pub(crate) fn signal(&self, signal: &str) {
        let number = self.program.id().to_string();
        assert!(Command::new("kill").args([signal, &number]).status().unwrap().success());
    }

    /// Waits until the program has ended.
    #[track_caller]
    pub(crate) fn ends(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.program.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < NEVER, "it goes on:\n{}", self.seen());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until the program has ended, which must leave the terminal as it was.
    #[track_caller]
    pub(crate) fn ends_well(&mut self) -> String {
        let status = self.ends();
        assert!(status.success(), "{status}:\n{}", self.seen());
        // What was written last may not have been read yet.
        self.shows("you have judged");
        self.is_given_back();
        self.seen()
    }

    /// The terminal must be as it was.
    #[track_caller]
    pub(crate) fn is_given_back(&self) {
        let (alternate, hidden, pasting) = self.screen(|screen| {
            (screen.alternate_screen(), screen.hide_cursor(), screen.bracketed_paste())
        });
        assert_eq!((alternate, hidden, pasting), (false, false, false));
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
