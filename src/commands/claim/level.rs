//! What a level means, in words.

use crate::commands::wording::counted;
use crate::corroboration::Level;
use crate::store::levels::{ClaimLevel, WeakestPoint};

/// The level with what it means for this claim.
pub(crate) fn in_words(found: &ClaimLevel) -> String {
    let sources = counted(found.sources, "source");
    let origins = counted(found.origins, "origin");
    let meaning = match found.level {
        Level::Unsupported => "no source that counts bears it out".to_owned(),
        Level::SingleSource => "one source alone bears it out".to_owned(),
        Level::SingleOrigin => format!("{sources} that are really one"),
        Level::Apparent => format!(
            "{sources} from {origins} with nothing in common, but nobody has established that they \
             are independent"
        ),
        Level::Corroborated => format!("{sources} from {origins}, none of which carries it alone"),
    };
    format!("{}: {meaning}", found.level)
}

/// What the claim falls with, if that falls.
pub(crate) fn points_in_words(points: &[WeakestPoint]) -> String {
    let words: Vec<String> =
        points.iter().map(|point| format!("{} {}", point.kind.as_str(), point.name)).collect();
    words.join("; ")
}
