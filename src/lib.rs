//! `twosource`: the casebook of people who check facts.
//!
//! Modules in reading order; each may only use those above it.

pub mod corroboration;
pub mod domain;
