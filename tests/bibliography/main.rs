//! The bibliography module, from sources to text.
// Tests may unwrap: a panic is how a test fails. Their helpers need no documentation.
#![allow(clippy::unwrap_used, missing_docs)]

mod golden;
mod hostile;
mod many;
mod reference;
mod second_engine;
mod sources;
mod styles;
