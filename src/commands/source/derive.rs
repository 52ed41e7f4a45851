//! `twosource source derive`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::domain::shell_word;
use crate::domain::{Key, Lineage, Relation};
use crate::error::Result;
use crate::store::levels::Touched;
use crate::store::{Signature, Store};

/// Say which source a source has its matter from, as a whole
///
/// Ten papers that carry one wire report are one source. Where a source has a single statement from
/// elsewhere, say so on the citation instead: `twosource cite … --attributed-to`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source derive daily-2017 --from wire-2017 --relation republishes
  twosource source derive lemonde-2017 --from obl-letters --note \"see the second column\"
  twosource source derive daily-2017 --from wire-2017 --remove")]
pub(crate) struct Derive {
    /// The key of the source that comes from another
    #[arg(value_name = "SOURCE")]
    source: Key,

    /// The key of the source it comes from
    #[arg(long, value_name = "ORIGIN")]
    from: Key,

    /// What it does with the other
    #[arg(long, value_parser = one_of(Relation::ALL, Relation::as_str),
          default_value = Relation::Reports.as_str())]
    relation: Relation,

    /// Your remarks; without it those that are entered stay, an empty text clears them
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,

    /// Enter it even where it closes a circle
    #[arg(long)]
    force: bool,

    /// Take off what is entered between the two, whatever the relation
    #[arg(long, conflicts_with_all = ["relation", "note", "force"])]
    remove: bool,
}

impl Derive {
    pub(crate) fn run(mut self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let store = context.write()?;
        self.source = store.source_key(&self.source)?;
        self.from = store.source_key(&self.from)?;
        let levels = {
            let sources = vec![self.source.as_str(), self.from.as_str()];
            LevelChanges::watch(context, &store, &Touched { sources, ..Touched::default() })?
        };
        if self.remove {
            store.underive(&signature, &self.source, &self.from)?;
            context
                .console
                .status(format!("took off that {} comes from {}", self.source, self.from));
            levels.tell(context, &store)?;
            self.hint_at_lineage(context, &store)?;
        } else if self.enter(context, &store, &signature)? {
            levels.tell(context, &store)?;
        }
        Ok(Outcome::Done)
    }

    fn enter(&self, context: &mut Context, store: &Store, signature: &Signature) -> Result<bool> {
        let Derive { source, from: origin, relation, .. } = self;
        let row = Lineage {
            source: source.clone(),
            origin: origin.clone(),
            relation: *relation,
            note: self.note.clone(),
        };
        let new = store.derive(signature, &row, self.force)?;
        context.console.status(if new {
            format!("entered: {source} {relation} {origin}")
        } else {
            format!("nothing to change: that {source} {relation} {origin} is entered already")
        });
        Ok(new)
    }

    /// A source without origins stays derived until somebody says what it is.
    fn hint_at_lineage(&self, context: &mut Context, store: &Store) -> Result<()> {
        if store.origins_of(&self.source)?.is_empty() {
            context.console.hint(&format!(
                "it still counts as derived, from nobody knows where; if it is first-hand: \
                 twosource source edit {} --lineage original",
                shell_word(&self.source)
            ));
        }
        Ok(())
    }
}
