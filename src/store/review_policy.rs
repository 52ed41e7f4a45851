//! What was said of reviewing in the casebook.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::{ReviewPolicy, ReviewPolicySetting};
use crate::error::{Error, Result};

impl Store {
    /// How many reviewers have to agree in this casebook, and who may be one.
    pub fn review_policy(&self) -> Result<ReviewPolicy> {
        Ok(self.review_policy_setting()?.map(|set| set.record.policy).unwrap_or_default())
    }

    /// What was set, by whom and when; nothing where the policy is that of a new casebook.
    pub fn review_policy_setting(&self) -> Result<Option<Stored<ReviewPolicySetting>>> {
        let mut found = None;
        self.try_each_review_policy(|row| {
            found = Some(row?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The same for who goes on where the row cannot be read.
    pub(super) fn try_each_review_policy(
        &self,
        mut on_row: impl FnMut(
            std::result::Result<Stored<ReviewPolicySetting>, Unreadable>,
        ) -> Result<()>,
    ) -> Result<()> {
        let sql = "SELECT required, not_by_logger, actor, set_at, version FROM review_policy";
        self.engine.query(sql, params! {}, &mut |row| {
            let what = "what was said of reviewing".to_owned();
            on_row(read(row).map_err(|error| Unreadable { what, error }))
        })
    }
}

/// The number of the one row tells nothing.
fn read(row: &Row<'_>) -> Result<Stored<ReviewPolicySetting>> {
    let required = u32::try_from(row.integer("required")?).ok();
    let required = required.filter(|number| ReviewPolicy::REQUIRED.contains(number));
    let required =
        required.ok_or_else(|| Error::storage("the number of reviewers is none from 1 to 9"))?;
    let not_by_logger = row.integer("not_by_logger")? != 0;
    let record = ReviewPolicySetting {
        policy: ReviewPolicy { required, not_by_logger },
        actor: row.text("actor")?,
        set_at: row.parsed("set_at")?,
    };
    Ok(Stored { id: 0, version: row.integer("version")?, record })
}

/// Puts what is said of reviewing into a change.
pub(crate) fn insert(change: &mut Change, set: &ReviewPolicySetting) -> Result<()> {
    change.run(Statement::new(
        "INSERT INTO review_policy (id, required, not_by_logger, actor, set_at, version)
         VALUES (1, :required, :not_by_logger, :actor, :set_at, :version)",
        params! { required: i64::from(set.policy.required),
        not_by_logger: i64::from(set.policy.not_by_logger), actor: set.actor.as_str(),
        set_at: set.set_at.as_str() },
    ));
    change.adds(&Record::ReviewPolicy(set))
}

/// Puts the end of what was said into a change.
pub(crate) fn delete(change: &mut Change, set: &ReviewPolicySetting) -> Result<()> {
    change.run(Statement::new("DELETE FROM review_policy", params! {}));
    change.removes(&Record::ReviewPolicy(set))
}
