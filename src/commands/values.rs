//! How the values of arguments are read, and how a value is written in something to type.

use std::convert::Infallible;
use std::str::FromStr;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::error::{Error, Result};

/// Reads one of a closed list; help and completions name its words.
pub(crate) fn one_of<T>(
    all: &'static [T],
    name: fn(T) -> &'static str,
) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    PossibleValuesParser::new(all.iter().map(|value| name(*value))).try_map(move |word| {
        all.iter().copied().find(|value| name(*value) == word).ok_or("not in the list")
    })
}

/// What a flag says of a field that may be without a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Setting<T> {
    /// An empty value: the field is to have none.
    Clear,
    /// The field is to have this value.
    To(T),
}

impl<T: Clone> Setting<T> {
    /// Does to a field what a flag says, where it is given.
    pub(crate) fn apply(given: &Option<Self>, field: &mut Option<T>) {
        match given {
            None => {}
            Some(Setting::Clear) => *field = None,
            Some(Setting::To(value)) => *field = Some(value.clone()),
        }
    }
}

/// Reads a value that may be empty.
pub(crate) fn setting<T: FromStr<Err = Error>>(text: &str) -> Result<Setting<T>> {
    if text.trim().is_empty() { Ok(Setting::Clear) } else { text.parse().map(Setting::To) }
}

/// Reads text that may be empty, and keeps it as it was typed.
pub(crate) fn text_setting(text: &str) -> std::result::Result<Setting<String>, Infallible> {
    let empty = text.trim().is_empty();
    Ok(if empty { Setting::Clear } else { Setting::To(text.to_owned()) })
}

/// Reads one of the values of a cell that holds several: without the white space around it.
pub(crate) fn label_setting(text: &str) -> std::result::Result<Setting<String>, Infallible> {
    text_setting(text.trim())
}

/// Puts values in the place of a list: those that are not empty, each once, in their order.
pub(crate) fn replaced<T: Clone + PartialEq>(values: &[Setting<T>]) -> Vec<T> {
    let mut list = Vec::new();
    for value in values {
        match value {
            Setting::To(value) if !list.contains(value) => list.push(value.clone()),
            _ => {}
        }
    }
    list
}
