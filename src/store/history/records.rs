//! The records that a change keeps.

use serde_json::Value as Json;

use crate::error::{Error, Result};

/// What stands in a column `before` or `after`: records, and the note of an import.
///
/// # Errors
/// Where the column does not hold what twosource writes there.
pub(in crate::store) fn records(text: Option<&str>) -> Result<Vec<Json>> {
    let Some(text) = text else { return Ok(Vec::new()) };
    serde_json::from_str(text).map_err(|error| {
        Error::storage(format!("a change in the history cannot be read: {error}"))
            .hint("run `twosource doctor`: another program has written to the casebook")
    })
}

/// Of which kind a record is: `claim`, `citation`; `None` for the note of an import.
pub(super) fn kind(record: &Json) -> Option<&str> {
    record.get("record")?.as_str()
}

/// A text field of a record; empty where it has none.
pub(super) fn text<'r>(record: &'r Json, field: &str) -> &'r str {
    record.get(field).and_then(Json::as_str).unwrap_or_default()
}

/// The number of a citation; older histories do not know it.
pub(super) fn number(record: &Json) -> Option<i64> {
    record.get("number")?.as_i64()
}
