//! Why a change cannot be undone: what was done since.

use std::collections::HashSet;

use super::super::super::Store;
use super::super::super::history::Past;
use super::kept::{Kept, Row};
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
                let since = self.changed_by(record, Some(row.version))?;
                let reason = format!("{} was changed since", record.called());
                Err(self.with_all_since(self.refuse(&reason, since), record)?)
            }
            None => {
                let since = self.changed_by(record, None)?;
                let reason = format!("{} is not there any more", record.called());
                Err(self.with_all_since(self.refuse(&reason, since), record)?)
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
                Err(self.refuse(&reason, Some(row.version)))
            }
        }
    }

    /// The first change after this one that found the record as it left it; else the one that wrote it
    /// last, else the last one about it.
    fn changed_by(&self, record: &Kept, version: Option<i64>) -> Result<Option<i64>> {
        let mut later = std::collections::BTreeSet::new();
        for (entity, key) in record.subjects() {
            later.extend(self.store.changes_about(entity, key, self.past.number)?);
        }
        for number in &later {
            let (before, _) = self.store.payload(*number)?;
            let same = |json| Kept::read(json).is_ok_and(|kept| kept.is(record));
            if before.iter().any(same) {
                return Ok(Some(*number));
            }
        }
        let version = version.filter(|version| *version > self.past.number);
        Ok(version.or(later.last().copied()))
    }

    /// The error, with all later changes of the record in the order in which they can be taken back,
    /// where there are several.
    fn with_all_since(&self, error: Error, record: &Kept) -> Result<Error> {
        let since = self.standing_since(record)?;
        if since.len() < 2 {
            return Ok(error);
        }
        let named: Vec<String> =
            since.iter().rev().take(NAMED).map(|it| format!("twosource undo {it}")).collect();
        let rest = match since.first() {
            Some(first) if since.len() > NAMED => format!(", and so on, back to change {first}"),
            _ => String::new(),
        };
        Ok(error.hint(format!(
            "{} later changes of it have to be taken back first, the latest before the others: {}{rest}",
            since.len(),
            named.join(", ")
        )))
    }

    /// The changes after this one that wrote the record or took it away, but for those that were undone.
    fn standing_since(&self, record: &Kept) -> Result<Vec<i64>> {
        let mut later = std::collections::BTreeSet::new();
        for (entity, key) in record.subjects() {
            later.extend(self.store.changes_about(entity, key, self.past.number)?);
        }
        let mut standing = Vec::new();
        for number in later {
            let (before, after) = self.store.payload(number)?;
            let called = record.called();
            let mut records = before.iter().chain(&after);
            let (_, action) = self.store.made(number)?;
            let undoes = action.strip_prefix("undo ").and_then(|it| it.parse::<i64>().ok());
            if self.store.undone_by(number)?.is_none()
                && undoes.is_none_or(|undone| undone < self.past.number)
                && records.any(|it| Kept::read(it).is_ok_and(|kept| kept.called() == called))
            {
                standing.push(number);
            }
        }
        Ok(standing)
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
            Some((since, _)) => format!(
                "see what was done since: twosource history --change {since}; to take that back \
                 first: twosource undo {since}"
            ),
        };
        Error::new(ErrorKind::Conflict, message).hint(hint)
    }
}
