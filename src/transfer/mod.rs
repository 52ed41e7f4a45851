//! Case folders in and out of a casebook: joins [`crate::exchange`] with [`crate::store`].

mod earlier_history;
mod export_case;
mod export_claim_review;
mod export_history;
mod export_library;
mod history_secrets;
mod import_case;
mod import_claim_review;
mod import_library;
mod import_table;
mod import_zotero;
mod outside;
mod past_outside;
mod pseudonyms;
mod secrets;

pub use earlier_history::earlier_history;
pub use export_case::{ExportOptions, Exported, ExportedLines, export_case, export_json_lines};
pub use export_claim_review::{ClaimReviewOptions, ExportedClaimReviews, export_claim_review};
pub use export_history::{ExportedHistory, export_history};
pub use export_library::{ExportedLibrary, export_library};
pub use import_case::import_case;
pub use import_claim_review::{ClaimReviewFile, import_claim_review};
pub use import_library::{ImportedLibrary, LibraryFile, LibraryOptions, Matched, import_library};
pub use import_table::import_table;
pub use import_zotero::import_zotero;
pub use outside::Outside;
pub use past_outside::PastOutside;
pub use pseudonyms::Pseudonyms;
pub use secrets::{Place, Scope, Secret, Secrets, without_markup};
