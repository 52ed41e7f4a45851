//! The ways in which texts write a name.

use super::words::{count, is_east_asian, length, spaced};
use crate::domain::{Name, NameParts};

/// A name of fewer letters stands in too many words' places.
const SHORTEST_NAME: usize = 3;

/// The same for names in Chinese characters, Hangul and kana.
const SHORTEST_EAST_ASIAN: usize = 2;

/// The last word of a family name of several says who it is only where it has so many letters.
const SHORTEST_LAST: usize = 5;

/// What is written to a name and is none.
const TITLES: [&str; 24] = [
    "dr",
    "prof",
    "professor",
    "sir",
    "dame",
    "lord",
    "lady",
    "jr",
    "sr",
    "mr",
    "mrs",
    "ms",
    "miss",
    "ii",
    "iii",
    "iv",
    "phd",
    "md",
    "esq",
    "hon",
    "rev",
    "ing",
    "dipl",
    "mag",
];

/// One way to write a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spelling {
    pub(super) text: String,
    /// Whether it is one part of the name alone, which may be an ordinary word as well.
    pub(super) alone: bool,
}

/// How a name may be written; first as it is written here and in reading order.
pub(super) fn spellings(name: &Name) -> Vec<Spelling> {
    let mut found = Vec::new();
    let mut add = |text: String, alone: bool| {
        for text in [text.clone(), latin(&text, |_| None), latin(&text, german)] {
            let spelling = Spelling { text, alone };
            if is_long_enough(&spelling.text) && !found.contains(&spelling) {
                found.push(spelling);
            }
        }
    };
    let written = name.as_written();
    let (family, given) = match name.parts() {
        NameParts::Person { family, given } => (family, given),
        NameParts::Literal(text) => {
            let short = untitled(text);
            add(text.to_owned(), count(&spaced(text)) < 2 && !is_east_asian(text));
            if short != text {
                let alone = count(&spaced(&short)) < 2;
                add(short, alone);
            }
            return found;
        }
    };
    add(written.to_owned(), given.is_empty());
    add(name.reading_order(), given.is_empty());
    let (family, given) = (untitled(family), untitled(given));
    let first = given.split_whitespace().next().unwrap_or_default().to_owned();
    let parts: Vec<&str> =
        family.split(|it: char| it.is_whitespace() || "-‐‑–".contains(it)).collect();
    if !given.is_empty() {
        let ends = [family.as_str(), parts[parts.len() - 1], parts[0]];
        // A particle is no name: "de la Cruz", "El Masri".
        let is_name = |part: &&str| length(&spaced(part)) > SHORTEST_NAME || *part == family;
        for part in ends.into_iter().filter(is_name) {
            for given in [given.as_str(), first.as_str()] {
                add(format!("{given} {part}"), false);
                add(format!("{part}, {given}"), false);
            }
        }
    }
    let last = parts[parts.len() - 1].to_owned();
    let is_telling = parts.len() > 1 && length(&spaced(&last)) >= SHORTEST_LAST;
    add(family, true);
    if is_telling {
        add(last, true);
    }
    found
}

fn is_long_enough(text: &str) -> bool {
    let words = spaced(text);
    match is_east_asian(text) {
        true => count(&words) >= SHORTEST_EAST_ASIAN,
        false => length(&words) >= SHORTEST_NAME,
    }
}

/// A name without titles and suffixes; as it is where nothing else would be left.
fn untitled(name: &str) -> String {
    let is_title = |word: &str| {
        let word = word.to_lowercase();
        word.split(['.', ',']).all(|part| part.is_empty() || TITLES.contains(&part))
    };
    let words: Vec<&str> = name.split_whitespace().filter(|word| !is_title(word)).collect();
    match words.is_empty() {
        true => name.to_owned(),
        false => words.join(" ").trim_end_matches(',').to_owned(),
    }
}

/// A text with its Latin letters as an English keyboard has them: as `own` says, else without their marks.
fn latin(text: &str, own: impl Fn(char) -> Option<&'static str>) -> String {
    let is_latin = |it: char| matches!(it, '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}');
    let mut plain = String::with_capacity(text.len());
    for letter in text.chars() {
        match own(letter) {
            Some(letters) => plain.push_str(letters),
            None if is_latin(letter) => {
                plain.push_str(deunicode::deunicode_char(letter).unwrap_or_default());
            }
            None => plain.push(letter),
        }
    }
    plain
}

/// What is written for a letter in German and Scandinavian names where it cannot be typed.
fn german(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ä' | 'æ' => "ae",
        'ö' | 'ø' => "oe",
        'ü' => "ue",
        'å' => "aa",
        'Ä' | 'Æ' => "Ae",
        'Ö' | 'Ø' => "Oe",
        'Ü' => "Ue",
        'Å' => "Aa",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::spellings;

    fn has(name: &str, text: &str, alone: bool) -> bool {
        let name = name.parse().unwrap();
        spellings(&name).iter().any(|it| it.text == text && it.alone == alone)
    }

    #[test]
    fn a_name_is_known_in_its_usual_forms() {
        for (name, text) in [
            ("Dr. Weiß, Karl", "Karl Weiss"),
            ("Weiß, Prof. Karl", "Karl Weiß"),
            ("King, Martin Jr.", "Martin King"),
            ("de la Cruz, Ana", "Ana Cruz"),
            ("García Márquez, Gabriel", "Gabriel García"),
            ("van den Berg, Jan", "Jan Berg"),
            ("Müller, Zoë", "Zoe Mueller"),
            ("Sørensen, Łukasz", "Lukasz Sorensen"),
            ("李, 娜", "李, 娜"),
        ] {
            assert!(has(name, text, false), "{name}: {text}");
        }
        for (name, text) in [
            ("Dr. Weiß, Karl", "Weiß"),
            ("Müller-Zquane, Ada", "Zquane"),
            ("al-Masri, Ali", "Masri"),
            ("Sørensen, Bo", "Soerensen"),
        ] {
            assert!(has(name, text, true), "{name}: {text}");
        }
    }

    #[test]
    fn what_would_be_found_everywhere_is_not() {
        for (name, text) in [("Li, Na", "Li"), ("李, 娜", "李"), ("van den Berg, Jan", "Berg")] {
            assert!(!has(name, text, true), "{name}: {text}");
        }
        assert!(!has("de la Cruz, Ana", "Ana de", false));
    }
}
