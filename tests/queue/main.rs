//! The review queue without a terminal: keys in, screens out, the casebook a stand-in.

// A test that cannot draw has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

mod forms;
mod hostile;
mod keys;
mod screens;
mod stand_in;
mod ways;
mod wrapping;
