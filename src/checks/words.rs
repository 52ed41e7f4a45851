//! Phrases that several rules use.

use crate::corroboration::{PointKind, WeakestPoint};
use crate::domain::Key;

/// The points as a phrase: `obl-letter-karim and the word of bin Laden, Usama`.
pub(super) fn named(points: &[WeakestPoint]) -> String {
    let phrases: Vec<String> = points
        .iter()
        .map(|point| match point.kind {
            PointKind::Voice => format!("the word of {}", point.name),
            PointKind::Source | PointKind::Identifier => point.name.clone(),
        })
        .collect();
    match phrases.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Keys as a list: `a, b`.
pub(super) fn keys<'a>(keys: impl IntoIterator<Item = &'a Key>) -> String {
    keys.into_iter().map(Key::as_str).collect::<Vec<_>>().join(", ")
}

/// A text as it is typed in a shell.
pub(super) fn quoted(text: &str) -> String {
    if text.contains(['"', '$', '`', '\\', '!']) {
        return format!("'{}'", text.replace('\'', r"'\''"));
    }
    format!("\"{text}\"")
}
