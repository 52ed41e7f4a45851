//! `twosource backup`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::context::Context;
use super::place::require_folder_of;
use super::tree::Outcome;
use crate::clock;
use crate::error::Result;

/// Copy the casebook to another file, with its whole history
///
/// Others may go on working meanwhile. The copy is checked before it gets its name, and an existing
/// file is never replaced. In a folder the copy is named by the day and time.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource backup casebook-before-merge.db
  twosource backup /media/usb")]
pub(crate) struct Backup {
    /// The file to write, or an existing folder
    file: PathBuf,
}

impl Backup {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let target = if self.file.is_dir() { dated(&self.file)? } else { self.file };
        require_folder_of(&target)?;
        let store = context.read()?;
        store.backup(&target)?;
        let from = store.path().display();
        context.console.status(format!("copied {from} to {}", target.display()));
        Ok(Outcome::Done)
    }
}

/// A file in the folder, named so that copies sort by their age.
fn dated(folder: &Path) -> Result<PathBuf> {
    let now = clock::now()?;
    Ok(folder.join(format!("casebook-{}.db", now.format("%Y-%m-%d-%H%M%S"))))
}
