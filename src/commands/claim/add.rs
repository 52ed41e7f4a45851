//! `twosource claim add`.

use clap::Args;

use super::fields::Fields;
use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::commands::values::{Setting, text_setting};
use crate::domain::shell_word;
use crate::domain::{Claim, Key};
use crate::error::Result;
use crate::store::edits::KeyChoice;

/// Log a claim: a statement of fact that is to be checked
///
/// Prints the key by which the claim is called from now on: the one you give, or the next free one
/// (c1, c2, …).
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource claim add \"The bank paid the families of the attackers.\"
  twosource claim add \"Article 11 calls for a world government.\" --nature record --tag ideology
  twosource claim add \"Ten men crossed.\" --appears-in menamm-2019 --appears-at \"paragraph 7\"")]
pub(crate) struct Add {
    /// What is claimed, in one sentence
    statement: String,

    /// Who logs the claim; otherwise you
    #[arg(long, value_name = "NAME", value_parser = text_setting)]
    logged_by: Option<Setting<String>>,

    #[command(flatten)]
    fields: Fields,
}

impl Add {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let (key, choice) = match &self.fields.key {
            Some(key) => (key.clone(), KeyChoice::Given),
            None => ("new".parse::<Key>()?, KeyChoice::Proposed),
        };
        let signature = context.signature()?;
        let mut claim = Claim::new(key, self.statement.as_str());
        claim.logged_by = Some(signature.actor.clone());
        Setting::apply(&self.logged_by, &mut claim.logged_by);
        self.fields.apply(&mut claim)?;
        let key = context.write()?.add_claim(&signature, &claim, choice)?;
        context.console.outcome(key.as_str(), &format!("claim {key} was logged"))?;
        context.console.status(format!("logged claim {key}"));
        context.console.hint(&format!(
            "say which source bears it out: twosource cite {} SOURCE",
            shell_word(&key)
        ));
        Ok(Outcome::Done)
    }
}
