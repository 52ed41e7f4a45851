//! `twosource style show`.

use clap::Args;

use super::argument::named;
use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
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

    #[command(flatten)]
    file: OutputFile,
}

impl Show {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let text = named(&self.name)?.to_csl()?;
        let place = &self.file;
        deliver(context, &text, place, &format!("wrote {}", self.name))?;
        Ok(Outcome::Done)
    }
}
