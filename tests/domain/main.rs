//! Tests of the casebook's words.

// A test may stop at the first surprise, and is its own documentation.
#![allow(clippy::unwrap_used, missing_docs)]

mod canonical_url;
