//! `twosource`: the casebook of people who check facts.
//!
//! Modules in reading order; each may only use those above it. A test holds that.

pub mod error;

pub mod domain;

pub mod bibliography;
pub mod clock;

pub mod corroboration;

pub mod explanation;

pub mod checks;

pub mod store;

pub mod exchange;

pub mod transfer;

pub mod layout;
pub mod output;

pub mod queue;

pub mod commands;
