//! `twosource backup`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::context::Context;
use super::place::require_folder_of;
use super::tree::Outcome;
use crate::clock;
use crate::error::{Error, Result};

/// Copy the casebook to another file, with its whole history
///
/// Others may go on working meanwhile. The copy is checked before it gets its name, and an existing
/// file is never replaced. In a folder the copy is named by the day and time, in UTC.
///
/// The copy of an encrypted casebook is encrypted with its passphrase. With --encrypted it is encrypted in any
/// case, with a passphrase that you choose for it: `twosource restore` puts it in the place of a casebook that
/// is not encrypted, or is so with another passphrase.
///
/// With --keep the oldest copies go that this command made of this casebook in that folder, so that as
/// many are left; other files stay. None goes where the new copy fails.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource backup casebook-before-merge.db
  twosource backup /media/usb
  twosource backup --keep 7 /media/usb
  twosource backup --encrypted secret.db")]
pub(crate) struct Backup {
    /// The file to write, or an existing folder
    file: PathBuf,

    /// Keep so many copies in the folder, and remove the oldest of the others
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u16).range(1..))]
    keep: Option<u16>,

    /// Encrypt the copy, with a passphrase of its own
    #[arg(long, conflicts_with = "keep")]
    encrypted: bool,
}

impl Backup {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        if self.keep.is_some() && !self.file.is_dir() {
            return Err(Error::invalid(format!("{} is no folder", self.file.display()))
                .hint("--keep needs a folder in which the copies are: make one, or leave it out"));
        }
        let folder = self.file.clone();
        let target = if self.file.is_dir() { dated(&self.file)? } else { self.file };
        require_folder_of(&target)?;
        let store = context.read()?;
        if self.encrypted {
            store.backup_encrypted(&target, &context.new_passphrase(&target)?)?;
        } else {
            store.backup(&target)?;
        }
        let from = store.path().display();
        context.console.status(format!("copied {from} to {}", target.display()));
        if let Some(keep) = self.keep {
            for removed in store.remove_old_backups(&folder, usize::from(keep), &target)? {
                context.console.status(format!("removed {}", removed.display()));
            }
        }
        Ok(Outcome::Done)
    }
}

/// A file in the folder, named so that copies sort by their age.
fn dated(folder: &Path) -> Result<PathBuf> {
    let now = clock::now()?;
    Ok(folder.join(format!("casebook-{}.db", now.format("%Y-%m-%d-%H%M%S"))))
}
