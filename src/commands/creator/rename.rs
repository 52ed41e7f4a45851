//! `twosource creator rename`.

use clap::Args;

use super::told;
use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::tree::Outcome;
use crate::domain::Name;
use crate::error::Result;
use crate::store::levels::Touched;

/// Write somebody's name differently in every source
///
/// Refused where somebody else has the new name already: `creator merge` makes the two one.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator rename \"Mansuri, Jawad\" \"Mansouri, Javad\"
  twosource creator rename \"HRW\" \"Human Rights Watch\"")]
pub(crate) struct Rename {
    /// The name as it is
    #[arg(value_name = "OLD")]
    old: String,

    /// The name as it shall be: "Family, Given" for a person, a body as it is called
    #[arg(value_name = "NEW")]
    new: Name,
}

impl Rename {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let Rename { old, new } = self;
        let signature = context.signature()?;
        let store = context.write()?;
        let levels =
            LevelChanges::watch(context, &store, &Touched::names([&old, new.as_written()]))?;
        let sources = store.rename_creator(&signature, &old, &new)?;
        told::tell(context, &store, &format!("{old} is now {new}"), &sources, levels)
    }
}
