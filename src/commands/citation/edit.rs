//! `twosource citation edit`.

use clap::Args;

use crate::commands::cite::{Details, warn};
use crate::commands::context::Context;
use crate::commands::level_changes::OneLevel;
use crate::commands::replaced;
use crate::commands::tree::Outcome;
use crate::domain::{Citation, Key};
use crate::error::{Error, Result};
use crate::store::history::Edited;

/// Change a citation
///
/// Only what you name is changed. An empty value takes a field off: --quote "". --attributed-to
/// replaces the whole list. A citation stays with its claim; for another claim make a new one.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource citation edit 7 --stance disputes --locator \"page 12\"
  twosource citation edit 7 --attributed-to wire-2017 --attributed-to minister-letter
  twosource citation edit 7 --quote \"\"")]
pub(crate) struct Edit {
    /// The number of the citation
    #[arg(value_name = "NUMBER")]
    number: i64,

    #[command(flatten)]
    changes: Changes,
}

#[derive(Debug, Default, PartialEq, Eq, Args)]
struct Changes {
    /// The key of the source that is cited
    #[arg(long, value_name = "SOURCE")]
    source: Option<Key>,

    #[command(flatten)]
    details: Details,
}

impl Edit {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let Edit { number, changes } = self;
        if changes == Changes::default() {
            return Err(Error::invalid("nothing is said of what to change").hint(format!(
                "name the field: twosource citation edit {number} --locator \"…\"; \
                 `twosource citation edit --help` lists them all"
            )));
        }
        let signature = context.signature()?;
        let store = context.write()?;
        let claim = store.claim(&store.citation(number)?.record.claim)?;
        let level = OneLevel::watch(&store, claim.id)?;
        let changed =
            store.edit_citation(&signature, number, |citation| changes.apply(citation))?;
        if !changed {
            let what = format!("nothing to change: citation {number} is like that already");
            context.console.status(what);
            return Ok(Outcome::Done);
        }
        context.console.status(format!("changed citation {number} of claim {}", claim.record.key));
        replaced::tell(context, &store, Edited::Citation(number))?;
        warn(context, &store, &store.citation(number)?.record)?;
        level.tell(context, &store)?;
        Ok(Outcome::Done)
    }
}

impl Changes {
    fn apply(&self, citation: &mut Citation) -> Result<()> {
        if let Some(source) = &self.source {
            citation.source = source.clone();
        }
        self.details.apply(citation);
        Ok(())
    }
}
