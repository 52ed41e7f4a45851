//! `twosource history`.

mod diff;
mod export;
mod shown;
mod values;
mod verify;

use std::path::PathBuf;

use clap::{Args, Subcommand};

use super::context::Context;
use super::disclosure::Disclosure;
use super::format::FormatArgument;
use super::past_view::past_outside;
use super::tree::Outcome;
use super::wording::counted;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table, csv_text, json_text};
use crate::store::Store;
use crate::store::history::{Past, Subject, Wanted};
use crate::transfer::PastOutside;
pub(super) use diff::{LEFT_OUT, left_out, records, tell};
pub(super) use shown::{HEADINGS, ShownChange, rows};
pub(super) use values::shown_briefly;

/// How many changes are laid out at once: a long history is not held whole.
const AT_ONCE: usize = 500;

/// Show what was done to the casebook, when and by whom; the latest first
///
/// Without a key: a line for each change. With the key of a claim or source, a name or a number: what
/// each change did to it, from what to what, also under the keys it had before. Of an import only the
/// counts are kept, and what it replaced.
///
/// A source that is or ever was confidential is a stand-in everywhere but in the tables on your terminal.
///
/// Each change carries a hash made over the one before, so the last one, the head, stands for all. Keep
/// it elsewhere (--head, a backup, `history export`): --verify says later whether the history up to there
/// is unchanged. Exits with 1 where it is not.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  twosource history
  twosource history c12
  twosource history --since 2026-11-01 --by \"Ben Okri\" --limit 20
  twosource history --change 41
  twosource history --citation 7 --format json
  twosource history --head
  twosource history --verify casebook-2026-11-02-140500.db
  twosource history export --output history-2026-11.jsonl

Put -- in front of a claim or source that is called export: twosource history -- export"
)]
pub(crate) struct History {
    #[command(subcommand)]
    command: Option<Command>,

    /// The claim or source; a key that it had before does too
    #[arg(value_name = "KEY", conflicts_with_all = ["creator", "citation", "change"])]
    key: Option<String>,

    /// What was said of this name: renamed, merged, another spelling, two that are two
    #[arg(long, value_name = "NAME", conflicts_with_all = ["citation", "change"])]
    creator: Option<String>,

    /// The citation with this number
    #[arg(long, value_name = "NUMBER", conflicts_with = "change")]
    citation: Option<i64>,

    /// The change with this number, in full
    #[arg(long, value_name = "NUMBER", conflicts_with_all = ["since", "by", "limit"])]
    change: Option<i64>,

    /// Only what was done on this day or later
    #[arg(long, value_name = "DAY")]
    since: Option<Timestamp>,

    /// Only what this person did
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    /// Only the latest changes, so many
    #[arg(long, value_name = "NUMBER")]
    limit: Option<usize>,

    /// Print number and hash of the last change, to keep elsewhere
    #[arg(long, conflicts_with_all = ["key", "creator", "citation", "change", "since", "by", "limit"])]
    head: bool,

    /// Say whether the history up to an earlier state is unchanged: a backup, a file of `history
    /// export`, or what --head printed
    #[arg(long, value_name = "FILE",
          conflicts_with_all = ["key", "creator", "citation", "change", "since", "by", "limit", "head"])]
    verify: Option<PathBuf>,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

#[derive(Debug, Subcommand)]
enum Command {
    Export(export::Export),
}

