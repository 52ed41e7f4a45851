//! `twosource undo`.

use clap::Args;

use super::context::Context;
use super::history;
use super::tree::Outcome;
use crate::error::Result;
use crate::store::edits::{Undo as Which, Undone};

/// Take back what a change did, as a new change
///
/// Without a number it is the last change that is no undoing and is not undone, if you made it. An
/// import is taken back whole; what it replaced comes back. Refused where a record is not as the
/// change left it, or others lean on it: the answer names the later change. Nothing leaves the
/// history; an undoing can be undone.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource undo --dry-run
  twosource undo
  twosource undo 41")]
pub(crate) struct Undo {
    /// The number of the change, as in `twosource history`
    #[arg(value_name = "CHANGE")]
    change: Option<i64>,

    /// Show what would be different, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Undo {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let which = self.change.map_or(Which::Last, Which::Change);
        let signature = context.signature()?;
        if self.dry_run {
            let undone = context.read()?.rehearse_undo(&signature, which)?;
            history::records(context, &undone.differences)?;
            let what = called(&undone);
            context.console.status(format!("would undo {what}; nothing was changed"));
            return Ok(Outcome::Done);
        }
        let undone = context.write()?.undo(&signature, which)?;
        history::records(context, &undone.differences)?;
        let number = undone.number;
        context.console.status(format!("undid {}, as change {number}", called(&undone)));
        context.console.hint(&format!("to do it again: twosource undo {number}"));
        Ok(Outcome::Done)
    }
}

fn called(undone: &Undone) -> String {
    let past = &undone.past;
    format!("change {} ({} by {}, {})", past.number, past.action, past.actor, past.at.day())
}
