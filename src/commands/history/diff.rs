//! A change as it is told on a terminal.

use super::values::{cut, in_words};
use crate::commands::context::Context;
use crate::commands::disclosure::Withheld;
use crate::commands::wording::counted;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::output::{Column, Style, Table, Text};
use crate::store::history::{Difference, Disclosed, Past};

/// How many records of a change are shown one by one.
const RECORDS: usize = 20;

/// How many records are named in a line.
const NAMED: usize = 3;

/// What a change says of a judgement and people do not read: the digest of its evidence.
const PIN: &str = "pin";

/// Tells a change in full: who, when and what, then each record, field by field.
pub(crate) fn tell(context: &mut Context, past: &Past) -> Result<()> {
    let heading = Text::new()
        .styled(Style::Bold, format!("change {}", past.number))
        .plain(format!("  {} UTC  {}  {}", moment(&past.at), past.actor, past.action));
    context.console.data(heading)?;
    if past.redacted {
        context.console.data("  names were taken out of it since: it was redacted")?;
    }
    if let Some(told) = taken_out(past).or_else(|| counted_records(past)) {
        context.console.data(format!("  {told}"))?;
    }
    if let Some(disclosed) = &past.disclosed {
        context.console.data(format!("  showed {}", shown(disclosed)))?;
    }
    records(context, &past.differences)?;
    if past.left_out > 0 {
        context.console.data(format!("  {}", left_out(past.left_out)))?;
    }
    Ok(())
}

/// What was shown outside, and where.
fn shown(disclosed: &Disclosed) -> String {
    let Disclosed { confidential, background, texts, to } = disclosed;
    let withheld = Withheld { confidential: *confidential, background: *background };
    let mut shown = Vec::new();
    if !withheld.is_nothing() {
        shown.push(withheld.in_words());
    }
    if *texts > 0 {
        shown.push(format!("{} with a confidential name", counted(texts, "text")));
    }
    format!("{}, in {to}", shown.join(", "))
}

/// What is said of records which may not be seen.
pub(crate) const LEFT_OUT: &str = "that cannot be shown outside";

/// That there are records which may not be seen.
pub(crate) fn left_out(count: usize) -> String {
    format!("{} {LEFT_OUT}", counted(count, "record"))
}

/// Tells records, field by field; of many only the first.
pub(crate) fn records(context: &mut Context, differences: &[Difference]) -> Result<()> {
    for one in differences.iter().take(RECORDS) {
        let style = match one.what() {
            "added" => Style::Green,
            "removed" => Style::Red,
            _ => Style::Yellow,
        };
        let heading = Text::new()
            .plain("  ")
            .styled(Style::Bold, &one.name)
            .plain(" ")
            .styled(style, one.what());
        context.console.data(heading)?;
        context.console.table(&fields(one))?;
    }
    if differences.len() > RECORDS {
        let more = counted(differences.len() - RECORDS, "record");
        context.console.data(format!("  and {more} more"))?;
    }
    Ok(())
}

fn fields(one: &Difference) -> Table {
    let mut table = Table::new([Column::whole(""), Column::text("")]).headless().indented(4);
    for field in one.fields().iter().filter(|field| field.name != PIN) {
        let text = |value: Option<&serde_json::Value>| value.map(in_words).unwrap_or_default();
        let (before, after) = cut(&text(field.before), &text(field.after));
        let nothing = |text: String| if text.is_empty() { "(none)".to_owned() } else { text };
        let told = match (&one.before, &one.after) {
            (Some(_), Some(_)) => format!("{} → {}", nothing(before), nothing(after)),
            (Some(_), None) => before,
            _ => after,
        };
        table.detail(field.name, told);
    }
    table
}

/// What a change did, in a line: of which records, and of one that it changed, in which fields.
pub(super) fn in_a_line(past: &Past) -> String {
    let whole = taken_out(past).or_else(|| counted_records(past));
    let mut told = match whole.or_else(|| past.disclosed.as_ref().map(shown)) {
        Some(told) => told,
        None => {
            let mut names: Vec<String> = past.differences.iter().take(NAMED).map(named).collect();
            if past.differences.len() > NAMED {
                names.push(format!("and {} more", past.differences.len() - NAMED));
            }
            if past.left_out > 0 {
                names.push(left_out(past.left_out));
            }
            names.join("; ")
        }
    };
    if past.redacted {
        told.push_str(if told.is_empty() { "(redacted)" } else { " (redacted)" });
    }
    told
}

/// What a redaction took out, in a line.
fn taken_out(past: &Past) -> Option<String> {
    let (source, stand_ins) = past.took_out.as_ref()?;
    Some(match stand_ins.len() {
        0 => format!("source {source}"),
        _ => format!("source {source}: now {}", stand_ins.join(", ")),
    })
}

fn named(one: &Difference) -> String {
    let fields: Vec<&str> =
        one.fields().iter().map(|field| field.name).filter(|name| *name != PIN).collect();
    match one.what() {
        "changed" if !fields.is_empty() => format!("{}: {}", one.name, fields.join(", ")),
        "removed" => format!("{} removed", one.name),
        _ => one.name.clone(),
    }
}

/// What an import brought, in a line.
fn counted_records(past: &Past) -> Option<String> {
    let told: Vec<String> = past
        .counts
        .iter()
        .map(|(kind, new, updated)| match (new, updated) {
            (new, 0) => format!("{new} {kind}"),
            (0, updated) => format!("{updated} {kind} changed"),
            (new, updated) => format!("{new} {kind} and {updated} changed"),
        })
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// A moment to the minute, in UTC.
pub(super) fn moment(at: &Timestamp) -> String {
    at.span().0.format("%Y-%m-%d %H:%M").to_string()
}
