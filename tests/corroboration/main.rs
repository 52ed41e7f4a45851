//! Tests of the levels of corroboration.

// A test may stop at the first surprise, and is its own documentation.
#![allow(clippy::unwrap_used, missing_docs)]

mod agrees_with_oracle;
mod casebook;
mod levels;
mod oracle;
mod scale;
