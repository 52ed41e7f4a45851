//! Why a claim has the level it has: what its citations rely on, down to the origins, where they meet,
//! what does not count and why, and what would raise it.
//!
//! Levels and weakest points are worked out in [`crate::corroboration`]; what is here finds the words
//! for them. Everything is pure: the caller loads the sources around the claim.

mod builder;
mod fault;
mod firm;
mod nearby;
mod reach;
mod sentences;
mod tree;

pub use builder::explain;
pub use fault::{Fault, faults_of};
pub use nearby::{Nearby, Subject};
pub use tree::{Branch, CitationTree, End, Explanation, OwnPoint, Raise, Step};
