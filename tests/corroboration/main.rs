//! Tests of the levels of corroboration.

// A test may stop at the first surprise, and is its own documentation.
#![allow(clippy::unwrap_used, missing_docs)]
