//! `twosource init`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::context::Context;
use super::place::require_folder_of;
use super::tree::Outcome;
use crate::domain::shell_word;
use crate::error::{Error, Result};
use crate::store::synchronised::Synchronised;
use crate::store::{CASEBOOK_FILE, Store};

/// Make a new, empty casebook
///
/// A casebook is one file. In a folder it is called casebook.db, and every command that is run in
/// that folder or in one below finds it by itself. A file that exists already is never replaced.
///
/// With --encrypted nobody can read the file, its backups and copies without the passphrase, which you choose
/// on the terminal or which --passphrase-file holds. Who forgets it has lost the casebook. What is exported is
/// not encrypted. A casebook that is there already becomes one by `twosource backup --encrypted` and `twosource
/// restore`. Only a twosource that is built with encryption can do that: `twosource --version` says so.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource init
  twosource init investigations/2026
  twosource init bank-story.db
  twosource init --encrypted")]
pub(crate) struct Init {
    /// The file to make, or an existing folder to make casebook.db in; otherwise this folder
    path: Option<PathBuf>,

    /// Encrypt the casebook
    #[arg(long)]
    encrypted: bool,
}

impl Init {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let asked = self.path.or_else(|| context.named_casebook());
        let path = place(asked.as_deref().unwrap_or(Path::new(CASEBOOK_FILE)))?;
        if !self.encrypted && context.names_passphrase_file() {
            return Err(Error::invalid(
                "a passphrase file is named for a casebook that is not encrypted",
            )
            .hint("add --encrypted, or leave --passphrase-file out"));
        }
        let key = if self.encrypted { Some(context.new_passphrase(&path)?) } else { None };
        Store::create_with(&path, context.wait, key.as_ref())?;
        let encrypted = if self.encrypted { "encrypted" } else { "empty" };
        context.console.status(format!("made an {encrypted} casebook: {}", path.display()));
        let found = path.as_path() == Path::new(CASEBOOK_FILE);
        let option = if found {
            String::new()
        } else {
            format!(" --casebook {}", shell_word(&path.to_string_lossy()))
        };
        context.console.hint(&format!(
            "log the first claim: twosource{option} claim add \"What is claimed, in one sentence.\""
        ));
        if let Some(client) = Synchronised::around(&path).client {
            context.console.hint(&format!(
                "this folder looks synchronised by {} ({}), which can lose edits when two people work: \
                 better make the casebook in another folder, and share copies by `twosource backup`",
                client.name,
                client.seen.display()
            ));
        }
        if path.extension().is_none() {
            let name = path.display();
            context.console.hint(&format!(
                "{name} is a file, which commands find only by --casebook; for a folder that they \
                 find by themselves: mkdir NAME, then twosource init NAME"
            ));
        }
        Ok(Outcome::Done)
    }
}

/// The file that is meant: in a folder it is `casebook.db`.
fn place(asked: &Path) -> Result<PathBuf> {
    if asked.is_dir() {
        return Ok(asked.join(CASEBOOK_FILE));
    }
    require_folder_of(asked)?;
    Ok(asked.to_owned())
}
