//! What is not seen of a casebook from outside.

use super::super::Stored;
use crate::domain::{Key, Source};

/// What of a casebook is not seen outside, and what is seen in its place.
///
/// Of confidential sources nothing is seen but what stands in [`sources`](Self::sources); nor are
/// locator, quote and note of the citations that cite one or attribute something to one, locator and
/// quote of an appearance in one, the note of a lineage row at either end of which one stands, and
/// names that no other source credits.
#[derive(Debug, Clone, Default)]
pub struct Mask {
    /// The sources that are withheld, confidential or on background, each as it is seen.
    pub sources: Vec<Stored<Source>>,
    /// The sources from which no lineage is seen.
    pub cut: Vec<Key>,
    /// The sources whose citations are not seen to be attributed to anybody.
    pub carriers: Vec<Key>,
    /// Further CSL variables that are not seen: the source, and the name of the variable.
    pub variables: Vec<(i64, String)>,
    /// Other spellings of names that are not seen.
    pub aliases: Vec<String>,
    /// Pairs of names that are not seen to be two.
    pub distinctions: Vec<(String, String)>,
}
