//! A Zotero library into a casebook, all of it or nothing.

mod fields;
mod source;
mod text;

use std::path::Path;

use super::import_library::{ImportedLibrary, Incoming, LibraryOptions, Origin, import_entries};
use crate::domain::check_source;
use crate::error::Result;
use crate::exchange::library::{Entry, Fault, merged_kept};
use crate::store::{Signature, Store, read_zotero};

/// Takes a Zotero library in; neither locks nor changes it. `on_items` hears now and then how many more
/// items were read.
///
/// # Errors
///
/// It cannot be read, or an item cannot come in: nothing is changed then.
pub fn import_zotero(
    store: &Store,
    signature: &Signature,
    path: &Path,
    options: LibraryOptions,
    on_items: &mut dyn FnMut(u64),
) -> Result<ImportedLibrary> {
    let items = read_zotero(path)?;
    let entries = (1..).zip(&items).map(|(line, item)| {
        let refused =
            |key: &str, error| Fault { line, key: Some(key.to_owned()), error, span: 0..0 };
        let (source, has_key, warnings) =
            source::read(item).map_err(|error| refused(&item.key, error))?;
        check_source(&source).map_err(|error| refused(&source.key, error))?;
        Ok(Entry { line, source, warnings, span: 0..0, has_key })
    });
    let label = path.display().to_string();
    let origin = Origin {
        label: &label,
        key_field: "key",
        has_lines: false,
        merged: &|known, item| merged_kept("zotero", known, item),
    };
    let incoming = Incoming { origin, entries: Box::new(entries), rejected: &|_| String::new() };
    import_entries(store, signature, incoming, options, on_items, &mut |_| Ok(()))
}
