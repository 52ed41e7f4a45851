//! `twosource citation remove`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::level_changes::OneLevel;
use crate::commands::tree::Outcome;
use crate::error::Result;

/// Remove a citation
///
/// Claim and source stay. The history of the casebook keeps what was removed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource citation remove 7")]
pub(crate) struct Remove {
    /// The number of the citation
    #[arg(value_name = "NUMBER")]
    number: i64,
}

impl Remove {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let number = self.number;
        let signature = context.signature()?;
        let store = context.write()?;
        let claim = store.claim(&store.citation(number)?.record.claim)?;
        let level = OneLevel::watch(&store, claim.id)?;
        let gone = store.remove_citation(&signature, number)?;
        let what = format!("removed citation {number} of {} by claim {}", gone.source, gone.claim);
        context.console.status(what);
        level.tell(context, &store)?;
        Ok(Outcome::Done)
    }
}
