//! Who is to review which claim.

use std::collections::HashMap;

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::{Assignment, Key, same_person};
use crate::error::Result;

const SELECT: &str = "SELECT assignment.id, claim.key AS claim, assignment.reviewer,
                             assignment.assigned_by, assignment.assigned_at, assignment.version
                      FROM assignment JOIN claim ON claim.id = assignment.claim_id";

impl Store {
    /// Hands assignments on in the order in which they were entered: all, or those of one claim.
    pub fn each_assignment(
        &self,
        claim: Option<&str>,
        mut on_assignment: impl FnMut(Stored<Assignment>) -> Result<()>,
    ) -> Result<()> {
        self.try_each_assignment(claim, |assignment| on_assignment(assignment?))
    }

    /// The same, for who goes on where an assignment cannot be read.
    pub(super) fn try_each_assignment(
        &self,
        claim: Option<&str>,
        mut on_assignment: impl FnMut(std::result::Result<Stored<Assignment>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let of_claim = if claim.is_some() { "WHERE claim.key = :key" } else { "" };
        let sql = format!("{SELECT} {of_claim} ORDER BY assignment.id");
        let key = claim.unwrap_or_default();
        self.engine.query(&sql, params! { key: key }, &mut |row| {
            let of = |error| Unreadable::in_row("assignment of claim", row, "claim", error);
            on_assignment(read(row).map_err(of))
        })
    }

    /// The names of those who are to review each claim, in the order in which they were asked to.
    pub fn reviewers_by_claim(&self) -> Result<HashMap<Key, Vec<String>>> {
        let mut reviewers: HashMap<Key, Vec<String>> = HashMap::new();
        self.each_assignment(None, |row| {
            reviewers.entry(row.record.claim).or_default().push(row.record.reviewer);
            Ok(())
        })?;
        Ok(reviewers)
    }

    /// The names of those who are to review a claim, in the order in which they were asked to.
    pub fn reviewers_assigned(&self, claim: &str) -> Result<Vec<String>> {
        let mut reviewers = Vec::new();
        self.each_assignment(Some(claim), |row| {
            reviewers.push(row.record.reviewer);
            Ok(())
        })?;
        Ok(reviewers)
    }

    /// That this person, by whichever of their spellings (see [`same_person`]), is to review a claim.
    pub(super) fn assignment(
        &self,
        claim: &str,
        reviewer: &str,
    ) -> Result<Option<Stored<Assignment>>> {
        let mut found = None;
        self.each_assignment(Some(claim), |row| {
            if same_person(&row.record.reviewer, reviewer) {
                found = Some(row);
            }
            Ok(())
        })?;
        Ok(found)
    }
}

fn read(row: &Row<'_>) -> Result<Stored<Assignment>> {
    let record = Assignment {
        claim: row.parsed("claim")?,
        reviewer: row.text("reviewer")?,
        assigned_by: row.text("assigned_by")?,
        assigned_at: row.parsed("assigned_at")?,
    };
    Ok(Stored { id: row.integer("id")?, version: row.integer("version")?, record })
}

/// Puts a new assignment into a change.
pub(crate) fn insert(change: &mut Change, assignment: &Assignment) -> Result<()> {
    change.run(Statement::new(
        "INSERT INTO assignment (claim_id, reviewer, assigned_by, assigned_at, version)
         SELECT id, :reviewer, :assigned_by, :assigned_at, :version FROM claim WHERE key = :claim",
        params! { reviewer: assignment.reviewer.as_str(),
        assigned_by: assignment.assigned_by.as_str(),
        assigned_at: assignment.assigned_at.as_str(), claim: assignment.claim.as_str() },
    ));
    change.about("claim", &assignment.claim);
    change.adds(&Record::Assignment(assignment))
}

/// Puts the end of an assignment into a change.
pub(crate) fn delete(change: &mut Change, assignment: &Assignment) -> Result<()> {
    change.run(Statement::new(
        "DELETE FROM assignment WHERE reviewer = :reviewer
           AND claim_id = (SELECT id FROM claim WHERE key = :claim)",
        params! { reviewer: assignment.reviewer.as_str(), claim: assignment.claim.as_str() },
    ));
    change.about("claim", &assignment.claim);
    change.removes(&Record::Assignment(assignment))
}
