//! Where a document that a command wrote goes.

use std::path::PathBuf;

use clap::Args;

use super::context::Context;
use crate::error::{Error, Result};
use crate::output::{require_free, write_file};

/// The arguments `--output` and `--force`: put them into a command's arguments with
/// `#[command(flatten)]`.
#[derive(Debug, Args)]
pub(crate) struct OutputFile {
    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,

    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    pub(crate) force: bool,
}

impl OutputFile {
    /// An error where the file is there already and may not be replaced: to be asked before anything is
    /// done that cannot be taken back.
    pub(crate) fn require_free(&self) -> Result<()> {
        self.output.as_deref().map_or(Ok(()), |file| require_free(file, self.force))
    }
}

/// Writes a document to the file, saying what was written, or else to the terminal or pipe.
pub(crate) fn deliver(
    context: &mut Context,
    document: &str,
    place: &OutputFile,
    written: &str,
) -> Result<()> {
    context.look_through(document)?;
    let Some(file) = &place.output else { return context.console.document(document) };
    write_file(file, document.as_bytes(), place.force)?;
    context.console.status(format!("{written} to {}", file.display()));
    Ok(())
}

/// Writes a document that is no text to the file that is named, saying what was written.
///
/// # Errors
/// No file is named: such a document on a terminal is of use to nobody.
pub(crate) fn deliver_file(
    context: &mut Context,
    bytes: &[u8],
    place: &OutputFile,
    written: &str,
) -> Result<()> {
    let Some(file) = &place.output else {
        return Err(
            Error::invalid("a workbook needs a file to go to").hint("name one: --output NAME.xlsx")
        );
    };
    write_file(file, bytes, place.force)?;
    context.console.status(format!("{written} to {}", file.display()));
    Ok(())
}
