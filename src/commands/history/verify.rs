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
use crate::store::history::{Comparison, Earlier, SealedSince};
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
    sealed: Option<ShownSeal<'a>>,
    fault: Option<&'a str>,
}

/// The changes of the earlier history that a redaction has sealed since.
#[derive(Serialize)]
struct ShownSeal<'a> {
    from: i64,
    to: i64,
    by: i64,
    actor: &'a str,
    at: &'a str,
    altered: u64,
    unproved: u64,
}

impl<'a> From<&'a SealedSince> for ShownSeal<'a> {
    fn from(sealed: &'a SealedSince) -> Self {
        let SealedSince { from, to, by, actor, at, altered, unproved } = sealed;
        ShownSeal {
            from: *from,
            to: *to,
            by: *by,
            actor,
            at,
            altered: *altered,
            unproved: *unproved,
        }
    }
}

/// Compares the history with an earlier one, and tells whether it continues that.
pub(super) fn verify(
    context: &mut Context,
    store: &Store,
    named: &Path,
    format: Format,
) -> Result<Outcome> {
    let sealed = store.sealed_changes()?;
    let key = context.passphrase_for(named)?;
    let earlier = earlier_history(named, context.wait, key.as_ref(), &sealed)?;
    let found = store.compare_history(&earlier)?;
    let shown = ShownComparison {
        schema: "twosource/history-verify/1",
        continues: found.is_proved(),
        earlier: earlier.last(),
        last: found.last,
        unchanged: found.unchanged,
        unchanged_at: found.unchanged_at.as_deref(),
        redacted: found.redacted,
        sealed: found.sealed.as_ref().map(ShownSeal::from),
        fault: found.fault.as_deref(),
    };
    match format {
        Format::Table => tell(context, &found, &earlier, &named.display().to_string())?,
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
                found.sealed.as_ref().map(|it| it.unproved).unwrap_or_default().to_string(),
            ];
            let headings = [
                "continues",
                "earlier",
                "last",
                "unchanged",
                "unchanged_at",
                "redacted",
                "fault",
                "unproved",
            ];
            context.console.csv(&headings, [texts])?;
        }
    }
    Ok(if shown.continues { Outcome::Done } else { Outcome::Findings })
}

fn tell(context: &mut Context, found: &Comparison, earlier: &Earlier, named: &str) -> Result<()> {
    if let Some(fault) = &found.fault {
        let heading = Text::new().styled(Style::Red, "differs").plain(": ").plain(fault.as_str());
        context.console.data(heading)?;
        if found.unchanged > 0 {
            context.console.status(unchanged(found));
        }
        context.console.hint(&format!(
            "keep this file and {named} as evidence, and work on from a copy of the one that is right; \
             `twosource doctor` says more of this casebook"
        ));
        return Ok(());
    }
    if let Some(sealed) = found.sealed.as_ref().filter(|sealed| sealed.unproved > 0) {
        let named = matches!(earlier, Earlier::Whole(_)).then_some(named);
        return tell_unproved(context, found, sealed, named);
    }
    let mut told = match &found.sealed {
        None => unchanged(found),
        Some(sealed) => {
            let before = if found.unchanged > 0 { unchanged(found) + "; " } else { String::new() };
            format!("{before}{}", compared(sealed))
        }
    };
    let until = found.sealed.as_ref().map_or(found.unchanged, |sealed| sealed.to);
    told.push_str(&match found.last.saturating_sub(until) {
        0 => "; nothing was done since".to_owned(),
        since => format!("; {} since", counted(since, "change")),
    });
    context.console.data(Text::new().styled(Style::Green, "continues").plain(": ").plain(told))?;
    if found.redacted > 0 {
        let did = if found.redacted == 1 { "it" } else { "they" };
        let changes = counted(found.redacted, "change");
        context.console.status(format!("of {changes} of these what {did} did was redacted"));
    }
    context.console.hint("whether the records are as the history says: twosource doctor");
    Ok(())
}

/// What is proved to be as it was.
fn unchanged(found: &Comparison) -> String {
    let day = day_of(found.unchanged_at.as_deref());
    format!("the history up to change {}{day} is unchanged", found.unchanged)
}

/// " of 2026-11-02"; nothing where the moment cannot be read.
fn day_of(at: Option<&str>) -> String {
    let day = at.and_then(|at| at.parse::<Timestamp>().ok());
    day.map(|day| format!(" of {}", day.day())).unwrap_or_default()
}

/// Changes by their numbers.
fn numbered(from: i64, to: i64) -> String {
    if from == to { format!("change {from}") } else { format!("changes {from} to {to}") }
}

/// What was found where an earlier copy tells what sealed changes said.
fn compared(sealed: &SealedSince) -> String {
    let SealedSince { from, to, by, actor, .. } = sealed;
    let changes = numbered(*from, *to);
    let day = day_of(Some(&sealed.at)).replace(" of ", " on ");
    let so = if from == to { "is as it was" } else { "are as they were" };
    match sealed.altered {
        0 => format!("{changes} {so}"),
        altered => format!(
            "{changes} {so}, but for what the redaction, change {by}, by {actor}{day} took out of {altered}"
        ),
    }
}

/// What is not proved, because what would prove it was sealed by a redaction. `named` is a file, and none
/// where only a head is known.
fn tell_unproved(
    context: &mut Context,
    found: &Comparison,
    sealed: &SealedSince,
    named: Option<&str>,
) -> Result<()> {
    let SealedSince { from, to, by, actor, .. } = sealed;
    let day = day_of(Some(&sealed.at)).replace(" of ", " on ");
    let changes = numbered(*from, *to);
    let were = if from == to { "was" } else { "were" };
    let what = match named {
        None => format!("not provable from a head: {changes} {were} sealed by"),
        Some(named) => {
            format!("{named} does not hold what {} of {changes} did, sealed by", sealed.unproved)
        }
    };
    let told = format!("{what} the redaction, change {by}, by {actor}{day}");
    let heading = Text::new().styled(Style::Yellow, "not proved").plain(": ").plain(told);
    context.console.data(heading)?;
    if named.is_none() && *from > 1 {
        context.console.status("nothing ties the changes before them to the head, either");
    } else if found.unchanged > 0 {
        context.console.status(unchanged(found));
    }
    context.console.hint(
        "compare with a backup from before the redaction, or with a file that `twosource history export \
         --include-confidential` wrote then; where you have neither, nothing can prove it",
    );
    Ok(())
}
