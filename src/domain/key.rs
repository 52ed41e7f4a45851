//! Keys: the names by which users call claims and sources.

use std::fmt;
use std::ops::Deref;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, shortened};

/// The key of a claim or source: case-sensitive, not empty, no control characters, no white space
/// around it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Key(String);

impl Key {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Key {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        if text.trim().is_empty() {
            return Err(Error::invalid("a key is empty")
                .hint("give it a short name such as `lemonde-2017`"));
        }
        if let Some(bad) = text.chars().find(|c| c.is_control()) {
            return Err(Error::invalid(format!(
                "the key holds a control character (U+{:04X})",
                u32::from(bad)
            ))
            .hint("a key is one line of visible characters"));
        }
        // Two keys that look the same would be two records: white space around a key is a slip.
        if text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace) {
            return Err(Error::invalid(format!(
                "the key `{}` has white space around it",
                shortened(&text)
            ))
            .hint(format!("write it as `{}`", shortened(text.trim()))));
        }
        Ok(Key(text))
    }
}

impl FromStr for Key {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Key::try_from(text.to_owned())
    }
}

impl From<Key> for String {
    fn from(key: Key) -> String {
        key.0
    }
}

impl Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
