//! `twosource waive list`.

use clap::Args;
use serde::Serialize;

use crate::checks::known;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::domain::{Ended, Judged, Key, Waiver};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::Store;

/// List the findings that were accepted, by whom and why
///
/// A waiver holds as long as the evidence is what it was given for, and again when a change is taken
/// back. For one that has ended the list says since when, and what ended it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource waive list
  twosource waive list --ended
  twosource waive list --claim c12 --format json")]
pub(crate) struct List {
    /// Only of this claim; may be given several times
    #[arg(long = "claim", value_name = "KEY")]
    claims: Vec<Key>,

    /// Only those that have ended
    #[arg(long)]
    ended: bool,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// A waiver, and whether the evidence it was given for is still the same.
#[derive(Serialize)]
struct ListedWaiver<'a> {
    claim: &'a str,
    rule: &'a str,
    actor: &'a str,
    reason: &'a str,
    waived_at: &'a str,
    ended: bool,
    ended_since: Option<&'a str>,
    ended_by: Option<&'a str>,
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view = View::open(context, &self.disclosure, self.format.format.into(), "waive list")?;
        let mut waivers = view.in_snapshot(|store| load(store, &self.claims))?;
        if self.ended {
            waivers.retain(|judged| judged.ended.is_some());
        }
        let listed = || waivers.iter().map(ListedWaiver::new);
        match self.format.format {
            Format::Table => self.table(context, &waivers)?,
            Format::Json => context.console.json(&listed().collect::<Vec<_>>())?,
            Format::Csv => {
                context.console.csv(&ListedWaiver::HEADINGS, listed().map(|it| it.cells()))?;
            }
        }
        Ok(Outcome::Done)
    }

    fn table(&self, context: &mut Context, waivers: &[Judged<Waiver>]) -> Result<()> {
        let mut table = Table::new([
            Column::whole("claim"),
            Column::whole("rule"),
            Column::whole("waived"),
            Column::whole("by"),
            Column::whole("state"),
            Column::text("reason"),
        ]);
        for Judged { record: waiver, ended, .. } in waivers {
            let unknown = if known(&waiver.rule).is_err() { " (no such rule)" } else { "" };
            let state = match ended {
                None => Cell::plain("holds"),
                Some(_) => Cell::styled("ended", Style::Yellow),
            };
            let why = ended.as_ref().map(|ended| format!(" ({ended})")).unwrap_or_default();
            table.row([
                Cell::styled(&waiver.claim, Style::Bold),
                Cell::plain(&waiver.rule),
                Cell::plain(waiver.waived_at.day()),
                Cell::plain(&waiver.actor),
                state,
                Cell::plain(format!("{}{unknown}{why}", waiver.reason)),
            ]);
        }
        context.console.table(&table)?;
        context.console.status(match (waivers.len(), self.ended) {
            (0, true) => "no waiver has ended".to_owned(),
            (0, false) => "nothing is waived".to_owned(),
            (count, _) => counted(count, "waiver"),
        });
        Ok(())
    }
}

impl<'a> ListedWaiver<'a> {
    const HEADINGS: [&'static str; 8] =
        ["claim", "rule", "actor", "reason", "waived_at", "ended", "ended_since", "ended_by"];

    fn new(judged: &'a Judged<Waiver>) -> Self {
        let Waiver { claim, rule, actor, reason, waived_at, .. } = &judged.record;
        let ended = judged.ended.as_ref();
        let cause = |ended: &'a Ended| ended.cause.as_ref().map(|cause| cause.what.as_str());
        ListedWaiver {
            claim,
            rule,
            actor,
            reason,
            waived_at: waived_at.as_str(),
            ended: ended.is_some(),
            ended_since: ended.map(|ended| ended.since.as_str()),
            ended_by: ended.and_then(cause),
        }
    }

    fn cells(&self) -> [String; 8] {
        let text = |text: Option<&str>| text.unwrap_or_default().to_owned();
        [
            self.claim.to_owned(),
            self.rule.to_owned(),
            self.actor.to_owned(),
            self.reason.to_owned(),
            self.waived_at.to_owned(),
            self.ended.to_string(),
            text(self.ended_since),
            text(self.ended_by),
        ]
    }
}

/// The waivers of these claims, or all.
fn load(store: &Store, claims: &[Key]) -> Result<Vec<Judged<Waiver>>> {
    if claims.is_empty() {
        return Ok(store.judgements(None)?.waivers);
    }
    let mut waivers = Vec::new();
    for (place, claim) in claims.iter().enumerate() {
        if !claims[..place].contains(claim) {
            store.claim(claim)?;
            waivers.extend(store.judgements(Some(claim))?.waivers);
        }
    }
    Ok(waivers)
}
