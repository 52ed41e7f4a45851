//! Free keys for records that the user gave none.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::super::Store;
use crate::domain::{Key, NameParts, Source, shell_word};
use crate::error::{Error, ErrorKind, Result};

/// Whether the key in a new record is the user's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyChoice {
    /// It is, and must be free.
    Given,
    /// It is a stand-in, to be replaced by a free one.
    Proposed,
}

impl Store {
    /// The next free key of the form `c13`.
    pub(super) fn free_claim_key(&self) -> Result<Key> {
        let mut number = self.next_number("claim")?;
        loop {
            let key: Key = format!("c{number}").parse()?;
            if self.find_claim(&key)?.is_none() {
                return Ok(key);
            }
            number += 1;
        }
    }

    /// A free citation key of the form `larijani-2018`: first voice, or container, or title; year.
    pub(super) fn free_source_key(&self, source: &Source) -> Result<Key> {
        let stem = stem(source);
        let mut key: Key = stem.parse()?;
        let mut number = 2;
        while self.find_source(&key)?.is_some() {
            key = format!("{stem}-{number}").parse()?;
            number += 1;
        }
        Ok(key)
    }
}

fn stem(source: &Source) -> String {
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

/// The error for a key that is taken.
pub(super) fn taken(what: &str, key: &str) -> Error {
    Error::new(ErrorKind::Exists, format!("there is a {what} `{key}` already")).hint(format!(
        "choose another key, or change it with `twosource {what} edit {}`",
        shell_word(key)
    ))
}
