//! `twosource creator rename`.

use clap::Args;

use super::told;
use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::domain::Name;
use crate::error::Result;
use crate::store::edits::Respelling;

/// Write somebody's name differently in every source
///
/// Refused where somebody else has the new name already: `creator merge` makes the two one.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator rename \"Mansuri, Jawad\" \"Mansouri, Javad\"
  twosource creator rename \"HRW\" \"Human Rights Watch\" --keep-alias
  twosource creator rename \"HRW\" \"Human Rights Watch\" --dry-run")]
pub(crate) struct Rename {
    /// The name as it is
    #[arg(value_name = "OLD")]
    old: String,

    /// The name as it shall be: "Family, Given" for a person, a body as it is called
    #[arg(value_name = "NEW")]
    new: Name,

    /// Keep the old name as another spelling, which later imports and edits know
    #[arg(long)]
    keep_alias: bool,

    /// Only say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Rename {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let Rename { old, new, keep_alias, dry_run } = self;
        let names = [new.to_string(), old.clone()];
        let how = Respelling::Rename { old, new, keep: keep_alias };
        told::respell(context, names, &how, dry_run)
    }
}
