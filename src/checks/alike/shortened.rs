//! Names of which one stands there with initials, or without the names in the middle.

use std::collections::{BTreeSet, HashMap};

use super::pairing::{Likeness, Part, likeness};
use super::spelling::{Spelling, Word};
use super::verdict;

/// A short name that fits more names than that tells nobody apart.
const TELLING: usize = 3;

/// A surname with more people of one initial than that is too common for the short names among them to
/// tell anybody.
const COMMON: usize = 100;

/// Adds the pairs to those that were found.
pub(super) fn add(spellings: &[Spelling], found: &mut BTreeSet<(usize, usize)>) {
    let mut families: HashMap<(String, u8), Vec<usize>> = HashMap::new();
    for (place, spelling) in spellings.iter().enumerate() {
        let (given, family) = spelling.parts();
        let Some(first) = given.first() else { continue };
        if spelling.is_body || spelling.acronym.is_some() || spelling.ideographs.is_some() {
            continue;
        }
        let bones: Vec<&str> = family.iter().map(|word| word.sound.bones()[0]).collect();
        let initial = first.plain.as_bytes()[0];
        families.entry((bones.join(" "), initial)).or_default().push(place);
    }
    for people in families.values().filter(|people| people.len() <= COMMON) {
        let mut fitting = Vec::new();
        let mut partners: HashMap<usize, usize> = HashMap::new();
        for (number, &one) in people.iter().enumerate() {
            for &other in &people[number + 1..] {
                let (left, right) = (&spellings[one], &spellings[other]);
                if is_short_for(left, right) || is_short_for(right, left) {
                    fitting.push((one, other));
                    *partners.entry(one).or_default() += 1;
                    *partners.entry(other).or_default() += 1;
                }
            }
        }
        let tells = |place| partners.get(place).is_none_or(|count| *count <= TELLING);
        found.extend(fitting.iter().filter(|(one, other)| tells(one) && tells(other)));
    }
}

/// Whether the first is the second with initials for names, or with fewer of them.
fn is_short_for(short: &Spelling, full: &Spelling) -> bool {
    let ((given, family), (all_given, all_family)) = (short.parts(), full.parts());
    let same_family = family.len() == all_family.len()
        && family.iter().zip(all_family).all(|(one, other)| {
            matches!(likeness(one, other, Part::Family), Some(Likeness::Same | Likeness::Variant))
        });
    let shorter = given.len() < all_given.len()
        || given
            .iter()
            .zip(all_given)
            .any(|(one, other)| one.plain.len() < 2 && other.plain.len() > 1);
    same_family
        && shorter
        && given.len() <= all_given.len()
        && short.numbers == full.numbers
        && !verdict::generations_differ(short, full)
        && given.iter().zip(all_given).all(|(one, other)| fits(one, other))
}

fn fits(short: &Word, full: &Word) -> bool {
    let is_initial = short.plain.len() == 1 || full.plain.len() == 1;
    if is_initial {
        return short.plain.as_bytes()[0] == full.plain.as_bytes()[0];
    }
    matches!(likeness(short, full, Part::Given), Some(Likeness::Same | Likeness::Variant))
}
