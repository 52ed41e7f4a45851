//! How two words of names stand to each other.

use super::spelling::Word;

/// From how many letters on a word that is one slip off is taken for it.
const LONG_ENOUGH: usize = 4;

/// A word of more letters is no word.
const LONGEST: usize = 64;

/// From how many letters on that slip may be one letter for another.
const LONG: usize = 6;

/// What part of a name the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Given,
    Family,
    OfBody,
}

/// How alike two words are, the most alike first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    Same,
    /// Another spelling of the same sound.
    Variant,
    /// One letter left out, added, swapped with the next, or in a long word another.
    Slip,
}

/// How alike two words are; none where they are two.
pub(super) fn likeness(one: &Word, other: &Word, part: Part) -> Option<Likeness> {
    let (short, long) =
        if one.plain.len() <= other.plain.len() { (one, other) } else { (other, one) };
    if one.plain == other.plain {
        return Some(Likeness::Same);
    }
    let initial = short.plain.len() < 2;
    if initial || (part != Part::OfBody && tells_man_from_woman(&short.plain, &long.plain, part)) {
        return None;
    }
    if one.sound.resembles(&other.sound) {
        return Some(Likeness::Variant);
    }
    is_slip(short, long, part).then_some(Likeness::Slip)
}

/// Whether the words differ as names of a man and a woman do: `Petrov` and `Petrova`, `Mario` and
/// `Maria`, and of given names `Jean` and `Jeanne`, `Daniel` and `Danielle`.
fn tells_man_from_woman(short: &str, long: &str, part: Part) -> bool {
    if let Some(more) = long.strip_prefix(short) {
        let doubled = short.chars().next_back().map(|last| format!("{last}e"));
        return more == "a"
            || (part == Part::Given && (more == "e" || doubled.as_deref() == Some(more)));
    }
    let ends = (short.chars().next_back(), long.chars().next_back());
    let (Some(one), Some(other)) = ends else { return false };
    let same_stem = short.len() == long.len() && short[..short.len() - 1] == long[..long.len() - 1];
    let pairs: &[[char; 2]] = match part {
        Part::Given => &[['a', 'o'], ['a', 'e'], ['e', 'o']],
        _ => &[['a', 'o']],
    };
    same_stem && pairs.iter().any(|pair| *pair == [one, other] || *pair == [other, one])
}

fn is_slip(short: &Word, long: &Word, part: Part) -> bool {
    let needed = if short.is_abjad || part == Part::OfBody { LONG_ENOUGH + 1 } else { LONG_ENOUGH };
    // Who slips does so seldom at the first letter; and at it many names differ.
    let same_start = short.plain.as_bytes().first() == long.plain.as_bytes().first();
    let (is_shorter, length) = (short.plain.len() < long.plain.len(), short.plain.len());
    if length < needed
        || long.plain.len() > LONGEST
        || !same_start
        || strsim::osa_distance(&short.plain, &long.plain) != 1
    {
        return false;
    }
    is_shorter || is_swapped(&short.plain, &long.plain) || (part != Part::Given && length >= LONG)
}

/// Whether two neighbouring letters have changed places, nothing else.
fn is_swapped(one: &str, other: &str) -> bool {
    let mut differing = one.bytes().zip(other.bytes()).enumerate().filter(|(_, (a, b))| a != b);
    let (first, second) = (differing.next(), differing.next());
    matches!((first, second), (Some((at, (a, b))), Some((next, (c, d))))
        if next == at + 1 && a == d && b == c)
}
