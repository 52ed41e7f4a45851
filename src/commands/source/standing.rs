//! `twosource source standing`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::disclosure::Target;
use crate::commands::impact::Fall;
use crate::commands::level_changes::LevelChanges;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::domain::{Source, Standing};
use crate::error::{Error, Result};
use crate::exchange::case::MAX_CELL;
use crate::store::Store;
use crate::store::levels::Touched;
use crate::transfer::Outside;

/// Say what has become of a source: corrected, retracted, overturned …
///
/// A source that was withdrawn, retracted or overturned is no evidence any more, nor is what
/// republishes or translates it. Before that is recorded you are told which claims lose their support or
/// fall to a lower level by it; `twosource impact` tells the same and changes nothing.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source standing daily-2017 retracted --reason \"The editor found the quotes invented.\"
  twosource source standing daily-2017 active")]
pub(crate) struct SetStanding {
    /// The key of the source
    #[arg(value_name = "SOURCE")]
    key: String,

    /// What has become of it
    #[arg(value_parser = one_of(Standing::ALL, Standing::as_str))]
    standing: Standing,

    /// Why; it is added to the source's note, with the date
    #[arg(long, value_name = "TEXT")]
    reason: Option<String>,
}

impl SetStanding {
    pub(crate) fn run(mut self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let store = context.write()?;
        self.key = store.source_key(&self.key)?.into();
        let falls =
            self.standing.is_fallen() && !store.source(&self.key)?.record.standing.is_fallen();
        let levels = if falls {
            self.announce(context, &store)?;
            LevelChanges::none()
        } else {
            LevelChanges::watch(context, &store, &Touched::of_source(&self.key))?
        };
        let day: String = signature.at.as_str().chars().take("2026-11-22".len()).collect();
        let record = |source: &mut Source| self.record(source, &day);
        let changed = store.edit_source(&signature, "source standing", &self.key, record)?;
        if !changed {
            let (key, standing) = (&self.key, self.standing);
            context
                .console
                .status(format!("nothing to change: source {key} is {standing} already"));
            return Ok(Outcome::Done);
        }
        context.console.status(format!("source {} is now {}", self.key, self.standing));
        levels.tell(context, &store)?;
        Ok(Outcome::Done)
    }

    /// Says what will follow; outside the terminal as it is seen there.
    fn announce(&self, context: &mut Context, store: &Store) -> Result<()> {
        let key = store.source_key(&self.key)?;
        let outside = if Target::Table.stays_here(context) { None } else { Outside::of(store)? };
        let (seen, key) = match &outside {
            Some(outside) => (outside.store(), outside.key_of(&key)),
            None => (store, key),
        };
        let fall = seen.in_snapshot(|seen| Fall::of_source(seen, key.into()))?;
        fall.announce(context, self.standing)
    }

    fn record(&self, source: &mut Source, day: &str) -> Result<()> {
        source.standing = self.standing;
        // On one line, so that a reason cannot pass for another one.
        let reason = self.reason.as_deref().unwrap_or_default();
        let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
        if reason.is_empty() {
            return Ok(());
        }
        let line = format!("{day} {}: {reason}", self.standing);
        let note = source.note.take().unwrap_or_default();
        let note = match note.lines().next_back() {
            None => line,
            Some(last) if last == line => note,
            Some(_) => format!("{}\n{line}", note.trim_end_matches('\n')),
        };
        if note.len() > MAX_CELL {
            return Err(Error::invalid("the note of the source is full: it holds 1 MiB at most")
                .hint("shorten it with `twosource source edit --note`"));
        }
        source.note = Some(note);
        Ok(())
    }
}
