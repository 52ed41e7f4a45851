//! `twosource review …`.

mod answer;
mod diff;
mod judge;
mod list;
mod queue_order;
mod screen;
mod set;
mod wanted;

use clap::{Args, Subcommand};

use super::context::Context;
use super::tree::Outcome;
use super::values::one_of;
use crate::domain::{Key, Verdict};
use crate::error::{Error, Result};
use wanted::Wanted;

/// Judge claims: say what the evidence shows, and see what still needs a look
///
/// Without a claim, on a terminal: goes through the claims that need a look, the worst first, one screen
/// each, by keys; ? shows them. What you confirm is stored at once. When you quit and come back you go on
/// where you stopped; for that the key of one claim is kept in your own state folder
/// (XDG_STATE_HOME, else ~/.local/state), readable by you alone.
///
/// A review is of the evidence as it is: when the claim, its citations or the sources behind them
/// change, it does not count any more, until that change is taken back. Your latest review of a claim
/// is the one that counts; the earlier ones stay in the casebook.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  twosource review
  twosource review --mine
  twosource review c12 --verdict supported --note \"Read both rulings.\"
  twosource review list
  twosource review diff c12
  twosource review set --required 2 --not-by-logger

Put -- in front of a claim that is called list, diff or set: twosource review --verdict … -- list"
)]
pub(crate) struct Review {
    #[command(subcommand)]
    command: Option<Command>,

    /// The key of the claim
    #[arg(value_name = "CLAIM", conflicts_with_all = ["mine", "stale", "states"])]
    claim: Option<Key>,

    /// What the evidence shows
    #[arg(long, value_name = "VERDICT", requires = "claim",
          value_parser = one_of(Verdict::ALL, Verdict::as_str))]
    verdict: Option<Verdict>,

    /// Why, for the desk
    #[arg(long, value_name = "TEXT", requires = "verdict")]
    note: Option<String>,

    #[command(flatten)]
    wanted: Wanted,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::List),
    Diff(diff::Diff),
    Set(set::Set),
}

impl Review {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        match (self.command, self.claim, self.verdict) {
            (Some(Command::List(list)), ..) => list.run(context),
            (Some(Command::Diff(diff)), ..) => diff.run(context),
            (Some(Command::Set(set)), ..) => set.run(context),
            (None, Some(claim), Some(verdict)) => {
                judge::judge(context, &claim, verdict, self.note.as_deref())
            }
            (None, Some(claim), None) => {
                Err(Error::invalid(format!("no verdict is given for `{claim}`"))
                    .hint("add --verdict, after a look: twosource claim show, twosource explain"))
            }
            (None, None, _) => screen::go_through(context, &self.wanted),
        }
    }
}
