//! Phrases that several rules use.

use crate::corroboration::{PointKind, WeakestPoint};

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
