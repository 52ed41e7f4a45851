//! The order of claims in the works that make them.

use std::collections::HashMap;

use crate::domain::{Claim, Key, Locator};

/// A word or a number of a locator. Numbers come before words; words in the order in which they were
/// first logged, since nobody said which section of a work comes before which.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Piece {
    Number(u128),
    Word(usize),
}

/// Puts claims in the order in which their work makes them; those of one place, and all of which no
/// place is known, stay in the order given, the latter behind.
///
/// Without a work, that in which each claim was made first counts.
pub(super) fn by_place(claims: &mut [Claim], work: Option<&Key>) {
    by_place_of(claims, |claim| claim, work);
}

/// The same for whatever holds a claim.
pub(crate) fn by_place_of<T>(items: &mut [T], claim: impl Fn(&T) -> &Claim, work: Option<&Key>) {
    let mut works: HashMap<Option<Key>, usize> = HashMap::new();
    let mut words: HashMap<String, usize> = HashMap::new();
    let mut places = HashMap::new();
    for claim in items.iter().map(&claim) {
        let mut made = claim.appearances.iter();
        let made = match work {
            Some(work) => made.find(|appearance| appearance.source == *work),
            None => made.next(),
        };
        let next = works.len();
        let rank = *works.entry(made.map(|made| made.source.clone())).or_insert(next);
        let pieces = made.and_then(|made| made.locator.as_deref()).map(|locator| {
            pieces(locator).into_iter().map(|piece| ranked(piece, &mut words)).collect::<Vec<_>>()
        });
        places.insert(claim.key.clone(), (rank, pieces.is_none(), pieces));
    }
    items.sort_by(|a, b| places[&claim(a).key].cmp(&places[&claim(b).key]));
}

fn ranked(piece: String, words: &mut HashMap<String, usize>) -> Piece {
    match piece.parse() {
        Ok(number) => Piece::Number(number),
        Err(_) => {
            let next = words.len();
            Piece::Word(*words.entry(piece).or_insert(next))
        }
    }
}

/// Label, words and numbers of a locator.
fn pieces(locator: &str) -> Vec<String> {
    let Locator { label, value } = Locator::parse(locator);
    let mut pieces = vec![label.unwrap_or_default().to_owned()];
    let mut before = None;
    for letter in value.to_lowercase().chars() {
        let digit = letter.is_ascii_digit();
        match pieces.last_mut() {
            Some(last) if before == Some(digit) => last.push(letter),
            _ => pieces.push(letter.to_string()),
        }
        before = Some(digit);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::by_place;
    use crate::domain::{Appearance, Claim, Key};

    fn order(places: &[&str]) -> String {
        let work: Key = "work".parse().unwrap();
        let claim = |(number, place): (usize, &&str)| {
            let mut claim = Claim::new(format!("c{number}").parse().unwrap(), "It was so.");
            let locator = Some((*place).to_owned()).filter(|place| !place.is_empty());
            claim.appearances = vec![Appearance { source: work.clone(), locator, quote: None }];
            claim
        };
        let mut claims: Vec<Claim> = places.iter().enumerate().map(claim).collect();
        by_place(&mut claims, Some(&work));
        claims.iter().map(|claim| claim.key.as_str()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn numbers_count_as_numbers_and_sections_come_as_they_were_logged() {
        assert_eq!(order(&["page 12", "page 3", "", "7"]), "c1 c3 c0 c2");
        assert_eq!(
            order(&["section B, paragraph 10", "section A", "section B, paragraph 2"]),
            "c2 c0 c1"
        );
        assert_eq!(order(&["timestamp 00:12:31", "timestamp 00:02:59"]), "c1 c0");
        assert_eq!(order(&["", "", ""]), "c0 c1 c2");
    }
}
