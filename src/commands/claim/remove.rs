//! `twosource claim remove`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::removal;
use crate::commands::tree::Outcome;
use crate::domain::shell_word;
use crate::error::Result;

/// Remove a claim
///
/// A claim with citations, reviews, waivers or reviewers who are to judge it stays, and you are told
/// which; --cascade removes them too. The history of the casebook keeps what was removed.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource claim remove c12
  twosource claim remove c12 --cascade")]
pub(crate) struct Remove {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    key: String,

    /// Remove what leans on the claim too: its citations, reviews, waivers and assignments
    #[arg(long)]
    cascade: bool,
}

impl Remove {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let removal = context.write()?.remove_claim(&signature, &self.key, self.cascade)?;
        let key = shell_word(&self.key);
        let advice = format!("to remove all of that too: twosource claim remove {key} --cascade");
        removal::tell(context, &format!("claim {}", self.key), &advice, removal)
    }
}
