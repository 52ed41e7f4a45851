//! Texts brought into a form in which words are found whatever stands between them.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::is_unseen;
use crate::store::{fold, stands_alone};

/// What may be written onto the front of a word in Arabic script ("and", "to", "the" …), after folding.
const BEFORE_ARABIC: [&str; 9] = ["و", "ف", "ب", "ل", "ک", "ال", "وال", "بال", "لل"];

/// The same in Hebrew.
const BEFORE_HEBREW: [&str; 7] = ["ו", "ה", "ב", "ל", "מ", "ש", "כ"];

/// The words of a text, folded, each with a space before and after it. Characters of scripts that put
/// no spaces between words, or hang endings on names, are words of their own.
pub(super) fn spaced(text: &str) -> String {
    Words::of(text).spaced
}

/// The words of a text as [`spaced`] has them, with which of them begin with a small letter.
pub(super) struct Words {
    pub(super) spaced: String,
    /// Where they begin, in order.
    small: Vec<usize>,
}

impl Words {
    pub(super) fn of(text: &str) -> Self {
        let spaced = String::with_capacity(text.len() + 2) + " ";
        let mut words = Words { spaced, small: Vec::new() };
        // A syllable of Hangul may be written as several characters.
        let mut take = |it: char| {
            if !is_unseen(it) {
                words.take(it);
            }
        };
        match text.is_ascii() {
            true => text.chars().for_each(&mut take),
            false => text.nfc().for_each(&mut take),
        }
        words.space();
        words
    }

    /// Whether there is a word between two places that begins with no small letter.
    pub(super) fn has_capital(&self, start: usize, end: usize) -> bool {
        let words = self.spaced[start..end].split_whitespace().count();
        let before = |place: usize| self.small.partition_point(|small| *small < place);
        before(end) - before(start) < words
    }

    fn take(&mut self, character: char) {
        if is_combining_mark(character) {
            return;
        }
        if !character.is_alphanumeric() {
            return self.space();
        }
        let alone = stands_alone(character);
        if alone {
            self.space();
        }
        if self.spaced.ends_with(' ') && character.is_lowercase() {
            self.small.push(self.spaced.len());
        }
        let mut letters = [0; 4];
        let start = self.spaced.len();
        fold(character.encode_utf8(&mut letters), &mut self.spaced);
        // What one character stands for may be more than letters: "℡", "½".
        if self.spaced[start..].contains(|it: char| !it.is_alphanumeric()) {
            let rest = self.spaced.split_off(start);
            for part in rest.chars() {
                match part.is_alphanumeric() {
                    true => self.spaced.push(part),
                    false => self.space(),
                }
            }
        }
        if alone {
            self.space();
        }
    }

    fn space(&mut self) {
        if !self.spaced.ends_with(' ') {
            self.spaced.push(' ');
        }
    }
}

/// The forms in which spaced words can stand in a text: as they are, and with what some scripts write
/// onto the front.
pub(super) fn forms(spaced: &str) -> Vec<String> {
    let bare = spaced.trim_start();
    let before: &[&str] = match bare.chars().next() {
        Some('\u{0600}'..='\u{06FF}') => &BEFORE_ARABIC,
        Some('\u{05D0}'..='\u{05EA}') => &BEFORE_HEBREW,
        _ => &[],
    };
    let longer = before.iter().map(|before| format!(" {before}{bare}"));
    std::iter::once(spaced.to_owned()).chain(longer).collect()
}

/// How many letters and digits there are.
pub(super) fn length(spaced: &str) -> usize {
    spaced.chars().filter(|character| *character != ' ').count()
}

/// How many words there are.
pub(super) fn count(spaced: &str) -> usize {
    spaced.split_whitespace().count()
}

/// A text of a document as it is read: without the markup of web pages and pictures, and without what
/// formats put before a character that means something to them.
pub fn without_markup(document: &str) -> String {
    let mut text = String::with_capacity(document.len());
    let mut rest = document;
    while let Some((before, tag)) = rest.split_once('<') {
        text.push_str(before);
        match tag.split_once('>') {
            // Between two words as much as within one: a name may be set in two lines.
            Some((_, after)) => {
                text.push(' ');
                rest = after;
            }
            None => rest = tag,
        }
    }
    text.push_str(rest);
    let text = html_escape::decode_html_entities(&text);
    text.replace("\\n", " ").replace('\\', "")
}

/// Whether a text has Chinese characters, Hangul or kana.
pub(super) fn is_east_asian(text: &str) -> bool {
    text.nfc().any(|it| stands_alone(it) && it >= '\u{2E80}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::{Words, forms, spaced, without_markup};

    #[test]
    fn spelling_and_what_stands_between_words_make_no_difference() {
        for text in ["Müller,  Zoë", "MULLER\nzoe", "mu\u{AD}ller-Zoe"] {
            assert_eq!(spaced(text), " muller zoe ");
        }
        assert_eq!(spaced("كريم"), spaced("کریم"));
        assert_eq!(spaced("据张三说"), " 据 张 三 说 ");
        assert_eq!(spaced(" … "), " ");
        let name: String = "김민수".nfd().collect();
        assert!(spaced("김민수는 말했다").contains(&spaced(&name)));
    }

    #[test]
    fn words_with_capitals_are_told_from_others() {
        for (text, has) in [("Page", true), ("page", false), ("Émile", true), ("de la Cruz", true)]
        {
            let words = Words::of(text);
            assert_eq!(words.has_capital(0, words.spaced.len()), has, "{text}");
        }
        let words = Words::of("Ada said");
        assert!(words.has_capital(0, 5) && !words.has_capital(4, words.spaced.len()));
        assert!(Words::of("كريم").has_capital(0, 10));
    }

    #[test]
    fn what_is_written_onto_a_word_does_not_hide_it() {
        let found = |name: &str, text: &str| {
            forms(&spaced(name)).iter().any(|form| spaced(text).contains(form.as_str()))
        };
        assert!(found("كريم", "قال أحمد وكريم"));
        assert!(found("حسين", "بيت الحسين"));
        assert!(!found("Smith", "the blacksmith"));
        assert!(found("Smith", "Smith’s letter"));
    }

    #[test]
    fn markup_is_not_read() {
        let text = without_markup("<text>Jane</text><text>O&#39;Neil</text> a\\_b\\nc < d");
        assert_eq!(
            text.split_whitespace().collect::<Vec<_>>(),
            ["Jane", "O'Neil", "a_b", "c", "d"]
        );
    }
}
