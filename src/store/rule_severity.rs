//! The severities that were set in the casebook.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::RuleSeverity;
use crate::error::Result;

const SELECT: &str = "SELECT rule, severity, actor, set_at, version FROM rule_severity";

impl Store {
    /// What was set, in order of the names of the rules.
    pub fn rule_severities(&self) -> Result<Vec<RuleSeverity>> {
        let mut found = Vec::new();
        self.try_each_rule_severity(|row| {
            found.push(row?.record);
            Ok(())
        })?;
        Ok(found)
    }

    /// The same one by one, for who goes on where a row cannot be read.
    pub(super) fn try_each_rule_severity(
        &self,
        mut on_row: impl FnMut(std::result::Result<Stored<RuleSeverity>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("{SELECT} ORDER BY rule");
        self.engine.query(&sql, params! {}, &mut |row| {
            let of = |error| Unreadable::in_row("severity of", row, "rule", error);
            on_row(read(row).map_err(of))
        })
    }

    /// What was set for one rule.
    pub(super) fn rule_severity(&self, rule: &str) -> Result<Option<Stored<RuleSeverity>>> {
        let mut found = None;
        let sql = format!("{SELECT} WHERE rule = :rule");
        self.engine.query(&sql, params! { rule: rule }, &mut |row| {
            found = Some(read(row)?);
            Ok(())
        })?;
        Ok(found)
    }
}

/// The table has no numbers: a row is found by its rule.
fn read(row: &Row<'_>) -> Result<Stored<RuleSeverity>> {
    let record = RuleSeverity {
        rule: row.text("rule")?,
        severity: row.parsed("severity")?,
        actor: row.text("actor")?,
        set_at: row.parsed("set_at")?,
    };
    Ok(Stored { id: 0, version: row.integer("version")?, record })
}

/// Puts a new row into a change.
pub(crate) fn insert(change: &mut Change, set: &RuleSeverity) -> Result<()> {
    change.run(Statement::new(
        "INSERT INTO rule_severity (rule, severity, actor, set_at, version)
         VALUES (:rule, :severity, :actor, :set_at, :version)",
        params! { rule: set.rule.as_str(), severity: set.severity.as_str(),
        actor: set.actor.as_str(), set_at: set.set_at.as_str() },
    ));
    change.adds(&Record::RuleSeverity(set))
}

/// Puts the end of a row into a change.
pub(crate) fn delete(change: &mut Change, set: &RuleSeverity) -> Result<()> {
    change.run(Statement::new(
        "DELETE FROM rule_severity WHERE rule = :rule",
        params! { rule: set.rule.as_str() },
    ));
    change.removes(&Record::RuleSeverity(set))
}
