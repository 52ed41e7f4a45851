//! Citations: the links from claims to sources.

use serde::{Deserialize, Serialize};

use super::key::Key;
use super::words::{Credibility, Stance};

/// What a source says about a claim. One row of `citations.csv`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Citation {
    /// The claim that cites.
    pub claim: Key,
    /// The source that is cited.
    pub source: Key,
    /// How the source stands to the claim.
    pub stance: Stance,
    /// Where in the source.
    pub locator: Option<String>,
    /// The words of the source.
    pub quote: Option<String>,
    /// The sources that the source says it has this from, in order.
    pub attributed_to: Vec<Key>,
    /// How credible this item is.
    pub credibility: Option<Credibility>,
    /// The user's remarks.
    pub note: Option<String>,
}

impl Citation {
    /// A supporting citation of which nothing more is known.
    pub fn new(claim: Key, source: Key) -> Self {
        Citation {
            claim,
            source,
            stance: Stance::Supports,
            locator: None,
            quote: None,
            attributed_to: Vec::new(),
            credibility: None,
            note: None,
        }
    }
}
