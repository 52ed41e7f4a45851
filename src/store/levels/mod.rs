//! The levels of claims: the evidence in the casebook, given to [`crate::corroboration`].

mod all;
mod network;
mod one;

pub use all::Levels;

pub use crate::corroboration::{ClaimLevel, PointKind, WeakestPoint};
