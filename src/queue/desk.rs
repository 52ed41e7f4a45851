//! What a session asks for, and has done.

use super::page::Page;
use crate::domain::{Citation, Key, Verdict};
use crate::error::Result;

/// How many claims a search shows at most.
pub const FOUND: usize = 30;

/// Where the work of a session is done: the casebook, or a stand-in for a test.
///
/// Each deed is done for good when it returns, and says what has come of it. A deed fails with a
/// [`Conflict`](crate::error::ErrorKind::Conflict) where somebody else has changed what the last
/// [`Desk::page`] of the claim showed: then nothing was done.
pub trait Desk {
    /// What is to be seen of a claim, as it is now.
    fn page(&mut self, claim: &Key) -> Result<Page>;

    /// Whether the claim is still there, as far as can be said. It does not count as having shown it.
    fn is_there(&mut self, claim: &Key) -> bool;

    /// Gives a verdict on a claim.
    fn judge(&mut self, claim: &Key, verdict: Verdict, note: Option<&str>) -> Result<String>;

    /// Adds a citation.
    fn cite(&mut self, citation: &Citation) -> Result<String>;

    /// Accepts what a rule finds about a claim.
    fn waive(&mut self, claim: &Key, rule: &str, reason: &str) -> Result<String>;

    /// The sources that may be meant by what was typed so far, the likeliest first; a few. Where it is
    /// exactly a key by which a source is known, that source is the first.
    fn sources_like(&mut self, typed: &str) -> Result<Vec<Suggestion>>;

    /// The claims that have these words or this key, the best first; [`FOUND`] at most.
    fn find(&mut self, words: &str) -> Result<Vec<Found>>;

    /// Keeps the claim at which to go on next time; `None` where all is done.
    fn keep_place(&mut self, claim: Option<&Key>);
}

/// A source that may be meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// Its key.
    pub key: Key,
    /// Its title.
    pub title: String,
}

/// A claim that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its key.
    pub key: Key,
    /// Its statement.
    pub statement: String,
}
