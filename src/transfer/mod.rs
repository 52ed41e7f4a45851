//! Case folders in and out of a casebook: joins [`crate::exchange`] with [`crate::store`].

mod export_case;
mod import_case;
mod pseudonyms;

pub use export_case::{ExportOptions, Exported, export_case};
pub use import_case::import_case;
pub use pseudonyms::Pseudonyms;
