//! The words of a text, in the form in which names are looked for.

use super::super::super::search_text::{fold, stands_alone};

/// A word of a text: folded, and where it stands.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What the word that is open consists of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Letters,
    Digits,
}

/// The words of a text, folded as for search. Letters and digits are words apart (`smith2019`), what an
/// address has percent-encoded is read as what it stands for (`anna%20smith`), and letters of scripts that
/// put no space between words are words of their own.
pub(super) fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = Open::Nothing;
    let mut folded = String::new();
    for (start, end, letter) in letters(text) {
        folded.clear();
        fold(letter.encode_utf8(&mut [0; 4]), &mut folded);
        let sort = match letter {
            _ if !letter.is_alphanumeric() || stands_alone(letter) => Open::Nothing,
            _ if letter.is_numeric() => Open::Digits,
            _ => Open::Letters,
        };
        match words.last_mut().filter(|_| open != Open::Nothing) {
            // A vowel mark or joiner belongs to the word it stands in.
            Some(word) if folded.is_empty() => word.end = end,
            Some(word) if sort == open => {
                word.text.push_str(&folded);
                word.end = end;
            }
            _ => {
                if letter.is_alphanumeric() {
                    words.push(Word { text: folded.clone(), start, end });
                }
                open = sort;
            }
        }
    }
    words
}

/// The letters of a text, each with where it begins and ends there; `%C3%BC` is one letter.
fn letters(text: &str) -> Vec<(usize, usize, char)> {
    let mut found = Vec::with_capacity(text.len());
    let mut at = 0;
    while let Some(letter) = text[at..].chars().next() {
        let encoded = encoded_bytes(&text[at..]);
        match std::str::from_utf8(&encoded) {
            Ok(decoded) if !decoded.is_empty() => {
                for letter in decoded.chars() {
                    let end = at + 3 * letter.len_utf8();
                    found.push((at, end, letter));
                    at = end;
                }
            }
            _ => {
                found.push((at, at + letter.len_utf8(), letter));
                at += letter.len_utf8();
            }
        }
    }
    found
}

/// The bytes that a text begins with where these are percent-encoded.
fn encoded_bytes(text: &str) -> Vec<u8> {
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
    let byte = |three: &[u8]| match three {
        [b'%', high, low] => Some(digit(*high)? * 16 + digit(*low)?),
        _ => None,
    };
    text.as_bytes().chunks(3).map_while(byte).collect()
}
