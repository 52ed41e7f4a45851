//! `twosource waive remove`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::domain::Key;
use crate::error::Result;

/// Take a waiver off: the finding is open again
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource waive remove c12 single-source")]
pub(crate) struct Remove {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    claim: Key,

    /// The rule that is waived for it
    #[arg(value_name = "RULE")]
    rule: String,
}

impl Remove {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let gone = context.write()?.remove_waiver(&signature, &self.claim, &self.rule)?;
        let Self { claim, rule } = self;
        context.console.status(format!(
            "removed the waiver of {rule} for claim {claim}, which {} had given: {}",
            gone.actor, gone.reason
        ));
        Ok(Outcome::Done)
    }
}
