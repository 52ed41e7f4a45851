//! Names that look alike, found without comparing each with each.
//!
//! A name is taken apart into words without titles, articles and legal forms ([`spelling`]); a word is
//! written in plain Latin letters ([`letters`]) and heard: its consonants, and the vowels between them
//! ([`sound`]). Names that share a key (the same consonants, the same text but for one letter, a surname
//! with an initial, the initials of a body) are candidates ([`candidates`]); which of them are reported is
//! judged pair by pair ([`verdict`], [`shortened`]).

mod candidates;
mod letters;
mod pairing;
mod shortened;
mod sound;
mod spelling;
mod verdict;
mod vocabulary;

use std::collections::BTreeSet;

use crate::domain::Name;
use spelling::Spelling;

/// The pairs of names, by their places, that may be two spellings of one; the earlier first.
pub(super) fn pairs(names: &[&Name]) -> BTreeSet<(usize, usize)> {
    let spellings: Vec<Spelling> = names.iter().map(|name| Spelling::of(name)).collect();
    let mut found: BTreeSet<(usize, usize)> = candidates::of(&spellings)
        .into_iter()
        .filter(|(one, other)| verdict::alike(&spellings[*one], &spellings[*other]))
        .collect();
    shortened::add(&spellings, &mut found);
    found
}
