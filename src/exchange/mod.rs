//! The files that come in and go out, one module per format. Knows no casebook and no command line:
//! it turns bytes into the types of [`crate::domain`] and back.

pub mod case;
pub mod claim_review;
mod decode;
pub mod library;
