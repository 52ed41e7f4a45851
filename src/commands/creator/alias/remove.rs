//! `twosource creator alias remove`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::error::Result;

/// Forget that a name is another spelling
///
/// Sources keep the name that they have now; only what comes in from now on is left as it is.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator alias remove \"Mansuri, Jawad\"")]
pub(crate) struct Remove {
    /// The spelling as in `twosource creator alias list`
    #[arg(value_name = "SPELLING")]
    spelling: String,
}

impl Remove {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let (store, signature) = (context.write()?, context.signature()?);
        let gone = store.remove_alias(&signature, &self.spelling)?;
        context.console.status(format!(
            "{} is no longer a spelling of {}, as {} had said on {}",
            gone.spelling,
            gone.name,
            gone.actor,
            gone.said_at.day()
        ));
        Ok(Outcome::Done)
    }
}
