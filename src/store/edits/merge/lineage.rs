//! Where two sources come from that are made one, and what comes from them.

use super::super::super::change::Change;
use super::super::super::{Store, lineage};
use super::super::lineage::circle;
use super::Merged;
use crate::domain::{Key, Lineage, LineageState, Settled, Source, shell_word};
use crate::error::{Error, Result};

/// The lineage of a source, leaving aside that it comes from the other one of the two. A source that is
/// derived for no other reason is one of which nothing is known.
pub(super) fn state_without(store: &Store, source: &Source, other: &Key) -> Result<LineageState> {
    let rows = store.origins_of(&source.key)?;
    let only_from_it = !rows.is_empty() && rows.iter().all(|row| row.origin == *other);
    Ok(if only_from_it { LineageState::Unknown } else { source.lineage })
}

/// An error where one of the two is said to be original and the other to be derived.
pub(super) fn refuse_contradiction(store: &Store, one: &Source, other: &Source) -> Result<()> {
    let is = |source: &Source, state| source.lineage == state;
    let (original, derived) =
        if is(one, LineageState::Original) { (one, other) } else { (other, one) };
    if !is(original, LineageState::Original) || !is(derived, LineageState::Derived) {
        return Ok(());
    }
    let rows = store.origins_of(&derived.key)?;
    let said = match rows.iter().find(|row| row.origin != original.key) {
        Some(row) => format!("{} `{}`", row.relation, row.origin),
        None => "is said to be derived".to_owned(),
    };
    Err(Error::invalid(format!(
        "`{}` is said to be original, but `{}` {said}: they cannot be one like that",
        original.key, derived.key
    ))
    .hint(format!(
        "say first which of it is right; if it is no original: twosource source edit {} --lineage unknown",
        shell_word(&original.key)
    )))
}

/// An error that spells out a circle that would be closed because two sources become one.
pub(super) fn refuse_circle(store: &Store, kept: &Key, gone: &Key) -> Result<()> {
    for (start, end) in [(kept, gone), (gone, kept)] {
        for row in store.origins_of(start)?.iter().filter(|row| row.origin != *end) {
            if let Some(mut way) = store.way(&row.origin, end, Some(start))? {
                // The last step leads to what is one with the first.
                if let Some(last) = way.last_mut() {
                    last.clone_from(start);
                }
                return Err(circle(start, &way));
            }
        }
    }
    Ok(())
}

/// Puts into a change that lineage rows name the source that is kept where they name the other one.
pub(super) fn move_to_source(
    store: &Store,
    change: &mut Change,
    merged: &mut Merged,
) -> Result<()> {
    let (kept, gone) = (merged.kept.clone(), merged.gone.clone());
    let swap = |key: &Key| if *key == gone { kept.clone() } else { key.clone() };
    let mut moved = 0;
    for old in store.origins_of(&gone)?.into_iter().chain(store.derived_from(&gone)?) {
        let new = Lineage { source: swap(&old.source), origin: swap(&old.origin), ..old.clone() };
        lineage::delete(change, &old)?;
        let said = format!("{} {} {}", old.source, old.relation, old.origin);
        if new.source == new.origin {
            merged.folded.push(format!("taken off: that {said}"));
            continue;
        }
        let same = |known: &&Lineage| known.origin == new.origin && known.relation == new.relation;
        match store.origins_of(&new.source)?.iter().find(same) {
            None => {
                moved += 1;
                lineage::insert(change, &new)?;
            }
            Some(known) => {
                merged.folded.push(format!("entered for both, kept once: that {said}"));
                fold(change, known, new, merged)?;
            }
        }
    }
    merged.count("lineage row", moved);
    Ok(())
}

/// A row that is there already keeps its note, or takes that of the other where it has none.
fn fold(change: &mut Change, known: &Lineage, new: Lineage, merged: &mut Merged) -> Result<()> {
    match (&known.note, &new.note) {
        (None, Some(_)) => {
            lineage::delete(change, known)?;
            lineage::insert(change, &new)?;
        }
        (Some(kept), Some(dropped)) if kept != dropped => merged.settled.push(Settled {
            field: format!("note of {} {} {}", new.source, new.relation, new.origin),
            kept: kept.clone(),
            dropped: Some(dropped.clone()),
        }),
        _ => {}
    }
    Ok(())
}
