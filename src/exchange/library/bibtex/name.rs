//! Names in BibTeX: `First von Last`, `von Last, First`, `von Last, Jr, First`, BibLaTeX's
//! `family=…, given=…`, and bodies in braces.

use super::tex;
use crate::domain::{Name, NameParts};

/// The names of a list, and whether it ends in `and others`.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Names {
    pub(super) names: Vec<Name>,
    /// One of the names was no name, or had more commas than a name has.
    pub(super) odd: bool,
}

/// The names of a list that `and` joins.
pub(super) fn read(tex: &str) -> Names {
    let mut read = Names::default();
    for name in split(tex, " ", |words| words.eq_ignore_ascii_case("and")) {
        let name = name.trim();
        if name.is_empty() || name.eq_ignore_ascii_case("others") {
            continue;
        }
        match one(name) {
            Some(name) => read.names.push(name),
            None => {
                read.odd = true;
                read.names.extend(literal(&tex::decode_name(name)));
            }
        }
    }
    read
}

fn one(tex: &str) -> Option<Name> {
    if in_one_pair_of_braces(tex) {
        return literal(&tex::decode_name(tex));
    }
    let parts = split(tex, ",", |_| false);
    if let Some(name) = by_part(&parts) {
        return name;
    }
    let text = |part: &str| tex::decode_name(part.trim()).trim().to_owned();
    match parts.as_slice() {
        [whole] => reading_order(whole),
        [family, given] => person(&text(family), &text(given)),
        [family, suffix, given] => {
            let (given, suffix) = (text(given), text(suffix));
            let between = if given.is_empty() || suffix.is_empty() { "" } else { ", " };
            person(&text(family), &format!("{given}{between}{suffix}"))
        }
        _ => None,
    }
}

/// `family=Last, given=First, prefix=von, suffix=Jr`.
fn by_part(parts: &[&str]) -> Option<Option<Name>> {
    let mut known = [const { String::new() }; 4];
    for part in parts {
        let (name, value) = part.split_once('=')?;
        let name = name.trim().to_ascii_lowercase();
        let place = ["prefix", "family", "given", "suffix"].iter().position(|known| *known == name);
        if let Some(place) = place {
            let value = value.trim();
            let bare = value.strip_prefix('"').and_then(|value| value.strip_suffix('"'));
            known[place] = tex::decode_name(bare.unwrap_or(value)).trim().to_owned();
        }
    }
    let [prefix, family, given, suffix] = known;
    let joined = |first: String, between: &str, second: String| match (&*first, &*second) {
        ("", _) => second,
        (_, "") => first,
        _ => format!("{first}{between}{second}"),
    };
    (!family.is_empty()).then(|| person(&joined(prefix, " ", family), &joined(given, ", ", suffix)))
}

/// `First von Last`: the family name begins with the first word in small letters, or is the last word.
fn reading_order(tex: &str) -> Option<Name> {
    let words = split(tex, " ~", |_| false);
    let words: Vec<&str> = words.into_iter().filter(|word| !word.is_empty()).collect();
    let last = words.len().checked_sub(1)?;
    let family = words[..last].iter().position(|word| is_small(word)).unwrap_or(last);
    let joined = |words: &[&str]| {
        let words: Vec<_> = words.iter().map(|word| tex::decode_name(word)).collect();
        words.join(" ").trim().to_owned()
    };
    person(&joined(&words[family..]), &joined(&words[..family]))
}

/// Whether a word begins with a small letter. What is in braces has no case, but for a command.
fn is_small(word: &str) -> bool {
    let plain = !word.starts_with('{') || word.starts_with("{\\");
    plain
        && tex::decode_name(word)
            .chars()
            .find(|c| c.is_alphabetic())
            .is_some_and(char::is_lowercase)
}

fn person(family: &str, given: &str) -> Option<Name> {
    if family.is_empty() || given.is_empty() {
        return literal(&format!("{family}{given}"));
    }
    let name = format!("{family}, {given}").parse::<Name>().ok();
    name.filter(|name| name.parts() == NameParts::Person { family, given })
        .or_else(|| literal(&format!("{given} {family}")))
}

/// The name of a body, or of somebody who has but one.
fn literal(text: &str) -> Option<Name> {
    let text = text.trim();
    let plain = text.parse::<Name>().ok();
    plain
        .filter(|name| name.parts() == NameParts::Literal(text) && !text.contains(':'))
        .or_else(|| format!("{{{text}}}").parse().ok())
}

