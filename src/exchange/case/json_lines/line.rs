//! One line: an object with its fields in their order.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::Value;

use super::super::file::CaseFile;
use super::{TYPES, is_list};
use crate::domain::{MAX_CELL, join_values, nearest};
use crate::error::{Error, Result, shortened};
use crate::exchange::json_fault;

/// The fields of a line. A field that is there twice is there twice.
pub(super) struct Line {
    pub(super) fields: Vec<(String, Value)>,
}

impl<'de> Deserialize<'de> for Line {
    fn deserialize<D: Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
        from.deserialize_map(Fields)
    }
}

struct Fields;

impl<'de> Visitor<'de> for Fields {
    type Value = Line;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> std::result::Result<Line, A::Error> {
        let mut fields = Vec::new();
        while let Some(field) = map.next_entry()? {
            fields.push(field);
        }
        Ok(Line { fields })
    }
}

impl Line {
    pub(super) fn parse(text: &str) -> Result<Self> {
        serde_json::from_str(text).map_err(|error| {
            let what = json_fault(&error);
            Error::invalid(format!("the line is no object of JSON: {what}, at {}", error.column()))
                .hint("each line is one whole object: {\"type\": \"claim\", \"key\": …}")
        })
    }

    /// The file of a case folder whose record this is.
    pub(super) fn file(&self) -> Result<CaseFile> {
        let known = || TYPES.iter().map(|(name, _)| *name);
        let list = || known().collect::<Vec<_>>().join(", ");
        let value = self.fields.iter().find(|(name, _)| name == "type").map(|(_, value)| value);
        let Some(Value::String(name)) = value else {
            return Err(Error::invalid("the line does not say what it is")
                .hint(format!("give it a `type`, which is one of {}", list())));
        };
        let found = TYPES.iter().find(|(known, _)| known == name);
        found.map(|(_, file)| *file).ok_or_else(|| {
            let error = Error::invalid(format!("`{}` is no type of record", shortened(name)));
            match nearest(name, known()) {
                Some(near) => error.hint(format!("did you mean `{near}`?")),
                None => error.hint(format!("a `type` is one of {}", list())),
            }
        })
    }
}

/// The value of a column as the cell of a case folder.
pub(super) fn cell(file: CaseFile, column: &str, value: &Value) -> Result<String> {
    let list = is_list(file, column);
    let cell = match value {
        Value::Array(values) if list => {
            let values: Result<Vec<String>> = values.iter().map(text).collect();
            let values = values?;
            join_values(values.iter().map(String::as_str).filter(|value| !value.trim().is_empty()))
        }
        Value::Array(_) => {
            return Err(Error::invalid("there is a list where one value belongs")
                .hint("write the value without brackets"));
        }
        value if list => {
            let value = text(value)?;
            if value.is_empty() { value } else { join_values([value.as_str()]) }
        }
        value => text(value)?,
    };
    if cell.len() > MAX_CELL {
        return Err(Error::invalid("the value is longer than 1 MiB, which is the most it may be")
            .hint("move the text to a file and point to it"));
    }
    if cell.contains('\0') {
        return Err(Error::invalid("the value holds a NUL character")
            .hint("take it out: no program can show it, and some stop there"));
    }
    Ok(cell)
}

fn text(value: &Value) -> Result<String> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        Value::Number(number) => Ok(number.to_string()),
        other => Err(Error::invalid(format!(
            "there is `{}` where a text belongs",
            shortened(&other.to_string())
        ))
        .hint("write the value in quotation marks")),
    }
}
