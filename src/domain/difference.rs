//! How two states of a record differ, field by field, in words.

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::error::shortened;

/// A field that is not the same in two states of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// The field; of the further CSL variables of a source, the variable.
    pub field: String,
    /// What stood there; empty where nothing did.
    pub before: String,
    /// What stands there now.
    pub after: String,
}

impl fmt::Display for Difference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} → {}", self.field, quoted(&self.before), quoted(&self.after))
    }
}

fn quoted(text: &str) -> String {
    if text.is_empty() { "nothing".to_owned() } else { format!("`{}`", shortened(text)) }
}

/// The fields in which two states of a record differ, in their order.
pub fn differences<T: Serialize>(before: &T, after: &T) -> Vec<Difference> {
    let (before, after) = (fields(before), fields(after));
    let value = |fields: &[(String, String)], name: &str| {
        let found = fields.iter().find(|(field, _)| field == name);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    };
    let gone = before.iter().filter(|(name, _)| !after.iter().any(|(other, _)| other == name));
    let names = after.iter().chain(gone).map(|(name, _)| name);
    names
        .map(|name| Difference {
            field: name.clone(),
            before: value(&before, name),
            after: value(&after, name),
        })
        .filter(|difference| difference.before != difference.after)
        .collect()
}

/// The fields of a record as text; each pair of a name and a value is a field of its own.
fn fields<T: Serialize>(record: &T) -> Vec<(String, String)> {
    let Ok(Value::Object(record)) = serde_json::to_value(record) else { return Vec::new() };
    let mut fields = Vec::new();
    for (name, value) in record {
        match pairs(&value) {
            Some(pairs) => fields.extend(pairs),
            None => fields.push((name, text(&value))),
        }
    }
    fields
}

fn pairs(value: &Value) -> Option<Vec<(String, String)>> {
    let pair = |value: &Value| match value.as_array()?.as_slice() {
        [Value::String(name), Value::String(value)] => Some((name.clone(), value.clone())),
        _ => None,
    };
    let values = value.as_array()?;
    if values.is_empty() { None } else { values.iter().map(pair).collect() }
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(values) => values.iter().map(text).collect::<Vec<_>>().join("; "),
        other => other.to_string(),
    }
}
