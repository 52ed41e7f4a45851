//! What the program writes, and that nothing from data acts on a terminal.
// A test that fails may panic, and its name says what it shows.
#![allow(clippy::unwrap_used, missing_docs)]

mod csv;
mod errors;
mod json;
mod safe_text;
mod streams;
mod table;
mod written;
