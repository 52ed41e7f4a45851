//! Numbers for new records. One that a removed record had is not given again.

use super::Store;
use super::engine::{Statement, params};
use crate::error::Result;

impl Store {
    /// The number after the highest that a record of this table has or had.
    pub(crate) fn next_number(&self, entity: &'static str) -> Result<i64> {
        let sql = format!(
            "SELECT max(coalesce((SELECT max(id) FROM {entity}), 0),
                        coalesce((SELECT number FROM last_number WHERE entity = :entity), 0)) + 1
                    AS number"
        );
        self.number(&sql, params! { entity: entity })
    }
}

const RETIRE: &str = "ON CONFLICT (entity) DO UPDATE SET number = max(number, excluded.number)";

/// The statement that keeps the number of a citation that is removed from being given again.
pub(crate) fn retire_citation(number: i64) -> Statement {
    Statement::new(
        format!("INSERT INTO last_number (entity, number) VALUES ('citation', :number) {RETIRE}"),
        params! { number: number },
    )
}

/// The same for a claim, which must still be there.
pub(crate) fn retire_claim(key: &str) -> Statement {
    Statement::new(
        format!(
            "INSERT INTO last_number (entity, number) SELECT 'claim', id FROM claim
             WHERE key = :key {RETIRE}"
        ),
        params! { key: key },
    )
}
