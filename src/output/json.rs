//! JSON for programs, of which a person may look at the raw text.

use serde::Serialize;

use super::safe_text::{is_separator, reorders};
use crate::error::{Error, Result};

/// The value as indented JSON with a line feed at its end.
///
/// Letters of every script stay. All control characters, those that reorder a line and the line
/// separators are escaped: what a program parses is the same, and nothing acts on a terminal.
///
/// # Errors
/// Where the value cannot be JSON, as a map whose keys are not text.
pub fn json_text(value: &impl Serialize) -> Result<String> {
    let plain = serde_json::to_string_pretty(value).map_err(|error| {
        Error::storage(format!("the answer cannot be written as JSON: {error}"))
    })?;
    let mut text = String::with_capacity(plain.len() + 1);
    for c in plain.chars() {
        // serde_json escapes what is below a space, so its own line feeds are all there is of it;
        // the others are found in strings only, and none of them needs two escapes.
        if (c.is_control() && c != '\n') || reorders(c) || is_separator(c) {
            text.push_str(&format!("\\u{:04x}", u32::from(c)));
        } else {
            text.push(c);
        }
    }
    text.push('\n');
    Ok(text)
}
