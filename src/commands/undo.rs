//! `twosource undo`.

use clap::Args;

use super::context::Context;
use super::disclosure::Target;
use super::history;
use super::tree::Outcome;
use super::wording::counted;
use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::edits::{Undo as Which, Undone};
use crate::store::history::Difference;
use crate::transfer::PastOutside;

/// Take back what a change did, as a new change
///
/// Without a number it is the last change that is no undoing and is not undone, if you made it. An
/// import is taken back whole; what it replaced comes back. Without a number you are asked first where it
/// was an import or changed many records. Refused where a record is not as the
/// change left it, or others lean on it: the answer names the later change. Nothing leaves the
/// history; an undoing can be undone.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource undo --dry-run
  twosource undo
  twosource undo --yes
  twosource undo 41")]
pub(crate) struct Undo {
    /// The number of the change, as in `twosource history`
    #[arg(value_name = "CHANGE")]
    change: Option<i64>,

    /// Show what would be different, and change nothing
    #[arg(long)]
    dry_run: bool,

    /// Do not ask first
    #[arg(long)]
    yes: bool,
}

/// From how many records on it is asked whether the last change is really meant.
const MANY: usize = 20;

impl Undo {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let mut which = self.change.map_or(Which::Last, Which::Change);
        let signature = context.signature()?;
        if which == Which::Last && !self.yes && !self.dry_run {
            let meant = context.read()?.rehearse_undo(&signature, which)?;
            if !agreed(context, &meant)? {
                context.console.status("nothing was changed");
                return Ok(Outcome::Done);
            }
            // That one, whatever others do meanwhile.
            which = Which::Change(meant.past.number);
        }
        if self.dry_run {
            let store = context.read()?;
            let undone = store.rehearse_undo(&signature, which)?;
            records(context, &store, undone.differences.clone())?;
            let what = called(&undone);
            context.console.status(format!("would undo {what}; nothing was changed"));
            return Ok(Outcome::Done);
        }
        let store = context.write()?;
        let undone = store.undo(&signature, which)?;
        records(context, &store, undone.differences.clone())?;
        let number = undone.number;
        context.console.status(format!("undid {}, as change {number}", called(&undone)));
        context.console.hint(&format!("to do it again: twosource undo {number}"));
        Ok(Outcome::Done)
    }
}

/// Whether the last change is really meant, where that would take a lot back.
///
/// # Errors
/// Nobody is there to ask.
fn agreed(context: &mut Context, meant: &Undone) -> Result<bool> {
    let count = meant.differences.len();
    if meant.past.counts.is_empty() && count < MANY {
        return Ok(true);
    }
    let what = format!("{}, with {}", called(meant), counted(count, "record"));
    context.console.ask(&format!("take back {what}?")).map_or_else(
        || {
            let number = meant.past.number;
            Err(Error::invalid(format!(
                "this would take back {what}, and nobody is there to ask"
            ))
            .hint(format!(
                "`twosource undo --dry-run` shows what would be different; if that is what you want: \
                 twosource undo {number}, or add --yes"
            )))
        },
        Ok,
    )
}

fn called(undone: &Undone) -> String {
    let past = &undone.past;
    format!("change {} ({} by {}, {})", past.number, past.action, past.actor, past.at.day())
}

/// Tells what is different; outside the terminal without what is confidential.
fn records(context: &mut Context, store: &Store, all: Vec<Difference>) -> Result<()> {
    let outside = if Target::Table.stays_here(context) { None } else { PastOutside::of(store)? };
    let Some(outside) = outside else { return history::records(context, &all) };
    let (mut seen, mut left_out) = outside.differences(all)?;
    if let Some(secrets) = outside.secrets()? {
        // It is done already, so nobody can be asked.
        let known = seen.len();
        seen.retain(|one| !secrets.stand_in(one));
        left_out += known - seen.len();
    }
    history::records(context, &seen)?;
    if left_out > 0 {
        context.console.data(format!("  {}", history::left_out(left_out)))?;
    }
    Ok(())
}
