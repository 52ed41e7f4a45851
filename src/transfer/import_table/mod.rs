//! A table of sources or of claims into a casebook, all of it or nothing.

mod claims;

use super::import_library::rejects::Reject;
use super::import_library::{ImportedLibrary, Incoming, LibraryOptions, Origin, import_entries};
use crate::error::{Error, Result};
use crate::exchange::table::{Table, TableSubject, merged_source};
use crate::store::{Signature, Store};

/// Takes a table in: its name for messages, and what stands in it. `on_rows` hears now and then how many
/// more rows were read, and `on_rejects`, before anything is settled, the file of those that were left
/// out.
///
/// # Errors
///
/// What is wrong with the rows, each with its line, unless they are to be left out; and what `on_rejects`
/// says. Nothing is changed then.
pub fn import_table(
    store: &Store,
    signature: &Signature,
    (label, table): (&str, &Table<'_>),
    options: LibraryOptions,
    on_rows: &mut dyn FnMut(u64),
    on_rejects: &mut dyn FnMut(&str) -> Result<()>,
) -> Result<ImportedLibrary> {
    match table.subject() {
        TableSubject::Claims => {
            claims::import_claims(store, signature, (label, table), options, on_rejects)
        }
        TableSubject::Sources => {
            let origin = Origin {
                label,
                key_field: table.key_heading(),
                has_lines: true,
                merged: &|known, row| merged_source(table, known, row),
            };
            let incoming = Incoming {
                origin,
                entries: table.sources(),
                rejected: &|rejects| rejected(table, rejects),
            };
            import_entries(store, signature, incoming, options, on_rows, on_rejects)
        }
    }
}

fn rejected(table: &Table<'_>, rejects: &[Reject]) -> String {
    let rows: Vec<_> =
        rejects.iter().map(|reject| (reject.span.clone(), reason(&reject.error))).collect();
    table.rejected(&rows)
}

/// What is wrong, and what to do about it, in one line.
fn reason(error: &Error) -> String {
    let told = error.problems.iter().map(|problem| match &problem.hint {
        Some(hint) => format!("{problem} ({hint})"),
        None => problem.to_string(),
    });
    told.collect::<Vec<_>>().join("; ")
}
