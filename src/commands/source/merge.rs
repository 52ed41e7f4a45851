//! `twosource source merge`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::merged::{self, Mood};
use crate::commands::tree::Outcome;
use crate::domain::{Key, shell_word};
use crate::error::{Error, Result};
use crate::store::levels::Touched;
use crate::store::{Signature, Store};

/// Make one source of two that are the same work, logged twice
///
/// What names the duplicate names the source that is kept from then on: citations, attributions,
/// appearances, lineage in both directions. Tags, identifiers and CSL variables are put together, and the
/// key of the duplicate goes on finding it. Where the two say something else in a field, the one that is
/// kept is right, and you are told what was dropped; what it lacks, it gets. Of two confidentialities the
/// stricter one stays. What has become of them (`source standing`) must be the same first.
///
/// Reviews of claims that cited the duplicate end: they were given for other evidence.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source merge lemonde-2017-2 --into lemonde-2017 --dry-run
  twosource source merge lemonde-2017-2 --into lemonde-2017
  twosource undo")]
pub(crate) struct Merge {
    /// The key of the source that is given up
    #[arg(value_name = "DUPLICATE")]
    duplicate: String,

    /// The key of the source that is kept
    #[arg(long, value_name = "KEPT")]
    into: String,

    /// Merge them even where that closes a circle in the lineage
    #[arg(long)]
    force: bool,

    /// Only say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,
}

impl Merge {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let store = context.write()?;
        let (kept, gone) = (store.source_key(&self.into)?, store.source_key(&self.duplicate)?);
        if kept == gone && self.duplicate != self.into {
            return Err(known_already(&self.duplicate, &self.into, &kept));
        }
        let levels = {
            let sources = vec![kept.as_str(), gone.as_str()];
            LevelChanges::watch(context, &store, &Touched { sources, ..Touched::default() })?
        };
        self.merge(context, &store, &signature, [&kept, &gone], levels)
    }

    fn merge(
        &self,
        context: &mut Context,
        store: &Store,
        signature: &Signature,
        keys: [&Key; 2],
        levels: LevelChanges,
    ) -> Result<Outcome> {
        if self.dry_run {
            return store.rehearse_source_merge(signature, keys, self.force, |then, merged| {
                merged::tell(context, merged, Mood::Rehearsed);
                levels.tell_rehearsed(context, then)?;
                merged::hint(context, merged, Mood::Rehearsed);
                Ok(Outcome::Done)
            });
        }
        let merged = store.merge_sources(signature, keys, self.force)?;
        merged::tell(context, &merged, Mood::Done);
        levels.tell(context, store)?;
        merged::hint(context, &merged, Mood::Done);
        Ok(Outcome::Done)
    }
}

/// The error for two keys of one source.
fn known_already(duplicate: &str, into: &str, own: &Key) -> Error {
    Error::invalid(format!("`{duplicate}` and `{into}` are keys of one source already, `{own}`"))
        .hint(format!("`twosource source show {}` shows all its keys", shell_word(own)))
}
