//! The sources of a casebook into a reference library.

use super::pseudonyms::Pseudonyms;
use crate::domain::{Key, Source};
use crate::error::Result;
use crate::exchange::library::{Format, Losses};
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

/// The sources that are wanted as a library in this format; confidential ones as stand-ins, unless they are to be
/// included. Whether one is wanted is asked of its key, and of the source as it is written.
pub fn export_library(
    store: &Store,
    format: &Format,
    include_confidential: bool,
    is_wanted: &dyn Fn(&Key, &Source) -> bool,
) -> Result<ExportedLibrary> {
    store.in_snapshot(|store| {
        let names = if include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        let (mut entries, mut losses) = (Vec::new(), Losses::default());
        store.each_source(|stored| {
            let source = names.printed(&stored.record)?;
            if !is_wanted(&stored.record.key, &source) {
                return Ok(());
            }
            entries.push((format.write)(&source, &mut losses)?);
            Ok(())
        })?;
        Ok(ExportedLibrary { text: format.document(&entries), sources: entries.len(), losses })
    })
}
