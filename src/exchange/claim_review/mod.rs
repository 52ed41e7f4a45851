//! ClaimReview of schema.org: the markup by which fact-checkers publish what they found. JSON-LD, in a
//! file of its own or inside a page.
//!
//! What is read of it is what a casebook has a place for ([`FactCheck`]); the markup itself is kept whole
//! beside that, and goes out again with what has been edited since ([`merged`]).

mod block;
mod date;
mod fields;
mod kind;
mod merge;
mod objects;
mod page;
mod rating;
mod read;
mod references;
mod text;
mod work;

pub use fields::fields;
pub use merge::merged;
pub use rating::{verdict_of_words, words_of};
pub use read::fact_check;

use std::ops::Range;

use serde_json::{Map, Value};

use super::library::{Fault, Frame, json_items};
use crate::domain::{Date, Source, Timestamp, Verdict};
use crate::error::Error;

/// What stands around the entries of a file of rejects.
pub const FRAME: Frame = Frame { before: "[\n", between: ",\n", after: "\n]\n", comment: "//" };

/// An object of JSON-LD as it stands.
pub type Markup = Map<String, Value>;

/// What a ClaimReview says, as far as a casebook has a place for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactCheck {
    /// The claim that is checked.
    pub statement: String,
    /// Who makes it.
    pub claimant: Option<String>,
    /// When it was made.
    pub claimed_on: Option<Date>,
    /// The article that checks it. Its key is only proposed.
    pub article: Source,
    /// Where the claim was made. Their keys are only proposed.
    pub appearances: Vec<Source>,
    /// The rating, in the words of the article.
    pub rating: Option<String>,
    /// What the rating means, where that is beyond doubt.
    pub verdict: Option<Verdict>,
    /// Why it was rated so.
    pub explanation: Option<String>,
    /// Who signs the article.
    pub reviewer: Option<String>,
    /// When it was published, where at least the day is known.
    pub reviewed_at: Option<Timestamp>,
}

/// A ClaimReview and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The line on which it begins.
    pub line: u64,
    /// Which bytes of the file's text it is.
    pub span: Range<usize>,
    /// All of it; what it only refers to elsewhere in its block stands in it.
    pub markup: Markup,
    /// What is understood of it.
    pub check: FactCheck,
    /// What was understood only in part.
    pub warnings: Vec<String>,
}

/// Whether a file with this text is a page, or JSON with a ClaimReview in it.
pub fn recognises(text: &str) -> bool {
    let text = text.trim_start();
    let has_one = text.contains("ClaimReview");
    match text.chars().next() {
        Some('<') => has_one || is_page(text),
        Some('{' | '[') => has_one && text.contains("\"@type\""),
        _ => false,
    }
}

/// Whether it begins as a page does, and not as other XML.
fn is_page(text: &str) -> bool {
    const LOOKED_AT: usize = 1024;
    let start: String = text.chars().take(LOOKED_AT).collect();
    let start = start.to_ascii_lowercase();
    start.contains("<html") || start.contains("<!doctype html")
}

/// The ClaimReviews of a file, in order; one that is broken does not keep the others from being read.
pub fn entries(text: &str) -> Vec<Result<Entry, Fault>> {
    let is_page = text.trim_start().starts_with('<');
    let blocks = if is_page { page::blocks(text) } else { json_items(text) };
    let mut entries = Vec::new();
    for (line, span) in blocks {
        // What is broken in a page is its author's business, unless it is a ClaimReview.
        if !is_page || text[span.clone()].contains("ClaimReview") {
            block::read(text, (line, span), is_page, &mut entries);
        }
    }
    if entries.is_empty() {
        entries.push(Err(none(text, is_page)));
    }
    entries
}

fn none(text: &str, is_page: bool) -> Fault {
    let error = Error::invalid("there is no ClaimReview in it");
    let error = if is_page && text.contains("schema.org/ClaimReview") {
        error.hint(
            "the page has one as microdata, which is not read; ask the publisher for JSON-LD, or log the \
             claim by hand: twosource claim add",
        )
    } else {
        error.hint(
            "a ClaimReview is an object with \"@type\": \"ClaimReview\"; in a page it stands in a <script \
             type=\"application/ld+json\">",
        )
    };
    Fault { line: 1, key: None, error, span: 0..0 }
}
