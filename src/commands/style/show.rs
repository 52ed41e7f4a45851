//! `twosource style show`.

use std::path::PathBuf;

use clap::Args;

use super::argument::named;
use crate::commands::context::Context;
use crate::commands::deliver::deliver;
use crate::commands::tree::Outcome;
use crate::error::Result;

/// Print a style as a CSL file, for another program or as the start of a house style
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource style show court-footnotes
  twosource style show apa --output house.csl")]
pub(crate) struct Show {
    /// The name of the style
    name: String,

    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,
}

impl Show {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let text = named(&self.name)?.to_csl()?;
        let place = (self.output.as_deref(), self.force);
        deliver(context, &text, place, &format!("wrote {}", self.name))?;
        Ok(Outcome::Done)
    }
}
