//! What the program writes to: terminals or pipes, how wide, in colours or not.

use std::env;
use std::io::{self, IsTerminal};

/// What `--color` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set or the terminal is a dumb one.
    #[default]
    Auto,
    /// Also into a pipe, whatever `NO_COLOR` says: what is typed goes before what is set.
    Always,
    /// Nowhere.
    Never,
}

/// How text is drawn on one of the two streams.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// With colours.
    pub color: bool,
    /// With right-to-left text isolated from the rest of its line; for terminals only, because
    /// a program that reads a pipe wants no added marks.
    pub isolate: bool,
}

/// Everything about the world that decides how output looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surroundings {
    /// Whether stdout is a terminal.
    pub stdout_is_terminal: bool,
    /// Whether stderr is a terminal.
    pub stderr_is_terminal: bool,
    /// How data looks.
    pub data: Look,
    /// How messages look.
    pub messages: Look,
    /// The columns a table may take.
    pub width: usize,
    /// Whether status, hints and progress are unwanted (`-q`).
    pub quiet: bool,
}

/// The width of a table where there is no terminal and nobody says otherwise.
const WIDTH_OF_A_PIPE: usize = 100;

impl Surroundings {
    /// Those of this process.
    pub fn detect(color: ColorChoice, quiet: bool) -> Self {
        let stdout_is_terminal = io::stdout().is_terminal();
        let stderr_is_terminal = io::stderr().is_terminal();
        let refused = is_set("NO_COLOR") || env::var_os("TERM").is_some_and(|term| term == "dumb");
        let look = |terminal| Look { color: colored(color, refused, terminal), isolate: terminal };
        Surroundings {
            stdout_is_terminal,
            stderr_is_terminal,
            data: look(stdout_is_terminal),
            messages: look(stderr_is_terminal),
            width: terminal_width().or_else(asked_width).unwrap_or(WIDTH_OF_A_PIPE),
            quiet,
        }
    }

    /// Two pipes and no colour: what a script sees.
    pub fn pipes() -> Self {
        Surroundings {
            stdout_is_terminal: false,
            stderr_is_terminal: false,
            data: Look::default(),
            messages: Look::default(),
            width: WIDTH_OF_A_PIPE,
            quiet: false,
        }
    }
}

/// Whether to colour a stream; `refused` is what the environment says.
fn colored(choice: ColorChoice, refused: bool, terminal: bool) -> bool {
    match choice {
        ColorChoice::Auto => terminal && !refused,
        ColorChoice::Always => true,
        ColorChoice::Never => false,
    }
}

fn is_set(variable: &str) -> bool {
    env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// The width of the terminal on stdout. comfy-table asks the system only where there is one.
fn terminal_width() -> Option<usize> {
    comfy_table::Table::new().width().map(usize::from).filter(|width| *width > 0)
}

fn asked_width() -> Option<usize> {
    env::var("COLUMNS").ok()?.trim().parse().ok().filter(|width| *width > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_for_terminals_that_do_not_refuse_them() {
        assert!(colored(ColorChoice::Auto, false, true));
        assert!(!colored(ColorChoice::Auto, true, true));
        assert!(!colored(ColorChoice::Auto, false, false));
    }

    #[test]
    fn what_is_typed_goes_before_what_the_environment_says() {
        assert!(colored(ColorChoice::Always, true, false));
        assert!(!colored(ColorChoice::Never, false, true));
    }
}
