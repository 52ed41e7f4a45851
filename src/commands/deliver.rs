//! Where a document that a command wrote goes.

use std::path::Path;

use super::context::Context;
use crate::error::Result;
use crate::output::write_file;

/// Writes a document to the file, saying what was written, or else to the terminal or pipe.
pub(crate) fn deliver(
    context: &mut Context,
    document: &str,
    (file, replace): (Option<&Path>, bool),
    written: &str,
) -> Result<()> {
    let Some(file) = file else { return context.console.document(document) };
    write_file(file, document.as_bytes(), replace)?;
    context.console.status(format!("{written} to {}", file.display()));
    Ok(())
}
