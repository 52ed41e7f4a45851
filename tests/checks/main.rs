//! One file for each rule, of the rule's name.

// A test that gets a value wrong has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

mod a_claim;
mod anonymous_only;
mod circular_sourcing;
mod contested_claim;
mod disagreeing_reviews;
mod duplicate_source;
mod fallen_source;
mod impossible_lineage;
mod incomplete_reference;
mod inflated_credibility;
mod missing_attribution;
mod missing_locator;
mod own_word;
mod selection;
mod self_review;
mod similar_voices;
mod single_origin;
mod single_publisher;
mod single_source;
mod stale_review;
mod superseded_source;
mod unarchived_web_source;
mod unestablished_independence;
mod unreviewed_claim;
mod unsupported_claim;
