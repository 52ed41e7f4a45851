//! `twosource creator merge`.

use clap::Args;

use super::told;
use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::error::Result;
use crate::store::edits::Respelling;

/// Make one creator of two: the sources of the second get the name of the first
///
/// Sources that then share a voice corroborate each other no more; you are told which claims that
/// concerns. The second name is kept as another spelling of the first: where a later import or edit
/// brings it, the first is written for it, and you are told.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator merge \"Mansouri, Javad\" \"Mansuri, Jawad\" --dry-run
  twosource creator merge \"Mansouri, Javad\" \"Mansuri, Jawad\"
  twosource creator merge \"Smith, John\" \"Smith, J.\" --no-alias")]
pub(crate) struct Merge {
    /// The name that is right
    #[arg(value_name = "KEPT")]
    kept: String,

    /// The name that is given up
    #[arg(value_name = "OTHER")]
    other: String,

    /// Do not keep the second name: it may be somebody else's next time
    #[arg(long)]
    no_alias: bool,

    /// Only say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Merge {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let Merge { kept, other, no_alias, dry_run } = self;
        let names = [kept.clone(), other.clone()];
        let how = Respelling::Merge { kept, other, keep: !no_alias };
        told::respell(context, names, &how, dry_run)
    }
}
