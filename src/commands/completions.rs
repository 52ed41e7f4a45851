//! `twosource completions`.

use clap::{Args, CommandFactory};
use clap_complete::Shell;

use super::CommandLine;
use super::context::Context;
use super::tree::Outcome;
use crate::error::{Error, Result};

/// Write a script by which your shell completes commands when you press Tab
///
/// Write it to where your shell looks for such scripts, then open a new terminal.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource completions bash > ~/.local/share/bash-completion/completions/twosource
  twosource completions zsh > ~/.zfunc/_twosource
  twosource completions fish > ~/.config/fish/completions/twosource.fish")]
pub(crate) struct Completions {
    /// The shell you use
    shell: Shell,
}

impl Completions {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let mut command = CommandLine::command();
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "twosource", &mut script);
        let script = String::from_utf8(script)
            .map_err(|error| Error::storage(format!("the script is no text: {error}")))?;
        context.console.document(&script)?;
        Ok(Outcome::Done)
    }
}
