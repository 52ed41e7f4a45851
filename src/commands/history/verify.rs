//! `twosource history --head` and `--verify`: what is kept elsewhere, and the comparison with it.

use std::path::Path;

use serde::Serialize;

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::Timestamp;
use crate::error::{Error, Result};
use crate::output::{Format, Style, Text};
use crate::store::Store;
use crate::store::history::Comparison;
use crate::transfer::earlier_history;

/// The answer of `history --head --format json`.
#[derive(Serialize)]
struct ShownHead<'a> {
    change: i64,
    hash: &'a str,
    at: &'a str,
    actor: &'a str,
}

/// Prints the head: number and hash of the last change.
pub(super) fn head(context: &mut Context, store: &Store, format: Format) -> Result<()> {
    let Some(head) = store.history_head()? else {
        return Err(Error::not_found("nothing has been done in this casebook yet")
            .hint("there is a head after the first change"));
    };
    let (made, action) = store.made(head.change)?;
    let written = head.to_string();
    let hash = written.split_once(':').map_or("", |(_, hash)| hash);
    match format {
        Format::Table => {
            context.console.data(written.as_str())?;
            let (actor, at) = (&made.actor, super::diff::moment(&made.at));
            context.console.status(format!("the last change: {action} by {actor}, {at} UTC"));
            context.console.hint(
                "keep it where nobody who works on the casebook can change it; later: twosource history \
                 --verify NUMBER:HASH",
            );
            Ok(())
        }
        Format::Json => context.console.json(&ShownHead {
            change: head.change,
            hash,
            at: made.at.as_str(),
            actor: &made.actor,
        }),
        Format::Csv => {
            let row = [&head.change.to_string(), hash, made.at.as_str(), &made.actor];
            context.console.csv(&["change", "hash", "at", "actor"], [row])
        }
    }
}

/// The answer of `history --verify --format json`. Fields may be added, never renamed.
#[derive(Serialize)]
struct ShownComparison<'a> {
    schema: &'static str,
    continues: bool,
    earlier: i64,
    last: i64,
    unchanged: i64,
    unchanged_at: Option<&'a str>,
    redacted: u64,
    fault: Option<&'a str>,
}

/// Compares the history with an earlier one, and tells whether it continues that.
pub(super) fn verify(
    context: &mut Context,
    store: &Store,
    named: &Path,
    format: Format,
) -> Result<Outcome> {
    let earlier = earlier_history(named, context.wait, context.passphrase_for(named)?.as_ref())?;
    let found = store.compare_history(&earlier)?;
    let shown = ShownComparison {
        schema: "twosource/history-verify/1",
        continues: found.fault.is_none(),
        earlier: earlier.last(),
        last: found.last,
        unchanged: found.unchanged,
        unchanged_at: found.unchanged_at.as_deref(),
        redacted: found.redacted,
        fault: found.fault.as_deref(),
    };
    match format {
        Format::Table => tell(context, &found, &named.display().to_string())?,
        Format::Json => context.console.json(&shown)?,
        Format::Csv => {
            let texts = [
                shown.continues.to_string(),
                shown.earlier.to_string(),
                shown.last.to_string(),
                shown.unchanged.to_string(),
                shown.unchanged_at.unwrap_or_default().to_owned(),
                shown.redacted.to_string(),
                shown.fault.unwrap_or_default().to_owned(),
            ];
            let headings =
                ["continues", "earlier", "last", "unchanged", "unchanged_at", "redacted", "fault"];
            context.console.csv(&headings, [texts])?;
        }
    }
    Ok(if shown.continues { Outcome::Done } else { Outcome::Findings })
}

fn tell(context: &mut Context, found: &Comparison, named: &str) -> Result<()> {
    let unchanged = || {
        let day = found.unchanged_at.as_deref().and_then(|at| at.parse::<Timestamp>().ok());
        let day = day.map(|day| format!(" of {}", day.day())).unwrap_or_default();
        format!("the history up to change {}{day} is unchanged", found.unchanged)
    };
    let Some(fault) = &found.fault else {
        let mut told = unchanged();
        told.push_str(&match found.last - found.unchanged {
            0 => "; nothing was done since".to_owned(),
            since => format!("; {} since", counted(since, "change")),
        });
        context
            .console
            .data(Text::new().styled(Style::Green, "continues").plain(": ").plain(told))?;
        if found.redacted > 0 {
            let did = if found.redacted == 1 { "it" } else { "they" };
            let changes = counted(found.redacted, "change");
            context.console.status(format!("of {changes} of these what {did} did was redacted"));
        }
        context.console.hint("whether the records are as the history says: twosource doctor");
        return Ok(());
    };
    let heading = Text::new().styled(Style::Red, "differs").plain(": ").plain(fault.as_str());
    context.console.data(heading)?;
    if found.unchanged > 0 {
        context.console.status(unchanged());
    }
    context.console.hint(&format!(
        "keep this file and {named} as evidence, and work on from a copy of the one that is right; \
         `twosource doctor` says more of this casebook"
    ));
    Ok(())
}
