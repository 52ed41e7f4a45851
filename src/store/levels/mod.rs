//! The levels of claims: the evidence in the casebook, given to [`crate::corroboration`].

mod all;
mod bearing;
mod changes;
mod cited;
mod impact;
mod keep;
mod kept;
mod known;
mod nearby;
mod network;
mod one;
mod reach;
mod some;

pub use all::Assessed;
pub(crate) use bearing::Bearing;
pub use changes::LevelChange;
pub use impact::{Impact, Impacted};
pub(crate) use keep::LevelsTouched;
pub use known::Levels;
pub use reach::Touched;

pub use crate::corroboration::{ClaimLevel, PointKind, WeakestPoint};
