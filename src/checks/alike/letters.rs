//! Names of all scripts in plain Latin letters.
//!
//! Arabic and Persian follow the consonants of DIN 31635 and ALA-LC, Hebrew those of ISO 259, Cyrillic
//! ALA-LC and BGN/PCGN, each without diacritics; where they part ways [`super::sound`] hears the ways as one. All
//! other scripts are as the crate `deunicode` has them: Chinese characters are read in Mandarin, so a
//! Japanese name in kanji is not recognised.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Marks that stand within a word and are no letters: apostrophes in their many shapes, what joins or
/// parts Arabic letters, and the stroke that draws them out.
const WITHIN: &str = "'’‘ʼʻʿʾ`´′\u{200c}\u{200d}\u{640}";

/// The words of a text, in small plain letters; what is neither letter nor digit parts them.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut add = |part: &str| {
        for letter in part.chars() {
            match words.last_mut() {
                Some(word) if letter.is_ascii_alphanumeric() => {
                    word.push(letter.to_ascii_lowercase());
                }
                Some(word) if !word.is_empty() => words.push(String::new()),
                _ => {}
            }
        }
    };
    for letter in text.nfkc().flat_map(char::to_lowercase) {
        // Without their diacritics the letters of the tables stand for themselves.
        if is_combining_mark(letter) || WITHIN.contains(letter) {
            continue;
        }
        match arabic(letter).or_else(|| hebrew(letter)).or_else(|| cyrillic(letter)) {
            Some(part) => add(part),
            None if letter.is_alphanumeric() => {
                add(deunicode::deunicode_char(letter).unwrap_or_default());
            }
            None => add(" "),
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// Whether a text is in a script that leaves short vowels out.
pub(super) fn is_abjad(text: &str) -> bool {
    text.chars().any(|letter| arabic(letter).is_some() || hebrew(letter).is_some())
}

/// Whether a text is in characters of which many sound the same.
pub(super) fn has_ideographs(text: &str) -> bool {
    let is_one = |letter| matches!(letter, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{323af}');
    text.chars().any(is_one)
}

fn arabic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ا' | 'أ' | 'إ' | 'آ' | 'ٱ' => "a",
        'ب' => "b",
        'پ' => "p",
        'ت' | 'ط' | 'ٹ' => "t",
        'ث' => "th",
        'ج' => "j",
        'چ' => "ch",
        'ح' | 'ه' | 'ة' | 'ہ' | 'ھ' | 'ۀ' | 'ە' => "h",
        'خ' => "kh",
        'د' | 'ض' | 'ڈ' => "d",
        'ذ' => "dh",
        'ر' | 'ڑ' => "r",
        'ز' | 'ظ' => "z",
        'ژ' => "zh",
        'س' | 'ص' => "s",
        'ش' => "sh",
        'ع' | 'ء' => "",
        'غ' => "gh",
        'ف' => "f",
        'ق' => "q",
        'ك' | 'ک' => "k",
        'گ' => "g",
        'ل' => "l",
        'م' => "m",
        'ن' | 'ں' => "n",
        'و' | 'ؤ' | 'ۆ' => "w",
        'ي' | 'ی' | 'ى' | 'ئ' | 'ے' | 'ې' => "y",
        _ => return None,
    })
}

fn hebrew(letter: char) -> Option<&'static str> {
    Some(match letter {
        'א' => "a",
        'ב' => "b",
        'ג' => "g",
        'ד' => "d",
        'ה' | 'ח' => "h",
        'ו' => "w",
        'ז' => "z",
        'ט' | 'ת' => "t",
        'י' => "y",
        'כ' | 'ך' => "k",
        'ל' => "l",
        'מ' | 'ם' => "m",
        'נ' | 'ן' => "n",
        'ס' => "s",
        'ע' => "",
        'פ' | 'ף' => "p",
        'צ' | 'ץ' => "ts",
        'ק' => "q",
        'ר' => "r",
        'ש' => "sh",
        _ => return None,
    })
}

fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'ё' | 'э' => "e",
        'є' => "ye",
        'ж' => "zh",
        'з' => "z",
        'и' | 'і' => "i",
        'ї' => "yi",
        'й' | 'ы' | 'ј' => "y",
        'к' => "k",
        'л' | 'љ' => "l",
        'м' => "m",
        'н' | 'њ' => "n",
        'о' => "o",
        'п' => "p",
        'р' => "r",
        'с' => "s",
        'т' => "t",
        'у' | 'ў' => "u",
        'ф' => "f",
        'х' => "kh",
        'ц' => "ts",
        'ч' | 'ћ' => "ch",
        'ш' => "sh",
        'щ' => "shch",
        'ъ' | 'ь' => "",
        'ю' => "yu",
        'я' => "ya",
        'ђ' | 'џ' => "dj",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn every_script_becomes_plain_letters() {
        for (text, plain) in [
            ("Müller-Weiß, Søren", "muller weiss soren"),
            ("O’Brien", "obrien"),
            ("Горбачёв", "gorbachev"),
            ("مُحَمَّد", "mhmd"),
            ("خامنه‌ای", "khamnhay"),
            ("习近平", "xi jin ping"),
            ("F.B.I.", "f b i"),
        ] {
            assert_eq!(words(text).join(" "), plain, "{text}");
        }
    }
}
