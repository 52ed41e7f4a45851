//! Who edits what somebody else wrote hears what was replaced, and whose it was.

use super::context::Context;
use super::history::shown_briefly;
use crate::error::Result;
use crate::store::Store;
use crate::store::history::Edited;

/// Tells what the last change of a record has put in the place of what others wrote.
pub(crate) fn tell(context: &mut Context, store: &Store, record: Edited<'_>) -> Result<()> {
    let replaced = store.replaced(record)?;
    for one in &replaced {
        let (before, after) = shown_briefly(&one.before, one.after.as_ref());
        let (who, day, change, field) = (&one.by.actor, one.by.at.day(), one.change, &one.field);
        context.console.status(format!(
            "you replaced what {who} wrote on {day} (change {change}), {field}: {before} → {after}"
        ));
    }
    if !replaced.is_empty() {
        context.console.hint("to put it back: twosource undo");
    }
    Ok(())
}
