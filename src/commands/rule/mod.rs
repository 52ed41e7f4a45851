//! `twosource rule …`.

mod set;

use std::collections::HashMap;

use clap::{Args, Subcommand};

use super::context::Context;
use super::tree::Outcome;
use crate::checks::{RULES, Rule as CheckRule, known};
use crate::domain::RuleSeverity;
use crate::error::{ErrorKind, Result};
use crate::output::{Cell, Column, Style, Table, Text, severity_style};

/// Explain the rules of `check`, and say how grave they are in this casebook
///
/// Without a name, lists all rules. With one, tells what it finds, why that matters and how to mend
/// it. Where there is a casebook, the severities are those that hold in it.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    after_help = "\
Examples:
  twosource rule
  twosource rule single-origin
  twosource rule set missing-locator --severity warning"
)]
pub(crate) struct Rule {
    #[command(subcommand)]
    command: Option<Command>,

    /// The rule to explain
    name: Option<String>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Set(set::Set),
}

impl Rule {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        match (self.command, self.name) {
            (Some(Command::Set(set)), _) => return set.run(context),
            (None, Some(name)) => {
                let rule = known(&name)?;
                let set = settings(context)?.remove(rule.name);
                explain(context, rule, set.as_ref())?;
            }
            (None, None) => {
                let set = settings(context)?;
                list(context, &set)?;
            }
        }
        Ok(Outcome::Done)
    }
}

/// What was set, by rule; nothing where there is no casebook.
fn settings(context: &Context) -> Result<HashMap<String, RuleSeverity>> {
    // A casebook that is named must be there; without one the rules still have their texts.
    let named = context.named_casebook().is_some();
    let set = match context.read() {
        Ok(store) => store.rule_severities()?,
        Err(error) if error.kind == ErrorKind::NotFound && !named => Vec::new(),
        Err(error) => return Err(error),
    };
    Ok(set.into_iter().map(|set| (set.rule.clone(), set)).collect())
}

fn list(context: &mut Context, set: &HashMap<String, RuleSeverity>) -> Result<()> {
    let mut table = Table::new([
        Column::whole("rule"),
        Column::whole("severity"),
        Column::text("what it finds"),
    ]);
    for rule in RULES {
        let here = set.get(rule.name);
        let severity = here.map_or(rule.severity.as_str(), |set| set.severity.as_str());
        let said = here.map(|set| format!(" ({})", said_of(rule, set))).unwrap_or_default();
        table.row([
            Cell::styled(rule.name, Style::Bold),
            Cell::styled(severity, severity_style(severity)),
            Cell::plain(format!("{}{said}", rule.summary)),
        ]);
    }
    context.console.table(&table)?;
    let mut unknown: Vec<_> = set.keys().filter(|name| known(name).is_err()).collect();
    unknown.sort();
    for name in unknown {
        context
            .console
            .status(format!("a severity is set for `{name}`, and there is no such rule"));
    }
    Ok(())
}

/// Who set a severity, when, and what it would be otherwise.
fn said_of(rule: &CheckRule, set: &RuleSeverity) -> String {
    let (actor, day) = (&set.actor, set.set_at.day());
    format!("set by {actor} on {day}; the rule's own severity is {}", rule.severity)
}

fn explain(context: &mut Context, rule: &CheckRule, set: Option<&RuleSeverity>) -> Result<()> {
    let severity = set.map_or(rule.severity.as_str(), |set| set.severity.as_str());
    let heading = Text::new()
        .styled(Style::Bold, rule.name)
        .plain(" (")
        .styled(severity_style(severity), severity)
        .plain(format!("): {}\n", rule.summary));
    context.console.data(heading)?;
    context.console.data(format!("\n{}", rule.documentation))?;
    if let Some(set) = set {
        context.console.data(format!(
            "\nIn this casebook\n  {}, {}.",
            severity,
            said_of(rule, set)
        ))?;
    }
    Ok(())
}