impl History {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        if let Some(Command::Export(export)) = self.command {
            return export.run(context);
        }
        let store = context.read()?;
        if let Some(named) = &self.verify {
            return verify::verify(context, &store, named, self.format.format);
        }
        store.in_snapshot(|store| {
            if self.head {
                verify::head(context, store, self.format.format)?;
                return Ok(Outcome::Done);
            }
            let target = self.format.format.into();
            let outside = past_outside(context, store, &self.disclosure, target, "history")?;
            let numbers = self.numbers(store)?;
            let told = Told { store, outside, numbers };
            match self.format.format {
                Format::Json => write_json(context, &told),
                Format::Csv => write_csv(context, &told),
                Format::Table if self.is_about_something() => write_diffs(context, &told),
                Format::Table => write_table(context, &told),
            }?;
            let numbers = told.numbers;
            if self.format.format == Format::Table && self.change.is_none() {
                self.tell_count(context, store, numbers.len())?;
            }
            Ok(Outcome::Done)
        })
    }

    /// Whether it is asked of something, of which the differences are shown, and not of all.
    fn is_about_something(&self) -> bool {
        self.key.is_some()
            || self.creator.is_some()
            || self.citation.is_some()
            || self.change.is_some()
    }

    fn numbers(&self, store: &Store) -> Result<Vec<i64>> {
        if let Some(number) = self.change {
            return Ok(vec![number]);
        }
        let subject = match (&self.key, &self.creator, self.citation) {
            (Some(key), _, _) => Subject::Key(key),
            (_, Some(name), _) => Subject::Creator(name),
            (_, _, Some(number)) => Subject::Citation(number),
            _ => Subject::All,
        };
        let wanted =
            Wanted { since: self.since.as_ref(), by: self.by.as_deref(), limit: self.limit };
        store.changes_wanted(subject, &wanted)
    }

    /// What to say where no change fits, although what was asked for is there.
    fn why_none(&self, store: &Store) -> Result<String> {
        let asked = Wanted { by: self.by.as_deref(), limit: Some(1), ..Wanted::default() };
        let last = store.changes_wanted(Subject::All, &asked)?.first().copied();
        let (Some(since), Some(last), false) = (&self.since, last, self.is_about_something())
        else {
            return Ok("no change is like that".to_owned());
        };
        let (made, _) = store.made(last)?;
        let by = self.by.as_ref().map(|name| format!(" by {name}")).unwrap_or_default();
        let at = diff::moment(&made.at);
        Ok(format!(
            "nothing was done{by} since {since}; the last change{by} is number {last}, {at} UTC"
        ))
    }

    fn tell_count(&self, context: &mut Context, store: &Store, count: usize) -> Result<()> {
        let all = store.count_changes()?;
        context.console.status(match count {
            0 if all == 0 => "nothing has been done in this casebook yet".to_owned(),
            0 => self.why_none(store)?,
            _ if usize::try_from(all).is_ok_and(|all| all == count) => counted(count, "change"),
            _ => format!("{} of {all}", counted(count, "change")),
        });
        if count > 0 && !self.is_about_something() {
            context.console.hint("what a change did: twosource history --change NUMBER");
        }
        Ok(())
    }
}

/// The changes that are told.
struct Told<'s> {
    store: &'s Store,
    outside: Option<PastOutside<'s>>,
    numbers: Vec<i64>,
}

impl Told<'_> {
    /// A change, as it may be seen.
    fn past(&self, number: i64) -> Result<Past> {
        let past = self.store.past(number)?;
        match &self.outside {
            Some(outside) => outside.past(past),
            None => Ok(past),
        }
    }
}

/// A line for each change.
fn write_table(context: &mut Context, told: &Told<'_>) -> Result<()> {
    for (position, some) in told.numbers.chunks(AT_ONCE).enumerate() {
        let mut table = Table::new([
            Column::number("change"),
            Column::whole("when (UTC)"),
            Column::text("who"),
            Column::whole("what"),
            Column::text("of what"),
        ]);
        if position > 0 {
            table = table.headless();
        }
        for number in some {
            let past = told.past(*number)?;
            table.row([
                Cell::styled(past.number, Style::Bold),
                Cell::plain(diff::moment(&past.at)),
                Cell::plain(&past.actor),
                Cell::plain(&past.action),
                Cell::plain(diff::in_a_line(&past)),
            ]);
        }
        context.console.table(&table)?;
    }
    Ok(())
}

fn write_diffs(context: &mut Context, told: &Told<'_>) -> Result<()> {
    for (position, number) in told.numbers.iter().enumerate() {
        if position > 0 {
            context.console.data("")?;
        }
        tell(context, &told.past(*number)?)?;
    }
    Ok(())
}

/// An array, of which each change is written as it is read.
fn write_json(context: &mut Context, told: &Told<'_>) -> Result<()> {
    if told.numbers.is_empty() {
        return context.console.document("[]\n");
    }
    for (position, number) in told.numbers.iter().enumerate() {
        let text = json_text(&ShownChange::new(&told.past(*number)?))?;
        let indented: Vec<String> = text.lines().map(|line| format!("  {line}")).collect();
        let start = if position == 0 { "[\n" } else { ",\n" };
        context.console.document(&format!("{start}{}", indented.join("\n")))?;
    }
    context.console.document("\n]\n")
}

/// A row for each field that differs, or one for a change that keeps none.
fn write_csv(context: &mut Context, told: &Told<'_>) -> Result<()> {
    let none: [[&str; HEADINGS.len()]; 0] = [];
    let heading = csv_text(&HEADINGS, none)?;
    context.console.document(&heading)?;
    for number in &told.numbers {
        let past: Past = told.past(*number)?;
        let text = csv_text(&HEADINGS, rows(&past))?;
        context.console.document(text.strip_prefix(&heading).unwrap_or(&text))?;
    }
    Ok(())
}
