//! Who edits what somebody else wrote hears what was replaced, and whose it was.

use super::context::Context;
use super::history::shown_briefly;
use crate::domain::Confidentiality;
use crate::error::Result;
use crate::store::Store;
use crate::store::history::Edited;

/// Tells what the last change of a record has put in the place of what others wrote.
pub(crate) fn tell(context: &mut Context, store: &Store, record: Edited<'_>) -> Result<()> {
    let replaced = store.replaced(record)?;
    let told = context.console.surroundings().stderr_is_terminal || is_open(store, record)?;
    for one in &replaced {
        let (before, after) = shown_briefly(&one.before, one.after.as_ref());
        let (who, day, change, field) = (&one.by.actor, one.by.at.day(), one.change, &one.field);
        let values = if told { format!(": {before} → {after}") } else { String::new() };
        context.console.status(format!(
            "you replaced what {who} wrote on {day} (change {change}), {field}{values}"
        ));
    }
    if !replaced.is_empty() {
        context.console.hint("to put it back: twosource undo");
    }
    Ok(())
}

/// Whether it is a record that may be told outside.
fn is_open(store: &Store, record: Edited<'_>) -> Result<bool> {
    let key = match record {
        Edited::Claim(_) => return Ok(true),
        Edited::Source(key) => key.to_owned(),
        Edited::Citation(number) => store.citation(number)?.record.source.into(),
    };
    Ok(store.source(&key)?.record.confidentiality == Confidentiality::Open)
}
