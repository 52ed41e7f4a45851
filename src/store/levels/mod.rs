//! The levels of claims: the evidence in the casebook, given to [`crate::corroboration`].

mod all;
mod changes;
mod impact;
mod nearby;
mod network;
mod one;
mod reach;

pub use all::Levels;
pub use changes::LevelChange;
pub use impact::{Impact, Impacted};
pub use reach::Touched;

pub use crate::corroboration::{ClaimLevel, PointKind, WeakestPoint};
