//! Texts brought into a form in which words are found whatever stands between them.

use crate::domain::is_unseen;
use crate::store::fold;

/// What may be written onto the front of a word in Arabic script ("and", "to", "the" …), after folding.
const BEFORE_ARABIC: [&str; 9] = ["و", "ف", "ب", "ل", "ک", "ال", "وال", "بال", "لل"];

/// The same in Hebrew.
const BEFORE_HEBREW: [&str; 7] = ["ו", "ה", "ב", "ל", "מ", "ש", "כ"];

/// The words of a text, folded, each with a space before and after it. Characters of scripts that put
/// no spaces between words are words of their own.
pub(super) fn spaced(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold(text, &mut folded);
    let mut spaced = String::with_capacity(folded.len() + 2);
    spaced.push(' ');
    let space = |spaced: &mut String| {
        if !spaced.ends_with(' ') {
            spaced.push(' ');
        }
    };
    for character in folded.chars().filter(|character| !is_unseen(*character)) {
        if !character.is_alphanumeric() {
            space(&mut spaced);
        } else if stands_alone(character) {
            space(&mut spaced);
            spaced.push(character);
            space(&mut spaced);
        } else {
            spaced.push(character);
        }
    }
    space(&mut spaced);
    spaced
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

/// Whether the script puts no spaces between words: Thai, Lao, Khmer, Burmese, Chinese, Japanese.
const fn stands_alone(character: char) -> bool {
    matches!(character, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::{forms, spaced, without_markup};

    #[test]
    fn spelling_and_what_stands_between_words_make_no_difference() {
        for text in ["Müller,  Zoë", "MULLER\nzoe", "mu\u{AD}ller-Zoe"] {
            assert_eq!(spaced(text), " muller zoe ");
        }
        assert_eq!(spaced("كريم"), spaced("کریم"));
        assert_eq!(spaced("据张三说"), " 据 张 三 说 ");
        assert_eq!(spaced(" … "), " ");
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
