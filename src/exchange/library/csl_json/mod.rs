//! CSL-JSON: what citation processors read, and Zotero writes.
//!
//! Lossless for what came in: a field whose value the writer would not make again exactly as it was is
//! kept beside what was understood of it, and goes out as it was, as long as nobody has edited the
//! source in that field.

mod date;
mod items;
mod name;
mod read;
mod write;

pub use read::entries;
pub use write::{item, losses};
