//! `twosource creator alias list`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::domain::Alias;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};

/// List the other spellings of names, and who said so
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator alias list
  twosource creator alias list --format csv > aliases.csv")]
pub(crate) struct List {
    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view =
            View::open(context, &self.disclosure, self.format.format.into(), "creator alias list")?;
        let aliases = view.store().aliases()?;
        match self.format.format {
            Format::Table => {
                context.console.table(&table(&aliases))?;
                context.console.status(match aliases.len() {
                    0 => "no name has another spelling".to_owned(),
                    count => counted(count, "other spelling"),
                });
            }
            Format::Json => context.console.json(&aliases)?,
            Format::Csv => {
                let rows = aliases.iter().map(|alias| {
                    let Alias { spelling, name, actor, said_at } = alias;
                    [spelling.as_str(), name.as_written(), actor.as_str(), said_at.as_str()]
                });
                context.console.csv(&["spelling", "name", "actor", "said_at"], rows)?;
            }
        }
        Ok(Outcome::Done)
    }
}

fn table(aliases: &[Alias]) -> Table {
    let mut table = Table::new([
        Column::text("spelling"),
        Column::text("written"),
        Column::whole("said"),
        Column::whole("by"),
    ]);
    for alias in aliases {
        table.row([
            Cell::styled(&alias.spelling, Style::Bold),
            Cell::plain(&alias.name),
            Cell::plain(alias.said_at.day()),
            Cell::plain(&alias.actor),
        ]);
    }
    table
}
