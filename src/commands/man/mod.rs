//! `twosource man`.

mod rules;

use std::fs;
use std::path::PathBuf;

use clap::{Args, CommandFactory};

use super::CommandLine;
use super::context::Context;
use super::tree::Outcome;
use crate::domain::shell_word;
use crate::error::{Error, Result};

/// Write the manual pages: one for the program, one for each command, one of all rules
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource man ~/.local/share/man/man1")]
pub(crate) struct Man {
    /// The folder to write them to; it is made where it is not there, older pages are replaced
    #[arg(value_name = "DIR")]
    folder: PathBuf,
}

impl Man {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let folder = &self.folder;
        fs::create_dir_all(folder)
            .and_then(|()| clap_mangen::generate_to(CommandLine::command(), folder))
            .and_then(|()| fs::write(folder.join(rules::PAGE), rules::page()))
            .map_err(|error| {
                let name = folder.display();
                Error::storage(format!("the manual pages cannot be written to {name}: {error}"))
                    .hint("check the name, that you may write there, and that there is space")
            })?;
        context.console.status(format!("wrote the manual pages to {}", folder.display()));
        let page = folder.join("twosource.1");
        context.console.hint(&format!("read one: man {}", shell_word(&page.to_string_lossy())));
        Ok(Outcome::Done)
    }
}
