//! Citations of two records that are made one.

use super::super::super::change::Change;
use super::super::super::source::Stored;
use super::super::super::{Citations, Store, citation};
use super::Merged;
use crate::domain::{Citation, Key, check_citation};
use crate::error::Result;

/// What the citations of one claim say, while some of them become different.
pub(super) struct Recited {
    said: Vec<Stored<Citation>>,
}

impl Recited {
    /// For citations that are to stand beside these.
    pub(super) fn beside(said: Vec<Stored<Citation>>) -> Self {
        Recited { said }
    }

    /// Puts into a change that a citation says `new`; or that it goes, where another one says that.
    /// Returns whether it stays.
    pub(super) fn put(
        &mut self,
        change: &mut Change,
        old: &Stored<Citation>,
        new: Citation,
        merged: &mut Merged,
    ) -> Result<bool> {
        if let Some(same) = self.said.iter().find(|known| known.record == new) {
            merged.folded.push(format!(
                "citation {} says the same as citation {}: folded into that one",
                old.id, same.id
            ));
            citation::delete(change, old.id, &old.record)?;
            return Ok(false);
        }
        check_citation(&new)?;
        citation::update(change, old.id, &old.record, &new)?;
        self.said.push(Stored { record: new, ..*old });
        Ok(true)
    }

    /// What is said when all is done.
    pub(super) fn into_said(self) -> Vec<Citation> {
        self.said.into_iter().map(|row| row.record).collect()
    }
}

/// Puts into a change that citations name the source that is kept where they name the other one.
pub(super) fn move_to_source(
    store: &Store,
    change: &mut Change,
    merged: &mut Merged,
) -> Result<()> {
    let gone = merged.gone.clone();
    let mut rows = store.citations(Citations::OfSource(&gone))?;
    let attributed = store.citations(Citations::AttributedTo(&gone))?;
    for row in attributed {
        if rows.iter().all(|known| known.id != row.id) {
            rows.push(row);
        }
    }
    let (mut cited, mut attributions) = (0, 0);
    rows.sort_by(|one, other| (&one.record.claim, one.id).cmp(&(&other.record.claim, other.id)));
    for of_claim in rows.chunk_by(|one, other| one.record.claim == other.record.claim) {
        let numbers: Vec<i64> = of_claim.iter().map(|row| row.id).collect();
        let Some(first) = of_claim.first() else { continue };
        let mut others = store.citations(Citations::OfClaim(&first.record.claim))?;
        others.retain(|row| !numbers.contains(&row.id));
        let mut recited = Recited::beside(others);
        for row in of_claim {
            let new = with_source_kept(row, merged);
            let is_attributed = row.record.attributed_to.contains(&gone)
                && new.attributed_to.contains(&merged.kept);
            if recited.put(change, row, new, merged)? {
                cited += usize::from(row.record.source == gone);
                attributions += usize::from(is_attributed);
            }
        }
    }
    merged.count("citation", cited);
    merged.count("attribution", attributions);
    Ok(())
}

/// The citation with the source that is kept in the place of the other one. An attribution to the source
/// that is cited says nothing, and goes.
fn with_source_kept(row: &Stored<Citation>, merged: &mut Merged) -> Citation {
    let (kept, gone) = (merged.kept.clone(), merged.gone.clone());
    let mut new = row.record.clone();
    let swap = |key: &mut Key| {
        if *key == gone {
            key.clone_from(&kept);
        }
    };
    swap(&mut new.source);
    new.attributed_to.iter_mut().for_each(swap);
    let mut names: Vec<Key> = Vec::new();
    for key in std::mem::take(&mut new.attributed_to) {
        if key == new.source {
            let other = if row.record.source == gone { &kept } else { &gone };
            merged.folded.push(format!(
                "taken off: that citation {} of {} is attributed to {other}",
                row.id, row.record.source
            ));
        } else if !names.contains(&key) {
            names.push(key);
        }
    }
    new.attributed_to = names;
    new
}
