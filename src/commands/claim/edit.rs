//! `twosource claim edit`.

use clap::Args;

use super::fields::Fields;
use crate::commands::context::Context;
use crate::commands::replaced;
use crate::commands::tags;
use crate::commands::tree::Outcome;
use crate::commands::values::{Setting, text_setting};
use crate::domain::shell_word;
use crate::domain::{Appearance, Claim, Key, bars};
use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::history::Edited;

/// Change a claim
///
/// Only what you name is changed. An empty value takes a field off: --note "". --tag and
/// --appears-in replace the whole list; --add-tag, --remove-tag and --add-appearance change one
/// entry of it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource claim edit c12 --statement \"The bank paid 35 families.\"
  twosource claim edit c12 --key bank-payments --add-tag finance
  twosource claim edit c12 --note \"\"")]
pub(crate) struct Edit {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    claim: String,

    #[command(flatten)]
    changes: Changes,
}

#[derive(Debug, Default, PartialEq, Eq, Args)]
struct Changes {
    /// What is claimed, in one sentence
    #[arg(long, value_name = "TEXT")]
    statement: Option<String>,

    /// Who has logged the claim. Where nobody reviews a claim of their own (`review set`), who had logged
    /// it may review it from then on: you are told
    #[arg(long, value_name = "NAME", value_parser = text_setting)]
    logged_by: Option<Setting<String>>,

    #[command(flatten)]
    fields: Fields,

    /// A label to add; repeat it for more
    #[arg(long, value_name = "TAG", conflicts_with = "tag")]
    add_tag: Vec<String>,

    /// A label to take off; repeat it for more
    #[arg(long, value_name = "TAG", conflicts_with = "tag")]
    remove_tag: Vec<String>,

    /// The key of a further work in which the claim was made; repeat it for more
    #[arg(long, value_name = "SOURCE", conflicts_with = "appears_in")]
    add_appearance: Vec<Key>,
}

impl Edit {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let key = &self.claim;
        if self.changes == Changes::default() {
            let word = shell_word(key);
            return Err(Error::invalid("nothing is said of what to change").hint(format!(
                "name the field: twosource claim edit {word} --note \"…\"; \
                 `twosource claim edit --help` lists them all"
            )));
        }
        let signature = context.signature()?;
        let store = context.write()?;
        let logger = match self.changes.logged_by {
            Some(_) => store.claim(key)?.record.logged_by,
            None => None,
        };
        let changed = store.edit_claim(&signature, key, |claim| self.changes.apply(claim))?;
        context.console.status(match &self.changes.fields.key {
            _ if !changed => format!("nothing to change: claim {key} is like that already"),
            Some(new) if new.as_str() != key => format!("changed claim {key}, now called {new}"),
            _ => format!("changed claim {key}"),
        });
        if changed {
            let now = self.changes.fields.key.as_ref().map_or(key.as_str(), Key::as_str);
            replaced::tell(context, &store, Edited::Claim(now))?;
            if let Some(logger) = logger {
                warn_of_who_may_review(context, &store, now, &logger)?;
            }
        }
        Ok(Outcome::Done)
    }
}

/// Says where the casebook barred `logger` from reviewing a claim, and does not any more.
fn warn_of_who_may_review(
    context: &mut Context,
    store: &Store,
    claim: &str,
    logger: &str,
) -> Result<()> {
    let policy = store.review_policy()?;
    let now = store.claim(claim)?.record.logged_by;
    if bars(policy, Some(logger), logger) && !bars(policy, now.as_deref(), logger) {
        let by = now.as_deref().unwrap_or("nobody");
        context.console.warning(&format!(
            "{claim} is now logged by {by}: {logger}, who had logged it, may review it, and a review of \
             theirs counts; the history keeps it"
        ));
    }
    Ok(())
}

impl Changes {
    fn apply(&self, claim: &mut Claim) -> Result<()> {
        if let Some(statement) = &self.statement {
            claim.statement = statement.clone();
        }
        for source in &self.add_appearance {
            if claim.appearances.iter().all(|known| known.source != *source) {
                let source = source.clone();
                claim.appearances.push(Appearance { source, locator: None, quote: None });
            }
        }
        Setting::apply(&self.logged_by, &mut claim.logged_by);
        self.fields.apply(claim)?;
        let what = format!("claim `{}`", claim.key);
        tags::change(&mut claim.tags, &self.add_tag, &self.remove_tag, &what)
    }
}
