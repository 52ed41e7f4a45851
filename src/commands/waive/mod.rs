//! `twosource waive …`.

mod list;
mod remove;

use clap::{Args, Subcommand};

use super::check::survey;
use super::context::Context;
use super::tree::Outcome;
use crate::checks::{Selection, known};
use crate::domain::Key;
use crate::error::{Error, Result};

/// Accept what a check finds about a claim, with a reason
///
/// The finding is counted as accepted and does not fail `check` any more. When the claim, its
/// citations or the sources behind them change, the waiver ends by itself, and `check` says when and
/// by what; when that change is taken back, it holds again. Notes, tags and the like end nothing.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "\
Examples:
  twosource waive c12 single-source --reason \"The memoir is what the claim is about.\"
  twosource waive list
  twosource waive remove c12 single-source

Put -- in front of a claim that is called list or remove: twosource waive --reason \"…\" -- list RULE"
)]
pub(crate) struct Waive {
    #[command(subcommand)]
    command: Option<Command>,

    /// The key of the claim
    #[arg(value_name = "CLAIM", required = true)]
    claim: Option<Key>,

    /// The rule whose finding is accepted
    #[arg(value_name = "RULE", required = true)]
    rule: Option<String>,

    /// Why it is accepted
    #[arg(long, value_name = "REASON", required = true)]
    reason: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    List(list::List),
    Remove(remove::Remove),
}

impl Waive {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        match (self.command, self.claim, self.rule) {
            (Some(Command::List(list)), ..) => list.run(context),
            (Some(Command::Remove(remove)), ..) => remove.run(context),
            (None, Some(claim), Some(rule)) => {
                waive(context, &claim, &rule, &self.reason.unwrap_or_default())
            }
            (None, ..) => Err(Error::invalid("claim and rule are not named")
                .hint("twosource waive CLAIM RULE --reason \"…\"")),
        }
    }
}

fn waive(context: &mut Context, claim: &Key, rule: &str, reason: &str) -> Result<Outcome> {
    if !known(rule)?.is_about_claims() {
        return Err(Error::invalid(format!("{rule} looks at sources, not at claims"))
            .hint(format!("leave it out of a run with: twosource check --skip {rule}")));
    }
    let signature = context.signature()?;
    let store = context.write()?;
    let replaced = store.waive(&signature, claim, rule, reason)?;
    let instead = replaced.map(|old| {
        format!(
            ", in place of the waiver of {} by {}, which had ended",
            old.waived_at.day(),
            old.actor
        )
    });
    let instead = instead.unwrap_or_default();
    context.console.status(format!("waived {rule} for claim {claim}{instead}"));
    let selection = Selection::new(&[rule.to_owned()], &[])?;
    if survey(&store, selection, std::slice::from_ref(claim))?.findings.is_empty() {
        context.console.hint(&format!("{rule} finds nothing about {claim} as it is now"));
    }
    Ok(Outcome::Done)
}
