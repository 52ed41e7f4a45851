//! Names that look alike, found without comparing each with each.

use std::collections::{BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::{Name, NameParts};

/// A name must have that many letters before one that differs a little is taken for it.
const LONG_ENOUGH: usize = 8;

/// How alike two spellings must be (Jaro-Winkler) where only their consonants agree.
const ALIKE: f64 = 0.8;

/// A surname with an initial that fits more names than that tells nobody apart.
const TELLING: usize = 3;

/// The pairs of names, by their places, that may be two spellings of one; the earlier first.
pub(super) fn pairs(names: &[&Name]) -> BTreeSet<(usize, usize)> {
    let words: Vec<Vec<String>> = names.iter().map(|name| words(&name.reading_order())).collect();
    let mut found = BTreeSet::new();
    same(&words, sorted, |_, _| true, &mut found);
    same(&words, consonants, alike, &mut found);
    one_letter_off(&words, &mut found);
    initials(names, &mut found);
    found
}

/// Words in small letters, without accents and punctuation.
fn words(text: &str) -> Vec<String> {
    let bare: String = text.nfkd().filter(|character| !is_combining_mark(*character)).collect();
    let lower = bare.to_lowercase();
    lower
        .split(|character: char| !character.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

fn sorted(words: &[String]) -> Option<String> {
    let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
    words.sort_unstable();
    (!words.is_empty()).then(|| words.join(" "))
}

/// The consonants of the words, in order of the words, as transliterations keep them; none for a
/// name that is too short or has letters of another script.
fn consonants(words: &[String]) -> Option<String> {
    let letters: usize = words.iter().map(String::len).sum();
    let plain = |word: &String| word.bytes().all(|byte| byte.is_ascii_alphabetic());
    if letters < LONG_ENOUGH || words.len() < 2 || !words.iter().all(plain) {
        return None;
    }
    let mut bones: Vec<String> = words.iter().map(|word| skeleton(word)).collect();
    bones.sort_unstable();
    Some(bones.join(" "))
}

fn skeleton(word: &str) -> String {
    let mut bones = String::new();
    for letter in word.chars() {
        let bone = match letter {
            'q' | 'c' => 'k',
            'z' => 's',
            'v' | 'w' | 'u' | 'o' | 'a' | 'e' | 'i' | 'y' | 'h' => continue,
            'j' => 'g',
            other => other,
        };
        if !bones.ends_with(bone) {
            bones.push(bone);
        }
    }
    bones
}

fn alike(one: &[String], other: &[String]) -> bool {
    let (Some(one), Some(other)) = (sorted(one), sorted(other)) else { return false };
    strsim::jaro_winkler(&one, &other) >= ALIKE
}

/// Adds the names with the same form that also agree otherwise.
fn same(
    words: &[Vec<String>],
    form: impl Fn(&[String]) -> Option<String>,
    agree: impl Fn(&[String], &[String]) -> bool,
    found: &mut BTreeSet<(usize, usize)>,
) {
    let mut first_with: HashMap<String, usize> = HashMap::new();
    for (place, name) in words.iter().enumerate() {
        let Some(form) = form(name) else { continue };
        let first = *first_with.entry(form).or_insert(place);
        if first != place && agree(&words[first], name) {
            found.insert((first, place));
        }
    }
}

/// Adds the names that are one slip apart: such have the same text when one letter is left out.
fn one_letter_off(words: &[Vec<String>], found: &mut BTreeSet<(usize, usize)>) {
    let mut first_with: HashMap<String, usize> = HashMap::new();
    for (place, name) in words.iter().enumerate() {
        let text = name.join(" ");
        let letters: Vec<char> = text.chars().collect();
        // Numbers tell bodies apart, and what is long is no name.
        if letters.len() < LONG_ENOUGH || letters.len() > 64 || text.contains(char::is_numeric) {
            continue;
        }
        let shorter = (0..letters.len()).map(|left_out| {
            let kept = letters.iter().enumerate().filter(|(at, _)| *at != left_out);
            kept.map(|(_, letter)| *letter).collect::<String>()
        });
        for form in shorter.chain([text.clone()]) {
            let first = *first_with.entry(form).or_insert(place);
            if first != place && is_a_slip(&words[first], name) {
                found.insert((first, place));
            }
        }
    }
}

/// Whether all words but one are the same, and that one is long and one letter off.
fn is_a_slip(one: &[String], other: &[String]) -> bool {
    let mut different = one.iter().zip(other).filter(|(one, other)| one != other);
    let Some((left, right)) = different.next() else { return false };
    one.len() == other.len()
        && different.next().is_none()
        && left.chars().count().min(right.chars().count()) > 3
        && strsim::osa_distance(left, right) == 1
}

/// A place and the given names there.
type Person = (usize, Vec<String>);

/// Adds people of one surname of whom one stands there with initials that fit the other.
fn initials(names: &[&Name], found: &mut BTreeSet<(usize, usize)>) {
    let mut families: HashMap<(Vec<String>, char), Vec<Person>> = HashMap::new();
    for (place, name) in names.iter().enumerate() {
        if let NameParts::Person { family, given } = name.parts() {
            let given = words(given);
            if let Some(initial) = given.first().and_then(|word| word.chars().next()) {
                families.entry((words(family), initial)).or_default().push((place, given));
            }
        }
    }
    for people in families.values().filter(|people| people.len() <= TELLING) {
        for (number, (one, given)) in people.iter().enumerate() {
            for (other, other_given) in &people[number + 1..] {
                if given.iter().zip(other_given).all(|(one, other)| fits(one, other))
                    && [given, other_given].iter().any(|words| is_short(words))
                {
                    found.insert((*one, *other));
                }
            }
        }
    }
}

fn fits(one: &str, other: &str) -> bool {
    one == other
        || (one.chars().count() == 1 && other.starts_with(one))
        || (other.chars().count() == 1 && one.starts_with(other))
}

fn is_short(words: &[String]) -> bool {
    words.iter().all(|word| word.chars().count() == 1)
}
