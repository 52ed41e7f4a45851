//! A key for a source that the user gave none.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::creator::{Credit, NameParts};
use super::source::Source;
use super::words::Confidentiality;

/// A citation key of the form `larijani-2018`: first voice, or container, or title; year. Whether it is
/// free is another question.
///
/// Of a source that is not open kind and year (`interview-2018`): the key of one on background goes out
/// with everything, and must not say who is behind it.
pub fn proposed_key(source: &Source) -> String {
    let is_open = source.confidentiality == Confidentiality::Open;
    let creator = source.creators.iter().find(|credit| credit.role.is_voice()).map(family);
    let words = [creator, source.container.as_deref(), Some(source.title.as_str())];
    let words = words.into_iter().filter(|_| is_open).flatten().chain([source.kind.as_str()]);
    let word = words.map(slug).find(|word| !word.is_empty());
    let mut stem = word.unwrap_or_else(|| source.kind.as_str().to_owned());
    if let Some(year) = source.issued.as_ref().and_then(|date| date.year()) {
        stem.push_str(&format!("-{year}"));
    }
    stem
}

/// Whether the key of a source has the name of somebody who is behind it; the family name does.
pub fn key_tells_creator(source: &Source) -> bool {
    /// A shorter name is looked for as a word alone: it stands in many others.
    const TELLING: usize = 4;
    let key = format!("-{}-", words_of(&source.key).join("-"));
    let named = source.creators.iter().filter(|credit| !credit.unnamed);
    named.map(|credit| slug(family(credit))).filter(|name| !name.is_empty()).any(|name| {
        key.contains(&format!("-{name}-"))
            || (name.chars().count() >= TELLING && key.contains(&name))
    })
}

fn family(credit: &Credit) -> &str {
    match credit.name.parts() {
        NameParts::Person { family, .. } => family,
        NameParts::Literal(text) => text,
    }
}

/// The first words of a text, in small letters without accents, joined by hyphens.
fn slug(text: &str) -> String {
    const WORDS: usize = 3;
    let words = words_of(text);
    words[..words.len().min(WORDS)].join("-")
}

/// The words of a text, in small letters without accents.
fn words_of(text: &str) -> Vec<String> {
    let folded: String = text.nfd().filter(|character| !is_combining_mark(*character)).collect();
    let words = folded
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}
