//! What an import brought in. Its records are not kept one by one: they are the rows it wrote last.

use std::cmp::Ordering;
use std::collections::HashSet;

use super::super::super::engine::{Engine, params};
use super::kept::Kept;
use super::later::Undoing;
use super::plan::Plan;
use super::row::Row;
use crate::error::{Error, ErrorKind, Result};

/// How many records are taken back at most: they are held in memory, and kept in the history.
const MOST: u64 = 100_000;

impl Undoing<'_> {
    /// The rows that the change brought in, where it is an import; an error where one of them was
    /// changed since, or is gone. `plan` says what was there before and replaced.
    pub(super) fn brought_in(&self, plan: &Plan) -> Result<Vec<Row>> {
        let number = self.past.number;
        let mut promised: u64 = self.past.counts.iter().map(|(_, new, _)| new).sum();
        if promised > MOST {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!("change {number} brought {promised} records: that is too many to undo"),
            )
            .hint(format!(
                "more than {MOST} are not taken back one by one; restore the backup from before it"
            )));
        }
        // Waivers are replaced without a record of the new one.
        let replaced = self.past.counts.iter().filter(|(kind, _, _)| kind == "waivers");
        promised += replaced.map(|(_, _, updated)| updated).sum::<u64>();
        if promised == 0 {
            return Ok(Vec::new());
        }
        let expected = promised.saturating_sub(plan.removed.len() as u64);
        let recorded = plan.removed.iter().chain(plan.changed.iter().map(|(row, _)| row));
        let recorded: HashSet<String> = recorded.map(|row| row.kept.called()).collect();
        let mut found = self.written()?;
        found.extend(self.as_left_after_all()?);
        found.retain(|row| !recorded.contains(&row.kept.called()));
        match (found.len() as u64).cmp(&expected) {
            Ordering::Equal => Ok(found),
            Ordering::Less => Err(self.changed_since()?),
            Ordering::Greater => {
                Err(self
                    .refuse("an older twosource made it and did not keep what it replaced", None))
            }
        }
    }

    /// The rows that the change wrote last, of the kinds that an import does not keep one by one.
    fn written(&self) -> Result<Vec<Row>> {
        let (store, number) = (self.store, self.past.number);
        let mut rows = Vec::new();
        let keys = |table: &str| {
            let sql = format!("SELECT key AS text FROM {table} WHERE version = :id ORDER BY id");
            store.texts(&sql, params! { id: number })
        };
        for key in keys("source")? {
            rows.push(Row::new(store.source(&key)?, Kept::Source));
        }
        for key in keys("claim")? {
            rows.push(Row::new(store.claim(&key)?, Kept::Claim));
        }
        let mut numbers = Vec::new();
        let sql = "SELECT id FROM citation WHERE version = :id ORDER BY id";
        store.engine.query(sql, params! { id: number }, &mut |row| {
            numbers.push(row.integer("id")?);
            Ok(())
        })?;
        for number in numbers {
            rows.push(Row::citation(store.citation(number)?));
        }
        store.each_lineage_written(None, |version, row| {
            if version == number {
                rows.push(Row { id: 0, version, kept: Kept::Lineage(row) });
            }
            Ok(())
        })?;
        store.each_review(None, |row| {
            if row.version == number {
                rows.push(Row::new(row, Kept::Review));
            }
            Ok(())
        })?;
        store.each_waiver(None, |row| {
            if row.version == number {
                rows.push(Row::new(row, Kept::Waiver));
            }
            Ok(())
        })?;
        store.each_assignment(None, |row| {
            if row.version == number {
                rows.push(Row::new(row, Kept::Assignment));
            }
            Ok(())
        })?;
        Ok(rows)
    }

    /// The rows that came with the import, were written since, and stand as it left them because what
    /// was written since was undone.
    fn as_left_after_all(&self) -> Result<Vec<Row>> {
        let mut rows = Vec::new();
        for (row, wrote) in self.rewritten()? {
            if self.really_wrote(&row, wrote)? == self.past.number {
                rows.push(row);
            }
        }
        Ok(rows)
    }

    /// The change that a row stems from, where the one that wrote it last may have undone others.
    fn really_wrote(&self, row: &Row, wrote: i64) -> Result<i64> {
        let (_, action) = self.store.made(wrote)?;
        let Some(undone) = action.strip_prefix("undo ").and_then(|it| it.parse::<i64>().ok())
        else {
            return Ok(wrote);
        };
        let mut earlier = Vec::new();
        for (entity, key) in row.kept.subjects() {
            earlier.extend(self.store.changes_about(entity, key, self.past.number)?);
        }
        earlier.retain(|number| *number < undone);
        earlier.sort_unstable();
        for number in earlier.into_iter().rev() {
            let (_, after) = self.store.payload(number)?;
            if after.iter().any(|json| Kept::read(json).is_ok_and(|kept| kept.is(&row.kept))) {
                return self.really_wrote(row, number);
            }
        }
        Ok(self.past.number)
    }

    /// The rows that came with the import and were written since, each with the change that did. Imports
    /// of older releases do not say which rows came with them.
    fn rewritten(&self) -> Result<Vec<(Row, i64)>> {
        let mut found = Vec::new();
        for entity in ["source", "claim", "citation"] {
            let sql = format!(
                "SELECT {entity}.id AS number FROM {entity}, change
                 WHERE change.id = :id AND {entity}.version > :id
                   AND {entity}.id >= json_extract(change.after, '$[0].rows.{entity}[0]')
                   AND {entity}.id < json_extract(change.after, '$[0].rows.{entity}[1]')
                 ORDER BY {entity}.version"
            );
            let mut ids = Vec::new();
            self.store.engine.query(&sql, params! { id: self.past.number }, &mut |row| {
                ids.push(row.integer("number")?);
                Ok(())
            })?;
            for id in ids {
                let row = match entity {
                    "source" => self.keyed("source", id)?,
                    "claim" => self.keyed("claim", id)?,
                    _ => Some(Row::citation(self.store.citation(id)?)),
                };
                found.extend(row.map(|row| (row.version, row)).map(|(wrote, row)| (row, wrote)));
            }
        }
        Ok(found)
    }

    fn keyed(&self, entity: &str, id: i64) -> Result<Option<Row>> {
        let sql = format!("SELECT key AS text FROM {entity} WHERE id = :id");
        let Some(key) = self.store.texts(&sql, params! { id: id })?.pop() else { return Ok(None) };
        Ok(Some(match entity {
            "source" => Row::new(self.store.source(&key)?, Kept::Source),
            _ => Row::new(self.store.claim(&key)?, Kept::Claim),
        }))
    }

    /// The error that names a record that came with the import and was changed since.
    fn changed_since(&self) -> Result<Error> {
        for (row, wrote) in self.rewritten()? {
            let wrote = self.really_wrote(&row, wrote)?;
            if wrote != self.past.number {
                let reason =
                    format!("{}, which came with it, was changed since", row.kept.called());
                return Ok(self.refuse(&reason, Some(wrote)));
            }
        }
        Ok(self.refuse("a record that came with it was changed or removed since", None))
    }
}
