//! One file for each rule, of the rule's name.

// A test that gets a value wrong has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

mod a_claim;
mod selection;
mod single_origin;
mod single_source;
mod unestablished_independence;
mod unsupported_claim;
