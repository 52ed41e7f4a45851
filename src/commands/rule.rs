//! `twosource rule`.

use clap::Args;

use super::context::Context;
use super::tree::Outcome;
use crate::checks::{RULES, Rule as CheckRule, known};
use crate::error::Result;
use crate::output::{Cell, Column, Style, Table, Text, severity_style};

/// Explain the rules of `check`
///
/// Without a name, lists all rules. With one, tells what it finds, why that matters and how to mend
/// it.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource rule
  twosource rule single-origin")]
pub(crate) struct Rule {
    /// The rule to explain
    name: Option<String>,
}

impl Rule {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        match self.name {
            Some(name) => explain(context, known(&name)?)?,
            None => list(context)?,
        }
        Ok(Outcome::Done)
    }
}

fn list(context: &mut Context) -> Result<()> {
    let mut table = Table::new([
        Column::whole("rule"),
        Column::whole("severity"),
        Column::text("what it finds"),
    ]);
    for rule in RULES {
        table.row([
            Cell::styled(rule.name, Style::Bold),
            Cell::styled(rule.severity, severity_style(rule.severity.as_str())),
            Cell::plain(rule.summary),
        ]);
    }
    context.console.table(&table)
}

fn explain(context: &mut Context, rule: &CheckRule) -> Result<()> {
    let severity = rule.severity.as_str();
    let heading = Text::new()
        .styled(Style::Bold, rule.name)
        .plain(" (")
        .styled(severity_style(severity), severity)
        .plain(format!("): {}\n", rule.summary));
    context.console.data(heading)?;
    context.console.data(format!("\n{}", rule.documentation))
}
