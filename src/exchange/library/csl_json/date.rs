//! Dates in CSL-JSON: `date-parts`, or a text that may be EDTF.

use serde_json::{Value, json};

use crate::domain::Date;

/// The date that a date variable stands for, if EDTF can say it.
pub(super) fn read(value: &Value) -> Option<Date> {
    if let Some(parts) = value.get("date-parts").and_then(Value::as_array) {
        let ends: Option<Vec<String>> = parts.iter().map(day).collect();
        let about = value.get("circa").is_some_and(|circa| !matches!(circa, Value::Bool(false)));
        let mark = if about { "~" } else { "" };
        let ends: Vec<_> = ends?.into_iter().map(|end| end + mark).collect();
        return ends.join("/").parse().ok();
    }
    let text = ["edtf", "raw", "literal"].into_iter().find_map(|name| value.get(name)?.as_str());
    text.or(value.as_str())?.trim().parse().ok()
}

fn day(parts: &Value) -> Option<String> {
    let mut text = String::new();
    for (position, part) in parts.as_array()?.iter().take(3).enumerate() {
        let number = match part {
            Value::String(digits) => digits.trim().parse().ok()?,
            other => other.as_i64()?,
        };
        text += &match position {
            0 if number.unsigned_abs() > 9999 => format!("Y{number}"),
            0 if number < 0 => format!("-{:04}", -number),
            0 => format!("{number:04}"),
            _ => format!("-{number:02}"),
        };
    }
    (!text.is_empty()).then_some(text)
}

/// The value of a date variable: `date-parts` where they can say it.
pub(super) fn write(date: &Date) -> Value {
    let ends: Option<Vec<Value>> = date.as_str().split('/').map(parts).collect();
    match ends {
        Some(ends) => {
            let parts = json!({ "date-parts": ends });
            if read(&parts).as_ref() == Some(date) { parts } else { raw(date) }
        }
        None => raw(date),
    }
}

fn raw(date: &Date) -> Value {
    json!({ "raw": date.as_str() })
}

fn parts(end: &str) -> Option<Value> {
    let numbers: Result<Vec<i64>, _> = end.split('-').map(str::parse).collect();
    numbers.ok().map(|numbers| json!(numbers))
}