/// The pieces of a text between what separates them, outside braces: characters, or, between white
/// space, words.
fn split<'t>(tex: &'t str, separators: &str, is_separator: fn(&str) -> bool) -> Vec<&'t str> {
    let by_words = is_separator("and");
    let (mut pieces, mut depth, mut begin, mut word) = (Vec::new(), 0_usize, 0, 0);
    for (at, character) in tex.char_indices() {
        let space = character.is_ascii_whitespace();
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ if depth > 0 => {}
            _ if by_words && space => {
                if word > 0 && is_separator(&tex[word..at]) {
                    pieces.push(&tex[begin..word]);
                    begin = at;
                }
                word = at + 1;
            }
            _ if !by_words
                && (separators.contains(character) || (space && separators.contains(' '))) =>
            {
                pieces.push(&tex[begin..at]);
                begin = at + character.len_utf8();
            }
            _ => {}
        }
    }
    pieces.push(&tex[begin..]);
    pieces
}

fn in_one_pair_of_braces(tex: &str) -> bool {
    let mut depth = 0_usize;
    tex.starts_with('{')
        && tex.char_indices().all(|(at, character)| {
            match character {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth > 0 || at + 1 == tex.len()
        })
}

/// A name as it stands in a list.
pub(super) fn write(name: &Name) -> String {
    match name.parts() {
        NameParts::Person { family, given } => {
            let (before, suffix) = match given.split_once(", ") {
                Some((given, suffix)) if is_whole(given) && is_whole(suffix) => {
                    (given, Some(suffix))
                }
                _ => (given, None),
            };
            let parts = [Some(family), suffix, Some(before)].into_iter().flatten();
            let parts: Vec<String> = parts.map(part).collect();
            parts.join(", ")
        }
        NameParts::Literal(text) => {
            let tex = tex::encode_name(text);
            let one_word = !text.contains([' ', '\u{a0}', ',', '=', '{', '}', '\\', '~', '^']);
            let plain = one_word
                && !text.eq_ignore_ascii_case("others")
                && !text.eq_ignore_ascii_case("and");
            if plain { tex } else { format!("{{{tex}}}") }
        }
    }
}

/// Whether a text is one part of a name, and all of it.
fn is_whole(text: &str) -> bool {
    !text.is_empty() && text.trim() == text && !text.contains(',')
}

/// A part of a name, in braces where something in it would part it.
fn part(text: &str) -> String {
    let tex = tex::encode_name(text);
    let parts = text.contains([',', '=', '"'])
        || text.split_whitespace().any(|word| word.eq_ignore_ascii_case("and"));
    if parts { format!("{{{tex}}}") } else { tex }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn told(tex: &str) -> Vec<String> {
        read(tex).names.iter().map(|name| name.to_string()).collect()
    }

    #[test]
    fn every_way_to_write_a_name() {
        let cases = [
            ("Donald E. Knuth", "Knuth, Donald E."),
            ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
            ("van Beethoven, Ludwig", "van Beethoven, Ludwig"),
            ("Jean de La Fontaine", "de La Fontaine, Jean"),
            ("von der Leyen, Jr., Ursula", "von der Leyen, Ursula, Jr."),
            ("{World Health Organization}", "World Health Organization"),
            ("{Barnes and Noble, Inc.}", "{Barnes and Noble, Inc.}"),
            ("Aristotle", "Aristotle"),
            ("K{\\\"o}nig, J\\'er\\^ome", "König, Jérôme"),
            ("{\\'E}mile~Zola", "Zola, Émile"),
            ("毛, 泽东", "毛, 泽东"),
            ("Толстой, Лев", "Толстой, Лев"),
            ("family=Doe, given=Jane, prefix=de la", "de la Doe, Jane"),
            ("{de la Cruz} Maria", "Maria, de la Cruz"),
            ("Smith,", "Smith"),
        ];
        for (tex, name) in cases {
            assert_eq!(told(tex), [name], "{tex}");
        }
        assert_eq!(
            told("Lee, Ann\n  AND {Roe and Sons} and Sand, Ida and others"),
            ["Lee, Ann", "Roe and Sons", "Sand, Ida"]
        );
        assert!(read("Smith, J., Doe, R., Roe, P.").odd);
        assert_eq!(told("unnamed: x"), ["{unnamed: x}"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read(words in prop::collection::vec(prop::sample::select(vec![
            "Lee", "van", "and", ",", ", ", "{", "}", " ", "others", "Jr", "é", "~", "\\", ":", "=", "&", "family=", "\"",
        ]), 1..8)) {
            // A comma after nothing or before nothing is no part of a name to BibTeX.
            let whole = |name: &Name| match name.parts() {
                NameParts::Person { family, given } => !family.is_empty() && !given.is_empty(),
                NameParts::Literal(_) => true,
            };
            if let Some(name) = words.concat().parse::<Name>().ok().filter(whole) {
                let names = read(&write(&name)).names;
                prop_assert_eq!(names.len(), 1);
                prop_assert_eq!(names[0].voice(), name.voice(), "{}", write(&name));
                prop_assert_eq!(write(&names[0]), write(&name));
            }
        }
    }
}
