//! Appearances: where a claim was made.

use serde::{Deserialize, Serialize};

use super::key::Key;

/// A work in which a claim was made. One row of `appearances.csv`, or the `appears_…` cells of a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appearance {
    /// The work.
    pub source: Key,
    /// Where in it.
    pub locator: Option<String>,
    /// Its words there.
    pub quote: Option<String>,
}
