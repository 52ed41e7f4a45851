//! What is done to undo a change, in an order in which every reference holds at every step.

use std::collections::HashSet;

use super::super::super::Store;
use super::super::super::change::Change;
use super::super::super::{citation, claim, source};
use super::kept::Kept;
use super::later::Undoing;
use super::row::Row;
use crate::error::Result;

/// What goes, what comes back, and what becomes what it was.
#[derive(Default)]
pub(super) struct Plan {
    pub(super) removed: Vec<Row>,
    pub(super) restored: Vec<Kept>,
    pub(super) changed: Vec<(Row, Kept)>,
}

impl Plan {
    /// The plan for a change; an error where a record is not as the change left it.
    pub(super) fn of(undoing: &Undoing<'_>) -> Result<Plan> {
        let mut plan = Plan::default();
        let mut reviews = HashSet::new();
        let mut as_left = |record: &Kept| -> Result<Row> {
            let row = undoing.require_as_left_besides(record, &reviews)?;
            if matches!(row.kept, Kept::Review(_)) {
                reviews.insert(row.id);
            }
            Ok(row)
        };
        for one in &undoing.past.differences {
            match (&one.before, &one.after) {
                (Some(before), Some(after)) => {
                    let row = as_left(&Kept::read(after)?)?;
                    plan.changed.push((row, Kept::read(before)?));
                }
                (None, Some(after)) => {
                    plan.removed.push(as_left(&Kept::read(after)?)?);
                }
                (Some(before), None) => plan.restored.push(Kept::read(before)?),
                (None, None) => {}
            }
        }
        plan.removed.extend(undoing.brought_in(&plan)?);
        Ok(plan)
    }

    /// Puts what is to be done into a change.
    pub(super) fn put_into(self, store: &Store, change: &mut Change) -> Result<()> {
        let mut next_number = store.next_number("citation")?;
        let Plan { removed, mut restored, changed } = self;
        release_aliases(change, removed.iter().chain(changed.iter().map(|(row, _)| row)));
        let (works, others) = in_two(removed, |row| is_work(&row.kept));
        for row in &others {
            row.delete(change)?;
        }
        let mut claims = Vec::new();
        let mut citations = Vec::new();
        let mut sources = Vec::new();
        for (row, before) in changed {
            match (&row.kept, &before) {
                (Kept::Source(_), _) => sources.push((row, before)),
                (Kept::Claim(_), _) => claims.push((row, before)),
                (Kept::Citation(_), _) => citations.push((row, before)),
                _ => {
                    row.delete(change)?;
                    restored.push(before);
                }
            }
        }
        let (restored_sources, rest) = in_two(restored, |kept| matches!(kept, Kept::Source(_)));
        let (restored_claims, rest) = in_two(rest, |kept| matches!(kept, Kept::Claim(_)));
        for kept in &restored_sources {
            kept.insert(change, &mut next_number)?;
        }
        for (row, before) in sources.iter().chain(&claims) {
            update(change, row, before)?;
        }
        for kept in &restored_claims {
            kept.insert(change, &mut next_number)?;
        }
        for (row, before) in &citations {
            update(change, row, before)?;
        }
        // Claims may appear in sources: they go first.
        let (claims, sources) = in_two(works, |row| matches!(row.kept, Kept::Claim(_)));
        for row in claims.iter().chain(&sources) {
            row.delete(change)?;
        }
        rest.iter().try_for_each(|kept| kept.insert(change, &mut next_number))
    }
}

/// Frees the other keys of the sources that go or become different: one may come to mean another of them.
fn release_aliases<'r>(change: &mut Change, rows: impl Iterator<Item = &'r Row>) {
    for row in rows {
        if let Kept::Source(record) = &row.kept {
            source::release_aliases(change, record);
        }
    }
}

fn is_work(kept: &Kept) -> bool {
    matches!(kept, Kept::Source(_) | Kept::Claim(_))
}

fn in_two<T>(all: Vec<T>, first: impl Fn(&T) -> bool) -> (Vec<T>, Vec<T>) {
    all.into_iter().partition(first)
}

/// Puts into a change that a row becomes what it was.
fn update(change: &mut Change, row: &Row, before: &Kept) -> Result<()> {
    match (&row.kept, before) {
        (Kept::Source(now), Kept::Source(before)) => source::update(change, now, before),
        (Kept::Claim(now), Kept::Claim(before)) => claim::update(change, now, before),
        (Kept::Citation(now), Kept::Citation(before)) => {
            citation::update(change, row.id, &now.citation, &before.citation)
        }
        _ => Ok(()),
    }
}
