//! Why a change cannot be undone: what was done since.

use std::collections::{BTreeSet, HashSet};

use super::super::super::history::Past;
use super::super::super::{Store, seal};
use super::kept::Kept;
use super::row::Row;
use crate::error::{Error, ErrorKind, Result};

/// How many later changes are named one by one.
const NAMED: usize = 5;

/// A change that is to be undone.
pub(super) struct Undoing<'a> {
    pub(super) store: &'a Store,
    pub(super) past: &'a Past,
}

impl Undoing<'_> {
    /// The row of a record that the change wrote; an error where it is not as the change left it.
    pub(super) fn require_as_left(&self, record: &Kept) -> Result<Row> {
        self.require_as_left_besides(record, &HashSet::new())
    }

    /// The same for one of several records: of reviews that say the same, each is found once. `taken` has
    /// the numbers of the rows of those that were found.
    pub(super) fn require_as_left_besides(
        &self,
        record: &Kept,
        taken: &HashSet<i64>,
    ) -> Result<Row> {
        match record.find_besides(self.store, taken)? {
            Some(row) if row.kept.is(record) => Ok(row),
            Some(row) => {
                let reason = format!("{} was changed since", record.called());
                Err(self.refuse_for(record, &reason, Some(row.version))?)
            }
            None => {
                let reason = format!("{} is not there any more", record.called());
                Err(self.refuse_for(record, &reason, None)?)
            }
        }
    }

    /// An error where something stands in the place of a record that is to come back.
    pub(super) fn require_free(&self, record: &Kept) -> Result<()> {
        match record.find(self.store)? {
            None => Ok(()),
            Some(row) if row.kept.stands_beside(record) => Ok(()),
            Some(row) => {
                let reason = format!("there is {} again", row.kept.called());
                Err(self.refuse_for(&row.kept, &reason, Some(row.version))?)
            }
        }
    }

    /// The error that says why, with all later changes of the record in the order in which they can be
    /// taken back, where there are several. `version` is the change that wrote it last.
    pub(super) fn refuse_for(
        &self,
        record: &Kept,
        reason: &str,
        version: Option<i64>,
    ) -> Result<Error> {
        let later = self.standing_about(record)?;
        let mut since = Vec::new();
        for number in &later {
            if self.touches(*number, record)? {
                since.push(*number);
            }
        }
        let Some(first) = since.first() else {
            // Not every change keeps all that it wrote: the one that wrote it last, or was about it.
            let wrote = match version {
                Some(number) if self.stands(number)? => version,
                _ => later.last().copied(),
            };
            return Ok(self.refuse(reason, wrote));
        };
        let error = self.refuse(reason, Some(*first));
        if since.len() < 2 {
            return Ok(error);
        }
        let named: Vec<String> =
            since.iter().rev().take(NAMED).map(|it| format!("twosource undo {it}")).collect();
        let rest = match since.len() {
            ..=NAMED => String::new(),
            _ => format!(", and so on, back to change {first}"),
        };
        Ok(error.hint(format!(
            "{} later changes of it have to be taken back first, the latest before the others: {}{rest}",
            since.len(),
            named.join(", ")
        )))
    }

    /// The changes after this one that are about the record and stand.
    fn standing_about(&self, record: &Kept) -> Result<Vec<i64>> {
        let mut later = BTreeSet::new();
        for (entity, key) in record.subjects() {
            later.extend(self.store.changes_about(entity, key, self.past.number)?);
        }
        if let Some(kind) = record.setting() {
            for number in self.store.changes_holding(kind, self.past.number)? {
                if self.touches(number, record)? {
                    later.insert(number);
                }
            }
        }
        let mut standing = Vec::new();
        for number in later {
            if self.stands(number)? {
                standing.push(number);
            }
        }
        Ok(standing)
    }

    /// Whether a later change was not undone, and is not itself the undoing of a later one: to take that
    /// back would do again what has to be undone.
    fn stands(&self, number: i64) -> Result<bool> {
        let number = Some(number).filter(|number| *number > self.past.number);
        let Some(number) = number else { return Ok(false) };
        let (_, action) = self.store.made(number)?;
        let undoes = action.strip_prefix("undo ").and_then(|it| it.parse::<i64>().ok());
        let goes_back = undoes.is_none_or(|undone| undone < self.past.number);
        Ok(goes_back && self.store.undone_by(number)?.is_none())
    }

    /// Whether a change wrote the record or took it away.
    fn touches(&self, number: i64, record: &Kept) -> Result<bool> {
        let called = record.called();
        let (before, after) = self.store.payload(number)?;
        let is_it = |kept: Kept| kept.called() == called || kept.is(record);
        Ok(before.iter().chain(&after).any(|json| Kept::read(json).is_ok_and(is_it)))
    }

    /// The error that says why, and which later change is to blame.
    pub(super) fn refuse(&self, reason: &str, since: Option<i64>) -> Error {
        let number = self.past.number;
        let since = since.filter(|since| *since > number);
        let made = since.and_then(|since| Some((since, self.store.made(since).ok()?)));
        let message = match &made {
            None => format!("change {number} was not undone: {reason}"),
            Some((since, (by, action))) => format!(
                "change {number} was not undone: {reason} (change {since}, {action} by {}, {})",
                by.actor,
                by.at.day()
            ),
        };
        let hint = match made {
            None => format!("`twosource history --change {number}` shows what it did"),
            Some((since, (_, action))) if action == seal::ACTION => format!(
                "change {since} took names out for good and cannot be taken back: enter by hand what it \
                 should be"
            ),
            Some((since, _)) => format!(
                "see what was done since: twosource history --change {since}; to take that back \
                 first: twosource undo {since}"
            ),
        };
        Error::new(ErrorKind::Conflict, message).hint(hint)
    }
}
