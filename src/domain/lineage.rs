//! Lineage: where a whole source comes from.

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::words::Relation;

/// A source comes from an origin. One row of `lineage.csv`; at most one for the same three keys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    /// The source that derives.
    pub source: Key,
    /// The source it comes from; never the same one.
    pub origin: Key,
    /// What the one has to do with the other.
    pub relation: Relation,
    /// The user's remarks.
    pub note: Option<String>,
}
