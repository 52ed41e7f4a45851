//! What is said where something is removed, or cannot be because other records lean on it.

use super::context::Context;
use super::tree::Outcome;
use super::wording::counted;
use crate::error::{Error, ErrorKind, Result};
use crate::store::edits::Removal;

/// How many records are named one by one.
const NAMED: usize = 20;

/// Tells what became of a removal; `what` is `claim c12`, `advice` what to do where it was refused.
///
/// # Errors
/// Where it was refused.
pub(crate) fn tell(
    context: &mut Context,
    what: &str,
    advice: &str,
    removal: Removal,
) -> Result<Outcome> {
    match removal {
        Removal::Done(gone) if gone.is_empty() => {
            context.console.status(format!("removed {what}"));
            Ok(Outcome::Done)
        }
        Removal::Done(gone) => {
            context.console.status(format!("removed {what}, and with it {}", named(&gone)));
            Ok(Outcome::Done)
        }
        Removal::Refused(leaning) => {
            let lean = if leaning.len() == 1 { "leans" } else { "lean" };
            let records = counted(leaning.len(), "record");
            let message =
                format!("{what} was not removed: {records} {lean} on it, {}", named(&leaning));
            Err(Error::new(ErrorKind::Conflict, message).hint(advice))
        }
    }
}

fn named(records: &[String]) -> String {
    let mut names = records.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
    if records.len() > NAMED {
        names.push_str(&format!("; and {} more", records.len() - NAMED));
    }
    names
}
