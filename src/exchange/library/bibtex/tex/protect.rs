//! Titles whose capitals must stay.
//!
//! BibTeX's styles set a title in small letters but for the first and for what stands in braces.

use super::encode::Encoder;

/// Words that titles in capitals write small.
const SMALL_IN_TITLES: &[&str] = &[
    "about",
    "above",
    "across",
    "after",
    "against",
    "along",
    "among",
    "around",
    "because",
    "before",
    "behind",
    "below",
    "beneath",
    "beside",
    "besides",
    "between",
    "beyond",
    "despite",
    "during",
    "except",
    "inside",
    "outside",
    "since",
    "through",
    "throughout",
    "toward",
    "towards",
    "under",
    "underneath",
    "until",
    "versus",
    "while",
    "within",
    "without",
    "from",
    "into",
    "like",
    "near",
    "onto",
    "over",
    "past",
    "than",
    "upon",
    "with",
];

/// A title as TeX, with braces round the words whose capitals a style must leave: those with a capital
/// inside (`NASA`, `McDonald`), and, in a title that writes ordinary words small, those that begin with
/// one (`Iran`).
pub(in super::super) fn encode_title(title: &str) -> String {
    let mut encoder = Encoder::new(title, '~');
    let sentence = words(title).skip(1).any(|(_, word)| is_small(word));
    let mut first = true;
    for (at, word) in words(title) {
        let end = at + word.len();
        if must_stay(word, sentence && !first) {
            encoder.run(at);
            encoder.out.push('{');
            encoder.run(end);
            encoder.out.push('}');
        }
        // BibTeX leaves the first letter after a colon as it is.
        first = title[end..].starts_with([':', '.', '?', '!']);
    }
    encoder.run(title.len());
    encoder.out
}

/// The words of a title, with the places where they begin: letters and digits only, nothing that TeX
/// could take for its own.
fn words(title: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_gap = |character: char| !character.is_alphanumeric();
    let mut end = 0;
    title.split_inclusive(is_gap).filter_map(move |piece| {
        let at = end;
        end += piece.len();
        let word = piece.trim_end_matches(is_gap);
        (!word.is_empty()).then_some((at, word))
    })
}

fn is_small(word: &str) -> bool {
    word.chars().count() >= 4
        && word.chars().next().is_some_and(char::is_lowercase)
        && !SMALL_IN_TITLES.contains(&word)
}

fn must_stay(word: &str, is_name: bool) -> bool {
    let capital = |character: char| character.is_uppercase();
    let inside = word.chars().skip(1).any(capital);
    inside || (is_name && word.chars().next().is_some_and(capital))
}
