//! What is said after a creator's name was mended.

use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::Key;
use crate::error::Result;
use crate::store::Store;

/// How many sources are named one by one.
const NAMED: usize = 20;

/// Says in which sources the name is another now, and which claims changed their level by it.
pub(crate) fn tell(
    context: &mut Context,
    store: &Store,
    what: &str,
    sources: &[Key],
    levels: LevelChanges,
) -> Result<Outcome> {
    if sources.is_empty() {
        context.console.status("nothing to change: every source has the name like that already");
        return Ok(Outcome::Done);
    }
    let mut names = sources.iter().take(NAMED).map(Key::as_str).collect::<Vec<_>>().join(", ");
    if sources.len() > NAMED {
        names.push_str(&format!(", and {} more", sources.len() - NAMED));
    }
    context.console.status(format!("{what} in {}: {names}", counted(sources.len(), "source")));
    levels.tell(context, store)?;
    Ok(Outcome::Done)
}
