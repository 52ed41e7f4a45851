//! The files that come in and go out.

// A test that unwraps fails with the value it did not expect, which is what is wanted of it; its
// name says what it is about.
#![allow(clippy::unwrap_used, missing_docs)]

mod bad_input;
mod bibtex;
mod case_read;
mod case_write;
mod claim_review;
mod encodings;
mod ris;
mod round_trip;
mod support;
