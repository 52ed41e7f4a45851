//! `twosource restore`.

use std::path::PathBuf;

use clap::Args;

use super::context::Context;
use super::tree::Outcome;
use super::wording::counted;
use crate::error::{Error, Result};
use crate::store::{CASEBOOK_FILE, may_be_encrypted, restore};

/// Put a backup in the place of the casebook, and keep what was there
///
/// The backup is examined before anything is replaced. The casebook that was there stays beside the new
/// one, its name ending in `.before-restore`. Refused while another program uses the casebook. Asks
/// first on a terminal.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource restore /media/usb/casebook-2026-11-02-140500.db
  twosource restore casebook-before-merge.db --yes")]
pub(crate) struct Restore {
    /// The backup
    file: PathBuf,

    /// Do not ask first
    #[arg(long)]
    yes: bool,
}

impl Restore {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        // Where there is no casebook any more, it comes to where it would be looked for.
        let target = context.casebook().unwrap_or_else(|_| PathBuf::from(CASEBOOK_FILE));
        let (backup, place) = (self.file.display(), target.display());
        if !self.yes && target.exists() {
            match context.console.ask(&format!("put {backup} in the place of {place}?")) {
                Some(true) => {}
                Some(false) => {
                    context.console.status("nothing was changed");
                    return Ok(Outcome::Done);
                }
                None => {
                    return Err(Error::invalid(format!(
                        "{place} would be replaced, and nobody is there to ask"
                    ))
                    .hint("add --yes if that is what you want; the old file is kept"));
                }
            }
        }
        let key = match context.passphrase_for(&self.file)? {
            Some(key) => Some(key),
            None => context.passphrase_for(&target)?,
        };
        let restored = restore(&self.file, &target, context.wait, key.as_ref())?;
        let changes = counted(restored.changes, "change");
        context.console.status(format!("{place} is now as in {backup}, with {changes}"));
        if let Some(kept) = restored.kept {
            context.console.status(format!("what was there before is kept as {}", kept.display()));
            if may_be_encrypted(&target) && !may_be_encrypted(&kept) {
                context.console.warning(&format!(
                    "{} is not encrypted: delete it when you need it no more",
                    kept.display()
                ));
            }
        }
        Ok(Outcome::Done)
    }
}
