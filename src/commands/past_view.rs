//! The history as a command may show it: as it is, or as those outside may see it.

use super::context::Context;
use super::disclosure::{Disclosure, Target, Withheld};
use super::names::Guard;
use crate::error::Result;
use crate::store::Store;
use crate::transfer::PastOutside;

/// What of the past `command` may show there; `None` where it is shown as it is.
///
/// # Errors
/// As [`Disclosure::shows_all`].
pub(crate) fn past_outside<'s>(
    context: &mut Context,
    store: &'s Store,
    disclosure: &Disclosure,
    target: Target<'_>,
    command: &str,
) -> Result<Option<PastOutside<'s>>> {
    if target.stays_here(context) {
        return Ok(None);
    }
    let Some(outside) = PastOutside::of(store)? else { return Ok(None) };
    let (confidential, background) = outside.counts();
    let withheld = Withheld { confidential, background };
    if disclosure.shows(context, withheld, target, command)? {
        return Ok(None);
    }
    if let Some(secrets) = outside.secrets()? {
        let guard = Guard::of(secrets, context, disclosure, target, command);
        context.set_guard(guard);
    }
    Ok(Some(outside))
}
