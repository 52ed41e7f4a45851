//! Phrases that several rules use.

use crate::corroboration::{PointKind, WeakestPoint};

/// The points as a phrase: `the source alqaeda-19p and the voice bin Laden, Usama`.
pub(super) fn named(points: &[WeakestPoint]) -> String {
    let phrases: Vec<String> = points
        .iter()
        .map(|point| match point.kind {
            PointKind::Source => format!("the source {}", point.name),
            PointKind::Voice => format!("the voice {}", point.name),
            PointKind::Identifier => format!("the identifier {}", point.name),
        })
        .collect();
    match phrases.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
