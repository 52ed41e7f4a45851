//! What the documents show is what the program does.

// A test that cannot read a document or run the program has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

mod console;
mod readme;
mod rules;
