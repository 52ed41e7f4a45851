//! Turns of phrase that several commands need.

use std::fmt::Display;

/// A number and a noun, in the plural where it has to be: `1 source`, `2 sources`.
pub(crate) fn counted(number: impl Display, noun: &str) -> String {
    let number = number.to_string();
    if number == "1" {
        return format!("1 {noun}");
    }
    match noun.strip_suffix('y') {
        Some(stem) => format!("{number} {stem}ies"),
        None => format!("{number} {noun}s"),
    }
}
