//! Which names are worth comparing: those that have a key in common.

use std::hash::BuildHasher;

use hashbrown::DefaultHashBuilder;

use super::spelling::Spelling;

/// A name is compared with so many others of one key at most: a key that more have tells nothing.
const COMPARED: usize = 24;

/// How long a text may be for a slip to be looked for: what is longer is no name.
const SLIPS: std::ops::RangeInclusive<usize> = 6..=64;

/// The kinds of key; equal texts of two kinds are no match.
#[derive(Hash, Clone, Copy)]
enum Kind {
    /// The consonants of the words, in order of the alphabet, to one of the ears.
    Bones(usize),
    /// The consonants of all words run together.
    Together(usize),
    /// All letters run together.
    Letters,
    /// All letters but one.
    Slip,
    /// Initials in capitals, or of a body.
    Initials,
}

/// The pairs to compare, by places, the earlier first, each once.
pub(super) fn of(spellings: &[Spelling]) -> Vec<(usize, usize)> {
    let hasher = DefaultHashBuilder::default();
    let mut keys: Vec<(u64, usize)> = Vec::new();
    for (place, spelling) in spellings.iter().enumerate() {
        let mut add = |kind: Kind, text: &str| keys.push((hasher.hash_one((kind, text)), place));
        add_keys(spelling, &mut add);
    }
    keys.sort_unstable();
    keys.dedup();
    let mut pairs = Vec::new();
    for group in keys.chunk_by(|one, other| one.0 == other.0) {
        for (number, (_, one)) in group.iter().enumerate() {
            let following = group[number + 1..].iter().take(COMPARED);
            pairs.extend(following.map(|(_, other)| (*one, *other)));
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn add_keys(spelling: &Spelling, add: &mut impl FnMut(Kind, &str)) {
    let together = if spelling.is_body { Vec::new() } else { spelling.together_sounds() };
    for ear in 0..2 {
        let mut bones: Vec<&str> =
            spelling.words.iter().map(|word| word.sound.bones()[ear]).collect();
        bones.sort_unstable();
        // What has no consonants is found by its letters.
        if bones.iter().any(|bones| !bones.is_empty()) {
            add(Kind::Bones(ear), &bones.join(" "));
        }
        together.iter().for_each(|sound| add(Kind::Together(ear), sound.bones()[ear]));
    }
    for together in &spelling.together {
        add(Kind::Letters, together);
    }
    let text: String = spelling.words.iter().map(|word| word.plain.as_str()).collect();
    if SLIPS.contains(&text.len()) && spelling.numbers.is_empty() {
        add(Kind::Slip, &text);
        let mut shorter = String::with_capacity(text.len());
        for left_out in 1..text.len() {
            shorter.clear();
            shorter.push_str(&text[..left_out]);
            shorter.push_str(&text[left_out + 1..]);
            add(Kind::Slip, &shorter);
        }
    }
    for initials in spelling.acronym.iter().chain(&spelling.initials) {
        add(Kind::Initials, initials);
    }
}
