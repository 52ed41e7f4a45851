//! `twosource source remove`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::removal;
use crate::commands::tree::Outcome;
use crate::domain::shell_word;
use crate::error::Result;
use crate::store::levels::Touched;

/// Remove a source
///
/// A source that is cited, that others come from or that a claim appears in stays, and you are told
/// which; --cascade removes these citations, lineage rows and appearances too, never a claim or
/// another source. A source that is no evidence any more is better kept: `source standing` says so.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source remove lemonde-2017
  twosource source remove lemonde-2017 --cascade")]
pub(crate) struct Remove {
    /// The key of the source
    #[arg(value_name = "SOURCE")]
    key: String,

    /// Remove what leans on the source too: citations, lineage rows, appearances
    #[arg(long)]
    cascade: bool,
}

impl Remove {
    pub(crate) fn run(mut self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let store = context.write()?;
        self.key = store.source_key(&self.key)?.into();
        let levels = if self.cascade {
            LevelChanges::watch(context, &store, &Touched::of_source(&self.key))?
        } else {
            LevelChanges::none()
        };
        let removal = store.remove_source(&signature, &self.key, self.cascade)?;
        let key = shell_word(&self.key);
        let advice = format!(
            "if it is no evidence any more, keep it and say so, and what rests on it is seen to: \
             twosource source standing {key} withdrawn; to remove all of that too: \
             twosource source remove {key} --cascade"
        );
        let outcome = removal::tell(context, &format!("source {}", self.key), &advice, removal)?;
        levels.tell(context, &store)?;
        Ok(outcome)
    }
}
