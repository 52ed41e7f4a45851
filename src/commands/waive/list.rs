//! `twosource waive list`.

use clap::Args;
use serde::Serialize;

use crate::checks::{Subject, known};
use crate::commands::check::{Loader, named_cases};
use crate::commands::context::Context;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::{Key, Waiver};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::Store;

/// List the findings that were accepted, by whom and why
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource waive list
  twosource waive list --claim c12 --format json")]
pub(crate) struct List {
    /// Only of this claim; may be given several times
    #[arg(long = "claim", value_name = "KEY")]
    claims: Vec<Key>,

    #[command(flatten)]
    format: FormatArgument,
}

/// A waiver, and whether the evidence it was given for is still the same.
#[derive(Serialize)]
struct ListedWaiver {
    #[serde(flatten)]
    waiver: Waiver,
    ended: bool,
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let store = context.read()?;
        let waivers = load(&store, self.claims)?;
        match self.format.format {
            Format::Table => table(context, &waivers)?,
            Format::Json => context.console.json(&waivers)?,
            Format::Csv => {
                let headings = ["claim", "rule", "actor", "reason", "waived_at", "ended"];
                context.console.csv(&headings, waivers.iter().map(ListedWaiver::cells))?;
            }
        }
        Ok(Outcome::Done)
    }
}

impl ListedWaiver {
    fn cells(&self) -> [String; 6] {
        let Waiver { claim, rule, actor, reason, waived_at } = self.waiver.clone();
        [claim.to_string(), rule, actor, reason, waived_at.to_string(), self.ended.to_string()]
    }
}

fn load(store: &Store, asked: Vec<Key>) -> Result<Vec<ListedWaiver>> {
    let mut claims = asked;
    if claims.is_empty() {
        store.each_waiver(None, |waiver| {
            claims.push(waiver.record.claim);
            Ok(())
        })?;
    }
    if claims.is_empty() {
        return Ok(Vec::new());
    }
    let mut seen = std::collections::HashSet::new();
    claims.retain(|claim| seen.insert(claim.clone()));
    let mut loader = Loader::new(store, &claims)?;
    let cases = named_cases(store, &mut loader, &claims)?;
    let library = loader.library_around(&cases)?;
    let mut waivers = Vec::new();
    for case in &cases {
        let subject = Subject::new(case, &library);
        for waiver in &case.waivers {
            let ended = subject.has_ended(waiver);
            waivers.push(ListedWaiver { waiver: waiver.record.clone(), ended });
        }
    }
    Ok(waivers)
}

fn table(context: &mut Context, waivers: &[ListedWaiver]) -> Result<()> {
    let mut table = Table::new([
        Column::whole("claim"),
        Column::whole("rule"),
        Column::whole("waived"),
        Column::whole("by"),
        Column::text("reason"),
    ]);
    for ListedWaiver { waiver, ended } in waivers {
        let ended = if *ended { " (ended: the evidence has changed since)" } else { "" };
        let unknown = if known(&waiver.rule).is_err() { " (no such rule)" } else { "" };
        table.row([
            Cell::styled(&waiver.claim, Style::Bold),
            Cell::plain(&waiver.rule),
            Cell::plain(waiver.waived_at.day()),
            Cell::plain(&waiver.actor),
            Cell::plain(format!("{}{ended}{unknown}", waiver.reason)),
        ]);
    }
    context.console.table(&table)?;
    context.console.status(match waivers.len() {
        0 => "nothing is waived".to_owned(),
        count => counted(count, "waiver"),
    });
    Ok(())
}
