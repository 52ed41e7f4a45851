//! `twosource rule set`.

use clap::Args;

use crate::checks::known;
use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::domain::SeveritySetting;
use crate::error::Result;

/// Say how grave the findings of a rule are in this casebook, or switch the rule off
///
/// It holds for everybody who checks this casebook; who set it and when is kept. `off` takes the rule
/// out of `check`, which says so each time; --own gives the rule its own severity again.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource rule set missing-locator --severity warning
  twosource rule set unarchived-web-source --severity off
  twosource rule set missing-locator --own")]
pub(crate) struct Set {
    /// The rule
    #[arg(value_name = "RULE")]
    name: String,

    /// How grave its findings are
    #[arg(long, value_name = "SEVERITY", required_unless_present = "own",
          value_parser = one_of(SeveritySetting::ALL, SeveritySetting::as_str))]
    severity: Option<SeveritySetting>,

    /// As grave as the rule says itself
    #[arg(long, conflicts_with = "severity")]
    own: bool,
}

impl Set {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let rule = known(&self.name)?;
        let (store, signature) = (context.write()?, context.signature()?);
        let told = match self.severity {
            Some(severity) if store.set_rule_severity(&signature, rule.name, severity)? => {
                match severity {
                    SeveritySetting::Off => {
                        format!("{} is switched off in this casebook", rule.name)
                    }
                    _ => format!("{} is {severity} in this casebook", rule.name),
                }
            }
            Some(severity) => format!("{} is {severity} in this casebook already", rule.name),
            None => {
                let own = rule.severity;
                match store.reset_rule_severity(&signature, rule.name)? {
                    Some(_) => format!("{} is {own} again, the rule's own severity", rule.name),
                    None => format!("{} is {own} already, the rule's own severity", rule.name),
                }
            }
        };
        context.console.status(told);
        Ok(Outcome::Done)
    }
}
