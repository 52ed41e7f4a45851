//! Claims.

use serde::{Deserialize, Serialize};

use super::appearance::Appearance;
use super::date::Date;
use super::key::Key;
use super::words::{Nature, Priority};

/// A statement of fact to be checked: what a user may set of it. One row of `claims.csv`, together
/// with its rows of `appearances.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The key.
    pub key: Key,
    /// The statement, in one sentence. Never empty.
    pub statement: String,
    /// Who makes the claim.
    pub claimant: Option<String>,
    /// When it was made.
    pub claimed_on: Option<Date>,
    /// What it is about.
    pub nature: Nature,
    /// The harm if it is wrong.
    pub priority: Priority,
    /// The works in which it was made, in order; none of them can be evidence for it.
    pub appearances: Vec<Appearance>,
    /// Who logged it.
    pub logged_by: Option<String>,
    /// The user's own labels, in order.
    pub tags: Vec<String>,
    /// The user's remarks.
    pub note: Option<String>,
}

impl Claim {
    /// A claim of which nothing but key and statement is known.
    pub fn new(key: Key, statement: impl Into<String>) -> Self {
        Claim {
            key,
            statement: statement.into(),
            claimant: None,
            claimed_on: None,
            nature: Nature::Fact,
            priority: Priority::Normal,
            appearances: Vec::new(),
            logged_by: None,
            tags: Vec::new(),
            note: None,
        }
    }
}
