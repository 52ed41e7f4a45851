//! Whether two names are so alike that somebody should be asked.

use super::pairing::{Likeness, Part, likeness};
use super::spelling::{Spelling, Word};

/// How many letters a name must have before one that only resembles it is taken for it.
const LONG_ENOUGH: usize = 8;

/// The same for names without short vowels.
const LONG_ENOUGH_UNVOICED: usize = 6;

/// What has more words is no name.
const MOST: usize = 16;

/// Whether the two may be one.
pub(super) fn alike(one: &Spelling, other: &Spelling) -> bool {
    if [one, other].iter().any(|spelling| spelling.words.is_empty() || spelling.words.len() > MOST)
    {
        return false;
    }
    if let (Some(one), Some(other)) = (&one.ideographs, &other.ideographs) {
        return one == other;
    }
    if one.numbers != other.numbers || generations_differ(one, other) {
        return false;
    }
    if stands_for(one, other) || stands_for(other, one) {
        return true;
    }
    let run_together = one.together.iter().any(|text| other.together.contains(text));
    if run_together && !one.together[0].is_empty() {
        return true;
    }
    if one.is_body || other.is_body {
        return bodies_alike(one, other);
    }
    words_alike(one, other) || parted_otherwise(one, other)
}

pub(super) fn generations_differ(one: &Spelling, other: &Spelling) -> bool {
    matches!((one.generation, other.generation), (Some(one), Some(other)) if one != other)
}

/// Whether the one is the initials of the other.
fn stands_for(one: &Spelling, other: &Spelling) -> bool {
    one.acronym.as_ref().is_some_and(|acronym| {
        other.initials.contains(acronym) || other.acronym.as_ref() == Some(acronym)
    })
}

/// Bodies have their words in one order, and each of them tells: at most one may be written otherwise.
fn bodies_alike(one: &Spelling, other: &Spelling) -> bool {
    let mut differing = 0;
    one.words.len() == other.words.len()
        && one.words.iter().zip(&other.words).all(|(one, other)| {
            match likeness(one, other, Part::OfBody) {
                Some(Likeness::Same) => true,
                Some(_) if one.plain.len().min(other.plain.len()) > LONG_ENOUGH / 2 => {
                    differing += 1;
                    differing == 1 && one.plain.as_bytes()[0] == other.plain.as_bytes()[0]
                }
                _ => false,
            }
        })
}

/// Whether each word of the one has its like in the other, in whatever order; where a letter slipped,
/// all other words must be the same.
fn words_alike(one: &Spelling, other: &Spelling) -> bool {
    if one.words.len() != other.words.len() {
        return false;
    }
    let parted = one.is_parted && other.is_parted;
    let mut left: Vec<(usize, &Word)> = other.words.iter().enumerate().collect();
    let (mut variants, mut slips) = (0, 0);
    // Words that are the same first, so that no other takes their place.
    let mut open: Vec<(usize, &Word)> = one.words.iter().enumerate().collect();
    for wanted in [Likeness::Same, Likeness::Variant, Likeness::Slip] {
        open.retain(|(place, word)| {
            let like = left.iter().position(|(other_place, candidate)| {
                let parts = [part_of(one, *place), part_of(other, *other_place)];
                let part = if parts[0] == parts[1] { parts[0] } else { Part::Given };
                // Who has said which is the family name has at most mixed the two up.
                let may_be = parts[0] == parts[1] || !parted || wanted == Likeness::Same;
                may_be && likeness(word, candidate, part) == Some(wanted)
            });
            let Some(like) = like else { return true };
            left.remove(like);
            variants += usize::from(wanted == Likeness::Variant);
            slips += usize::from(wanted == Likeness::Slip);
            false
        });
    }
    let letters = one.letters().min(other.letters());
    let unvoiced = one.words.iter().chain(&other.words).any(|word| word.is_abjad);
    let enough = if unvoiced { LONG_ENOUGH_UNVOICED } else { LONG_ENOUGH };
    let all_same = variants == 0 && slips == 0;
    open.is_empty()
        && (all_same || letters >= enough || (one.words.len() == 1 && letters >= enough - 2))
        && (slips == 0 || (slips == 1 && variants == 0))
}

fn part_of(spelling: &Spelling, place: usize) -> Part {
    let is_family = place >= spelling.words.len() - spelling.family;
    if is_family { Part::Family } else { Part::Given }
}

/// Whether they sound alike when their words are run together: `Kim Jong-un` and a name in a script
/// without spaces, `Binladin` and `bin Laden`.
fn parted_otherwise(one: &Spelling, other: &Spelling) -> bool {
    if one.words.len() == other.words.len() || one.letters().min(other.letters()) < LONG_ENOUGH {
        return false;
    }
    let sounds = |spelling: &Spelling| spelling.together_sounds();
    let (left, right) = (sounds(one), sounds(other));
    left.iter().any(|one| right.iter().any(|other| one.resembles(other)))
}
