//! The words of the casebook as plain types.

pub mod canonical_url;
