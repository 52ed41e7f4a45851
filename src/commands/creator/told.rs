//! Writing a creator otherwise, and what is said of it.

use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::Key;
use crate::error::Result;
use crate::store::edits::{Respelled, Respelling};
use crate::store::levels::Touched;

/// How many sources are named one by one.
const NAMED: usize = 20;

/// Writes a creator otherwise, or only says what that would do: in which sources the name is another,
/// and which claims change their level by it. The name that is written comes first.
pub(super) fn respell(
    context: &mut Context,
    names: [String; 2],
    how: &Respelling,
    dry_run: bool,
) -> Result<Outcome> {
    let [new, old] = &names;
    let signature = context.signature()?;
    let store = context.write()?;
    let levels = LevelChanges::watch(context, &store, &Touched::names([new, old]))?;
    if dry_run {
        store.rehearse_respelling(&signature, how, |then, respelled| {
            if tell(context, &names, respelled, "would be") {
                levels.tell_rehearsed(context, then)?;
            }
            Ok(())
        })?;
        context.console.hint("nothing was changed; leave --dry-run out to do it");
        return Ok(Outcome::Done);
    }
    let respelled = store.respell_creator(&signature, how)?;
    if tell(context, &names, &respelled, "is now") {
        levels.tell(context, &store)?;
    }
    Ok(Outcome::Done)
}

/// Says in which sources the name is another; returns whether in any.
fn tell(context: &mut Context, names: &[String; 2], respelled: &Respelled, be: &str) -> bool {
    let ([new, old], sources) = (names, &respelled.sources);
    if sources.is_empty() {
        context.console.status("nothing to change: every source has the name like that already");
        return false;
    }
    let mut keys = sources.iter().take(NAMED).map(Key::as_str).collect::<Vec<_>>().join(", ");
    if sources.len() > NAMED {
        keys.push_str(&format!(", and {} more", sources.len() - NAMED));
    }
    let count = counted(sources.len(), "source");
    context.console.status(format!("{old} {be} {new} in {count}: {keys}"));
    if respelled.kept {
        let be = if be == "is now" { "is" } else { be };
        context.console.status(format!("{old} {be} kept as another spelling of {new}"));
    }
    true
}
