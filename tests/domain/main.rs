//! Tests of the casebook's words.

// A test may stop at the first surprise, and is its own documentation.
#![allow(clippy::unwrap_used, missing_docs)]

mod canonical_url;
mod cell;
mod creator;
mod date;
mod identifier;
mod key;
mod locator;
mod nearest;
mod timestamp;
