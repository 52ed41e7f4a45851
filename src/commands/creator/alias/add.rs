//! `twosource creator alias add`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::domain::Name;
use crate::error::Result;

/// Keep a spelling that no source has yet as another one of a name
///
/// Where a source has it already, `creator merge` makes one of the two, and keeps it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator alias add \"Mansouri, Javad\" \"Mansoori, Jawad\"
  twosource creator alias add \"Human Rights Watch\" \"HRW\"")]
pub(crate) struct Add {
    /// The name that is written, as in `twosource creator list`
    #[arg(value_name = "NAME")]
    name: String,

    /// The other spelling
    #[arg(value_name = "SPELLING")]
    spelling: Name,
}

impl Add {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let Add { name, spelling } = self;
        let (store, signature) = (context.write()?, context.signature()?);
        context.console.status(if store.add_alias(&signature, &name, &spelling)? {
            format!("{spelling} is kept as another spelling of {name}")
        } else {
            format!("nothing to change: {spelling} is another spelling of {name} already")
        });
        Ok(Outcome::Done)
    }
}
