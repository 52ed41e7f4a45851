//! `twosource review set`.

use clap::Args;
use serde::Serialize;

use crate::commands::context::Context;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::domain::ReviewPolicy;
use crate::error::Result;
use crate::output::{Cell, Format, Table};
use crate::store::Store;

/// Say how many reviewers must agree in this casebook, and who may be one of them
///
/// A verdict stands when so many reviewers have given it, on the evidence as it is, and nobody another
/// one. In a new casebook one is enough. It holds for everybody who works on this casebook; who set it
/// and when is kept. Without an option, shows what holds.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource review set
  twosource review set --required 2 --not-by-logger
  twosource review set --by-anybody
  twosource review set --format json")]
pub(crate) struct Set {
    /// How many reviewers must agree, from 1 to 9
    #[arg(long, value_name = "N", value_parser = ReviewPolicy::read_required)]
    required: Option<u32>,

    /// The reviews of who logged a claim do not count for it
    #[arg(long)]
    not_by_logger: bool,

    /// Who logged a claim may be one of its reviewers
    #[arg(long, conflicts_with = "not_by_logger")]
    by_anybody: bool,

    #[command(flatten)]
    format: FormatArgument,
}

/// The answer of `review set --format json`. Fields may be added, never renamed.
#[derive(Debug, Serialize)]
struct ShownPolicy {
    required: u32,
    not_by_logger: bool,
    /// Nobody as long as it is that of a new casebook.
    set_by: Option<String>,
    set_at: Option<String>,
}

impl Set {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        if self.required.is_none() && !self.not_by_logger && !self.by_anybody {
            let store = context.read()?;
            self.show(context, &store)?;
            return Ok(Outcome::Done);
        }
        let (signature, store) = (context.signature()?, context.write()?);
        let set = store.set_review_policy(&signature, |policy| self.apply(policy))?;
        let already = if set.changed { "" } else { ", as before" };
        context.console.status(format!("for a verdict to stand, {}{already}", set.policy));
        if self.format.format != Format::Table {
            self.show(context, &store)?;
        }
        Ok(Outcome::Done)
    }

    fn apply(&self, mut policy: ReviewPolicy) -> ReviewPolicy {
        policy.required = self.required.unwrap_or(policy.required);
        policy.not_by_logger = (policy.not_by_logger && !self.by_anybody) || self.not_by_logger;
        policy
    }

    fn show(&self, context: &mut Context, store: &Store) -> Result<()> {
        let set = store.review_policy_setting()?.map(|row| row.record);
        let policy = set.as_ref().map(|set| set.policy).unwrap_or_default();
        let shown = ShownPolicy {
            required: policy.required,
            not_by_logger: policy.not_by_logger,
            set_by: set.as_ref().map(|set| set.actor.clone()),
            set_at: set.as_ref().map(|set| set.set_at.to_string()),
        };
        match self.format.format {
            Format::Table => shown.tell(context, policy),
            Format::Json => context.console.json(&shown),
            Format::Csv => context.console.csv(&ShownPolicy::HEADINGS, [shown.cells()]),
        }
    }
}

impl ShownPolicy {
    const HEADINGS: [&'static str; 4] = ["required", "not_by_logger", "set_by", "set_at"];

    fn cells(&self) -> [String; ShownPolicy::HEADINGS.len()] {
        [
            self.required.to_string(),
            self.not_by_logger.to_string(),
            self.set_by.clone().unwrap_or_default(),
            self.set_at.clone().unwrap_or_default(),
        ]
    }

    fn tell(&self, context: &mut Context, policy: ReviewPolicy) -> Result<()> {
        let mut table = Table::details();
        table.detail("for a verdict to stand", Cell::plain(policy));
        let set = match (&self.set_by, &self.set_at) {
            (Some(by), Some(at)) => format!("by {by} on {}", at.get(..10).unwrap_or(at)),
            _ => "by nobody: that is how a new casebook is".to_owned(),
        };
        table.detail("set", set);
        context.console.table(&table)
    }
}
