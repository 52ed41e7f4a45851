//! Taking back what a change did, as a new change.
//!
//! The records before and after a change are in the history: what it added goes, what it removed comes
//! back, what it changed is as before. That is refused where a record is not as the change left it, or
//! where something else leans on a record that would go, so that nobody's later work is lost. A new key
//! is the exception: what names the record follows the key back, whenever it came.

mod import;
mod kept;
mod later;
mod lean;
mod plan;
mod row;

use super::super::change::{Change, Signature};
use super::super::engine::{Engine, params};
use super::super::history::{Difference, Past, differences};
use super::super::{Store, evidence, seal};
use super::rekey;
use crate::error::{Error, ErrorKind, Result};
use kept::Kept;
use later::Undoing;
use plan::Plan;

/// What was taken back.
#[derive(Debug, Clone)]
pub struct Undone {
    /// The change that was undone.
    pub past: Past,
    /// The number of the change that did it; the one that would have, where it was only asked.
    pub number: i64,
    /// What that makes different.
    pub differences: Vec<Difference>,
}

/// Which change is to be undone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undo {
    /// The one with this number.
    Change(i64),
    /// The last one that is no undoing and was not undone; it must be of who undoes it.
    Last,
}

impl Store {
    /// Undoes a change, as a new change.
    ///
    /// Fails where there is no such change, where it was undone already, and where later changes lean
    /// on it; that error names the first of these.
    pub fn undo(&self, signature: &Signature, which: Undo) -> Result<Undone> {
        self.change(signature, |store| store.undoing(signature, which))
    }

    /// The same, but nothing is changed.
    pub fn rehearse_undo(&self, signature: &Signature, which: Undo) -> Result<Undone> {
        self.in_snapshot(|store| store.undoing(signature, which).map(|(_, undone)| undone))
    }

    fn undoing(&self, signature: &Signature, which: Undo) -> Result<(Change, Undone)> {
        let number = match which {
            Undo::Change(number) => number,
            Undo::Last => self.last_to_undo(&signature.actor)?,
        };
        let past = self.past(number)?;
        self.require_undoable(&past)?;
        let mut change = Change::new(action(number));
        let undoing = Undoing { store: self, past: &past };
        if !self.turn_keys_back(&mut change, &undoing)? {
            let plan = Plan::of(&undoing)?;
            lean::check(&undoing, &plan)?;
            plan.put_into(self, &mut change)?;
        }
        for name in self.names_in_change(number)? {
            change.about("creator", &name);
        }
        let differences = change.differences();
        Ok((change, Undone { past, number: self.head()?.next()?, differences }))
    }

    fn require_undoable(&self, past: &Past) -> Result<()> {
        let number = past.number;
        if past.action == seal::ACTION {
            return Err(Error::invalid(format!(
                "change {number} took names out of the casebook for good: that cannot be undone"
            ))
            .hint("a change before or after it is undone by its number: twosource undo CHANGE"));
        }
        if past.redacted {
            return Err(Error::invalid(format!(
                "change {number} was redacted: what it did is not kept in full any more"
            ))
            .hint("enter by hand what it should be"));
        }
        if let Some(by) = self.undone_by(number)? {
            return Err(Error::new(
                ErrorKind::Conflict,
                format!("change {number} is undone already, by change {by}"),
            )
            .hint(format!("to do it again, undo that one: twosource undo {by}")));
        }
        if past.differences.is_empty() && past.counts.is_empty() {
            return Err(Error::invalid(format!(
                "change {number} ({}) changed no record: there is nothing to undo",
                past.action
            ))
            .hint("`twosource history` shows what each change did"));
        }
        Ok(())
    }

    /// The change that undid this one, unless that is undone itself.
    fn undone_by(&self, number: i64) -> Result<Option<i64>> {
        let sql = "SELECT coalesce(max(id), 0) AS number FROM change WHERE action = :action";
        match self.number(sql, params! { action: action(number) })? {
            0 => Ok(None),
            by if self.undone_by(by)?.is_some() => Ok(None),
            by => Ok(Some(by)),
        }
    }

    fn last_to_undo(&self, actor: &str) -> Result<i64> {
        let mut last = None;
        // From the end of the history back, a piece at a time.
        let sql = "SELECT id, actor FROM change WHERE action NOT LIKE 'undo %' AND id < :before
                   AND NOT (before IS NULL AND coalesce(after, '') LIKE '[{\"disclosed\":%')
                   ORDER BY id DESC LIMIT 20";
        let mut before = i64::MAX;
        loop {
            let mut some = Vec::new();
            self.engine.query(sql, params! { before: before }, &mut |row| {
                some.push((row.integer("id")?, row.text("actor")?));
                Ok(())
            })?;
            let Some((oldest, _)) = some.last() else { break };
            before = *oldest;
            for (number, by) in some {
                if last.is_none() && self.undone_by(number)?.is_none() {
                    last = Some((number, by));
                }
            }
            if last.is_some() {
                break;
            }
        }
        match last {
            None => Err(Error::not_found("there is nothing to undo")
                .hint("`twosource history` shows what was done")),
            Some((number, by)) if by != actor => Err(Error::new(
                ErrorKind::Conflict,
                format!("the last change, {number}, was made by {by}"),
            )
            .hint(format!("to undo it all the same, name it: twosource undo {number}"))),
            Some((number, _)) => Ok(number),
        }
    }

    /// Undoes a change that gave a claim or source another key. Returns whether it was one.
    fn turn_keys_back(&self, change: &mut Change, undoing: &Undoing<'_>) -> Result<bool> {
        for one in &undoing.past.differences {
            let (Some(before), Some(after)) = (&one.before, &one.after) else { continue };
            match (Kept::read(before)?, Kept::read(after)?) {
                (Kept::Source(old), Kept::Source(new)) if old.key != new.key => {
                    undoing.require_as_left(&Kept::Source(new.clone()))?;
                    undoing.require_free(&Kept::Source(old.clone()))?;
                    rekey::source(self, change, &new.key, &old.key)?;
                    evidence::follow_rename(self, change, &new.key, &old.key)?;
                    super::super::source::update(change, &new, &old)?;
                    return Ok(true);
                }
                (Kept::Claim(old), Kept::Claim(new)) if old.key != new.key => {
                    undoing.require_as_left(&Kept::Claim(new.clone()))?;
                    undoing.require_free(&Kept::Claim(old.clone()))?;
                    rekey::claim(self, change, &new.key, &old.key)?;
                    super::super::claim::update(change, &new, &old)?;
                    return Ok(true);
                }
                _ => {}
            }
        }
        Ok(false)
    }

    /// The names that a change was about.
    pub(in super::super) fn names_in_change(&self, number: i64) -> Result<Vec<String>> {
        let sql =
            "SELECT key AS text FROM change_subject WHERE entity = 'creator' AND change_id = :id";
        self.texts(sql, params! { id: number })
    }
}

/// What history calls the undoing of a change, as the command is typed.
fn action(number: i64) -> String {
    format!("undo {number}")
}

impl Change {
    /// What it makes different.
    pub(super) fn differences(&self) -> Vec<Difference> {
        let (before, after) = self.records();
        differences(before.to_vec(), after.to_vec())
    }
}
