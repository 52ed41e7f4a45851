//! Names that came in by another spelling.

use std::fmt::Display;

use super::context::Context;
use super::wording::counted;
use crate::domain::{Credit, Name};
use crate::error::Result;
use crate::store::Store;

/// How many are named one by one.
const NAMED: usize = 20;

/// Says which names were known by another spelling, and what was written for each.
pub(super) fn tell<T: Display, U: Display>(
    context: &mut Context,
    names: impl ExactSizeIterator<Item = (T, U)>,
    dry_run: bool,
) {
    let count = names.len();
    if count == 0 {
        return;
    }
    let (was, written) = if dry_run { ("is", "would be written") } else { ("was", "was written") };
    let was = match (count, was) {
        (1, was) => was,
        (_, "is") => "are",
        _ => "were",
    };
    let names_are = counted(count, "name");
    context.console.status(format!("{names_are} {was} known by another spelling:"));
    for (given, name) in names.take(NAMED) {
        context.console.status(format!("  {given}: {written} {name}"));
    }
    if count > NAMED {
        context.console.status(format!("  and {} more", count - NAMED));
    }
}

/// The given credits that the casebook knows by another spelling, with what is written for each.
pub(super) fn known<'a>(
    store: &Store,
    credits: impl IntoIterator<Item = &'a Credit>,
) -> Result<Vec<(Name, Name)>> {
    let mut known = Vec::new();
    for credit in credits.into_iter().filter(|credit| !credit.unnamed) {
        if let Some(name) = store.name_written_for(&credit.name)? {
            known.push((credit.name.clone(), name));
        }
    }
    known.dedup();
    Ok(known)
}

/// Says the same of names that the casebook knows; none that a message may not say.
pub(super) fn tell_known(
    context: &mut Context,
    store: &Store,
    known: Vec<(Name, Name)>,
) -> Result<()> {
    let told = |(given, name): (Name, Name)| Ok((given, store.told_name(&name)?));
    let told = known.into_iter().map(told).collect::<Result<Vec<_>>>()?;
    tell(context, told.into_iter(), false);
    Ok(())
}
