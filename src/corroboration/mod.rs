//! Corroboration: does a claim rest on one source, or on several that are really one?
//!
//! A [`Graph`] holds what all claims share: the sources, their lineage, voices and identifiers. It
//! is built once with a [`GraphBuilder`]; then [`Graph::assess`] takes one claim's [`Evidence`] at
//! a time. Sources, voices and identifiers are numbers here, given by the caller; nothing in this
//! module knows keys, names or the store.
//!
//! # Two ways to the same answer
//!
//! The exact search (`search.rs`) follows a claim's support paths and takes one point after the
//! other away to see whether any path is left. It is right always, and slow. What need not be tried
//! are the points of the sources that all paths of a citation pass (`passage.rs`).
//!
//! The usual claim takes the short way (`shortcut.rs`) over what `precompute.rs` has noted for each
//! source. **Why that is exact:** where the lineage behind a source has no circle among the sources
//! that lead to an origin, every walk along it is a simple path, so a point lies on every path from
//! the source just when it is one of the source's own or lies on every path from each of its
//! origins that leads anywhere; and the circumstances of one claim change none of this unless the
//! claim appears in an edition of a source on its paths, or an attribution leads back to the source
//! that was cited. The short way is refused in just these cases, and when a set grew too big to keep.
//!
//! Firm paths need no search: one leaves no source by one of several origins, so that at most one
//! of them starts at each source.

mod assess;
mod builder;
mod claim_level;
mod common_points;
mod csr;
mod evidence;
mod graph;
mod level;
mod marks;
mod passage;
mod point;
mod precompute;
mod reliance;
mod search;
mod shortcut;
mod summary;

pub use assess::{Assessment, Scratch};
pub use builder::GraphBuilder;
pub use claim_level::{ClaimLevel, PointKind, WeakestPoint};
pub use evidence::{Citation, Evidence};
pub use graph::Graph;
pub use level::{Level, UnknownLevel};
pub use point::Point;
