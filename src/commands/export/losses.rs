//! What a format could not hold.

use crate::commands::context::Context;
use crate::error::{Error, Result};
use crate::exchange::library::Losses;

/// Tells what the format of this title cannot hold of so many `records`; an error if it must hold
/// everything.
pub(super) fn tell(
    context: &mut Context,
    title: &str,
    records: &str,
    losses: &Losses,
    strict: bool,
) -> Result<()> {
    if losses.is_empty() {
        return Ok(());
    }
    let fields: Vec<_> = losses.iter().map(|(field, count)| format!("{field} ({count})")).collect();
    let lost = format!("{title} cannot hold, by number of {records}: {}", fields.join(", "));
    if strict {
        return Err(Error::invalid(lost)
            .hint("leave --strict out, or write a case folder: it holds everything"));
    }
    context.console.warning(&lost);
    Ok(())
}
