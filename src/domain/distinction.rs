//! Two names that look alike and are two.

use serde::{Deserialize, Serialize};

use super::timestamp::Timestamp;

/// That two names stand for two people or bodies. One row of `distinctions.csv`; at most one for a pair.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Distinction {
    /// One name, in the form in which voices are compared; the smaller of the two.
    pub name: String,
    /// The other name, in that form.
    pub other: String,
    /// Who said so. Never empty.
    pub actor: String,
    /// When.
    pub said_at: Timestamp,
}

impl Distinction {
    /// A distinction of two voices, in whatever order they are given.
    pub fn new(one: String, other: String, actor: String, said_at: Timestamp) -> Self {
        let (name, other) = Distinction::pair(one, other);
        Distinction { name, other, actor, said_at }
    }

    /// Two voices in the order in which a distinction names them.
    pub fn pair<T: Ord>(one: T, other: T) -> (T, T) {
        if one <= other { (one, other) } else { (other, one) }
    }
}
