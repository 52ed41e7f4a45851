//! What a rating means, where that is beyond doubt.

use serde_json::Value;

use super::Markup;
use super::text::{first_text, plain};
use crate::domain::Verdict;

/// Words that mean one verdict and no other, in small letters. "Half true", "misleading" and the like
/// are not here: they say that part of the claim holds, which no verdict says.
const WORDS: &[(Verdict, &[&str])] = &[
    (
        Verdict::Supported,
        &[
            "supported",
            "true",
            "correct",
            "accurate",
            "wahr",
            "richtig",
            "vrai",
            "verdadero",
            "cierto",
            "verdadeiro",
            "vero",
            "sant",
            "doğru",
            "правда",
            "صحيح",
            "सच",
        ],
    ),
    (
        Verdict::Refuted,
        &[
            "refuted",
            "false",
            "incorrect",
            "inaccurate",
            "wrong",
            "untrue",
            "not true",
            "debunked",
            "fake",
            "pants on fire",
            "falsch",
            "faux",
            "falso",
            "falsk",
            "yanlış",
            "ложь",
            "خطأ",
            "زائف",
            "झूठ",
        ],
    ),
    (Verdict::ConflictingEvidence, &["conflicting evidence", "conflicting-evidence"]),
    (
        Verdict::NotEnoughEvidence,
        &[
            "not enough evidence",
            "not-enough-evidence",
            "insufficient evidence",
            "no evidence",
            "unproven",
            "unsubstantiated",
        ],
    ),
];

/// What a rating says.
pub(super) struct Rating {
    pub(super) words: Option<String>,
    pub(super) verdict: Option<Verdict>,
    pub(super) explanation: Option<String>,
}

/// Reads `reviewRating`. Numbers count only where there are no words: by schema.org the best rating
/// means true and the worst false; what lies between is no verdict.
pub(super) fn read(value: Option<&Value>) -> Rating {
    let value = match value {
        Some(Value::Array(ratings)) => ratings.first(),
        value => value,
    };
    let none = Markup::new();
    let object = value.and_then(Value::as_object).unwrap_or(&none);
    let words = value
        .and_then(Value::as_str)
        .and_then(plain)
        .or_else(|| first_text(object, &["alternateName", "name"]));
    let number = |field: &str| match object.get(field)? {
        Value::String(text) => text.trim().parse::<f64>().ok(),
        value => value.as_f64(),
    };
    let explanation = first_text(object, &["ratingExplanation"]);
    if let Some(words) = words {
        let verdict = verdict_of_words(&words);
        return Rating { words: Some(words), verdict, explanation };
    }
    let written = |field: &str| match object.get(field)? {
        Value::String(text) => plain(text),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    };
    let scale = (number("ratingValue"), number("worstRating"), number("bestRating"));
    let verdict = match scale {
        (Some(value), Some(worst), Some(best)) if best > worst && value == best => {
            Some(Verdict::Supported)
        }
        (Some(value), Some(worst), Some(best)) if best > worst && value == worst => {
            Some(Verdict::Refuted)
        }
        _ => None,
    };
    let words = written("ratingValue").map(|value| match written("bestRating") {
        Some(best) => format!("{value} of {best}"),
        None => value,
    });
    Rating { words, verdict, explanation }
}

/// The verdict that these words mean, if they mean one beyond doubt.
pub fn verdict_of_words(words: &str) -> Option<Verdict> {
    let is_around = |c: char| c.is_whitespace() || ".!:\"'“”«»".contains(c);
    let words = words.trim_matches(is_around).to_lowercase();
    WORDS.iter().find(|(_, known)| known.contains(&words.as_str())).map(|(verdict, _)| *verdict)
}

/// The words by which a verdict goes out.
pub fn words_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Supported => "Supported",
        Verdict::Refuted => "Refuted",
        Verdict::ConflictingEvidence => "Conflicting evidence",
        Verdict::NotEnoughEvidence => "Not enough evidence",
    }
}
