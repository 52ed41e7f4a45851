//! The whole terminal, for a session that is worked with by keys: taken, drawn on, and given back.

use std::io::{self, Stdout};
use std::panic::{self, PanicHookInfo};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    self, DisableBracketedPaste, EnableBracketedPaste, Event, KeyEventKind,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::style::force_color_output;
use ratatui::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::{Frame, Terminal};

use super::press::Press;
use crate::error::{Error, Result};

/// The terminal while it is ours. It is given back as it was when this is dropped, and on a panic.
pub struct FullScreen {
    terminal: Terminal<CrosstermBackend<Stdout>>,
    _hook: GivesBackOnPanic,
}

/// What the user did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Happening {
    /// A key was pressed.
    Press(Press),
    /// Text was pasted. It may hold line breaks, which are no presses of Enter.
    Paste(String),
    /// The terminal has another size now.
    Resized,
}

impl FullScreen {
    /// Takes the terminal that stdin and stdout are.
    ///
    /// # Errors
    /// Where the terminal refuses; it is then as it was.
    pub fn open() -> Result<Self> {
        // Whether there are colours was decided before: the library would look at NO_COLOR again.
        force_color_output(true);
        let hook = GivesBackOnPanic::new();
        let open = || {
            enable_raw_mode()?;
            execute!(io::stdout(), EnterAlternateScreen, EnableBracketedPaste)?;
            Terminal::new(CrosstermBackend::new(io::stdout()))
        };
        match open() {
            Ok(terminal) => Ok(FullScreen { terminal, _hook: hook }),
            Err(error) => {
                give_back();
                Err(unusable(&error))
            }
        }
    }

    /// Draws what is to be seen now.
    ///
    /// # Errors
    /// Where the terminal cannot be written to.
    pub fn draw(&mut self, draw: impl FnOnce(&mut Frame<'_>)) -> Result<()> {
        self.terminal.draw(draw).map(drop).map_err(|error| unusable(&error))
    }

    /// What the user does next; `None` where nothing has happened for so long.
    ///
    /// # Errors
    /// Where the terminal cannot be read from.
    pub fn next(&mut self, patience: Duration) -> Result<Option<Happening>> {
        let next = || {
            if !event::poll(patience)? {
                return Ok(None);
            }
            Ok(match event::read()? {
                Event::Key(key) if key.kind != KeyEventKind::Release => {
                    Press::of(key).map(Happening::Press)
                }
                Event::Paste(text) => Some(Happening::Paste(text)),
                Event::Resize(..) => Some(Happening::Resized),
                _ => None,
            })
        };
        next().map_err(|error| unusable(&error))
    }
}

impl Drop for FullScreen {
    fn drop(&mut self) {
        give_back();
    }
}

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send>;

/// While this lives, a panic gives the terminal back before it is told. What is done on a panic after it
/// is what was done before it.
struct GivesBackOnPanic {
    before: Option<Arc<Hook>>,
}

impl GivesBackOnPanic {
    fn new() -> Self {
        let before = Arc::new(panic::take_hook());
        let then = Arc::clone(&before);
        panic::set_hook(Box::new(move |told| {
            give_back();
            then(told);
        }));
        GivesBackOnPanic { before: Some(before) }
    }
}

impl Drop for GivesBackOnPanic {
    fn drop(&mut self) {
        // While the thread panics the hook has its turn, and must not be touched.
        if thread::panicking() {
            return;
        }
        drop(panic::take_hook()); // it holds the one before, too
        if let Some(before) = self.before.take().and_then(Arc::into_inner) {
            panic::set_hook(before);
        }
    }
}

/// Puts the terminal back as it was. Nobody is left to tell where that fails.
fn give_back() {
    let _ = disable_raw_mode();
    let _ = execute!(io::stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
}

fn unusable(error: &io::Error) -> Error {
    Error::storage(format!("the terminal cannot be used: {error}"))
        .hint("what was confirmed is stored; try another terminal")
}
