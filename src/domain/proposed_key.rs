//! A key for a source that the user gave none.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::creator::NameParts;
use super::source::Source;

/// A citation key of the form `larijani-2018`: first voice, or container, or title; year. Whether it is
/// free is another question.
pub fn proposed_key(source: &Source) -> String {
    let creator = source.creators.iter().find(|credit| credit.role.is_voice()).map(|credit| {
        match credit.name.parts() {
            NameParts::Person { family, .. } => family,
            NameParts::Literal(text) => text,
        }
    });
    let words =
        [creator, source.container.as_deref(), Some(&source.title), Some(source.kind.as_str())];
    let word = words.into_iter().flatten().map(slug).find(|word| !word.is_empty());
    let mut stem = word.unwrap_or_else(|| source.kind.as_str().to_owned());
    if let Some(year) = source.issued.as_ref().and_then(|date| date.year()) {
        stem.push_str(&format!("-{year}"));
    }
    stem
}

/// The first words of a text, in small letters without accents, joined by hyphens.
fn slug(text: &str) -> String {
    const WORDS: usize = 3;
    let folded: String = text.nfd().filter(|character| !is_combining_mark(*character)).collect();
    let words = folded
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.take(WORDS).collect::<Vec<_>>().join("-").to_lowercase()
}
