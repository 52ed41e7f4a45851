//! The sources of a casebook into a reference library.

use super::pseudonyms::Pseudonyms;
use crate::error::{Error, Result};
use crate::exchange::library::{Losses, csl_json};
use crate::store::Store;

/// A library that is to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedLibrary {
    /// The file.
    pub text: String,
    /// How many sources are in it.
    pub sources: usize,
    /// What the format could not hold.
    pub losses: Losses,
}

/// The sources as CSL-JSON, one item to a line; confidential ones as stand-ins, unless they are to be
/// included.
pub fn export_csl_json(store: &Store, include_confidential: bool) -> Result<ExportedLibrary> {
    store.in_snapshot(|store| {
        let names = if include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        let (mut items, mut losses) = (Vec::new(), Losses::default());
        store.each_source(|stored| {
            let source = names.printed(&stored.record)?;
            let item = csl_json::item(&source);
            csl_json::losses(&source, &item, &mut losses);
            items.push(serde_json::to_string(&item).map_err(|error| {
                Error::storage(format!("`{}` cannot be written: {error}", source.key))
            })?);
            Ok(())
        })?;
        let text = format!("[\n{}\n]\n", items.join(",\n"));
        Ok(ExportedLibrary { text, sources: items.len(), losses })
    })
}
