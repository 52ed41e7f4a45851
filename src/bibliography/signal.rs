//! Words in front of sources that do not bear a claim out.
//!
//! A note that only listed them would pass what a source disputes for what it supports. CSL has no
//! terms for these, so languages that are not here have the English words.

use super::style::Style;
use crate::domain::Stance;

/// The word for a stance, beginning small; none for what supports the claim.
pub(crate) fn signal(style: &Style, stance: Stance) -> Option<&'static str> {
    let language = style.language().unwrap_or("en");
    let [disputes, qualifies, context] = match language.split('-').next().unwrap_or_default() {
        "de" => ["dagegen", "einschränkend", "siehe auch"],
        "fr" => ["contra", "à nuancer par", "voir aussi"],
        "es" => ["en contra", "con reservas", "véase también"],
        "it" => ["contra", "con riserve", "vedi anche"],
        "nl" => ["anders", "met voorbehoud", "zie ook"],
        "pt" => ["em contrário", "com ressalvas", "ver também"],
        _ => ["but see", "with reservations", "see also"],
    };
    match stance {
        Stance::Supports => None,
        Stance::Disputes => Some(disputes),
        Stance::Qualifies => Some(qualifies),
        Stance::Context => Some(context),
    }
}

/// The order in which a note has the stances.
pub(crate) const ORDER: [Stance; 4] =
    [Stance::Supports, Stance::Qualifies, Stance::Disputes, Stance::Context];
