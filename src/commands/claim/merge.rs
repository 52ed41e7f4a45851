//! `twosource claim merge`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::merged::{self, Mood};
use crate::commands::tree::Outcome;
use crate::error::Result;

/// Make one claim of two that say the same, logged twice
///
/// Citations, appearances, tags, reviews, waivers and assignments of the duplicate belong to the claim
/// that is kept from then on. Its statement stays; what it lacks it gets from the duplicate, and you are
/// told what was dropped where the two say something else. The higher priority stays.
///
/// Reviews and waivers end where the evidence is not what they were given for. A review of the duplicate
/// ends too where its reviewer has logged the duplicate, and somebody else the claim that is kept. You
/// are told of each. Of two waivers of one rule the one of the claim that is kept stays, unless the
/// other one alone holds.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource claim merge c12 --into c7 --dry-run
  twosource claim merge c12 --into c7
  twosource undo")]
pub(crate) struct Merge {
    /// The key of the claim that is given up
    #[arg(value_name = "DUPLICATE")]
    duplicate: String,

    /// The key of the claim that is kept
    #[arg(long, value_name = "KEPT")]
    into: String,

    /// Only say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Merge {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let store = context.write()?;
        let keys = [self.into.as_str(), self.duplicate.as_str()];
        let levels = LevelChanges::watch_claim(context, &store, store.claim(&self.into)?.id)?;
        if self.dry_run {
            return store.rehearse_claim_merge(&signature, keys, |then, merged| {
                merged::tell(context, merged, Mood::Rehearsed);
                levels.tell_rehearsed(context, then)?;
                merged::hint(context, merged, Mood::Rehearsed);
                Ok(Outcome::Done)
            });
        }
        let merged = store.merge_claims(&signature, keys)?;
        merged::tell(context, &merged, Mood::Done);
        levels.tell(context, &store)?;
        merged::hint(context, &merged, Mood::Done);
        Ok(Outcome::Done)
    }
}
