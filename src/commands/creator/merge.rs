//! `twosource creator merge`.

use clap::Args;

use super::told;
use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::tree::Outcome;
use crate::error::Result;
use crate::store::levels::Touched;

/// Make one creator of two: the sources of the second get the name of the first
///
/// Sources that then share a voice corroborate each other no more; you are told which claims that
/// concerns.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator merge \"Mansouri, Javad\" \"Mansuri, Jawad\"")]
pub(crate) struct Merge {
    /// The name that is right
    #[arg(value_name = "KEPT")]
    kept: String,

    /// The name that is given up
    #[arg(value_name = "OTHER")]
    other: String,
}

impl Merge {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let Merge { kept, other } = self;
        let signature = context.signature()?;
        let store = context.write()?;
        let levels = LevelChanges::watch(context, &store, &Touched::names([&kept, &other]))?;
        let sources = store.merge_creators(&signature, &kept, &other)?;
        told::tell(context, &store, &format!("{other} is now {kept}"), &sources, levels)
    }
}
