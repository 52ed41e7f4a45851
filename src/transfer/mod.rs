//! Case folders in and out of a casebook: joins [`crate::exchange`] with [`crate::store`].

mod export_case;
mod import_case;

pub use export_case::export_case;
pub use import_case::import_case;
