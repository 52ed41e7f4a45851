//! `twosource creator list`.

use std::collections::HashMap;

use clap::Args;

use super::answer::{ListedCreator, Said};
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};

/// List the people and bodies behind the sources
///
/// Where one name is written in several ways that count as one voice, the list says so; and which other
/// spellings of a name are known.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator list
  twosource creator list --format csv > creators.csv")]
pub(crate) struct List {
    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view =
            View::open(context, &self.disclosure, self.format.format.into(), "creator list")?;
        let store = view.store();
        let (creators, said) = (store.creators()?, Said::load(store)?);
        let creators: Vec<ListedCreator> =
            creators.iter().map(|creator| ListedCreator::new(creator, &said)).collect();
        match self.format.format {
            Format::Table => {
                context.console.table(&table(&creators))?;
                context.console.status(match creators.len() {
                    0 => "no source has a creator yet".to_owned(),
                    count => counted(count, "name"),
                });
                Ok(())
            }
            Format::Json => context.console.json(&creators),
            Format::Csv => {
                let rows = creators.iter().map(ListedCreator::cells);
                context.console.csv(&ListedCreator::HEADINGS, rows)
            }
        }?;
        Ok(Outcome::Done)
    }
}

fn table(creators: &[ListedCreator]) -> Table {
    let mut spellings: HashMap<&str, usize> = HashMap::new();
    for creator in creators {
        *spellings.entry(&creator.voice).or_default() += 1;
    }
    let mut table = Table::new([
        Column::text("name"),
        Column::text("roles"),
        Column::number("sources"),
        Column::text("remark"),
    ]);
    for creator in creators {
        let mut remarks = Vec::new();
        if creator.unnamed {
            remarks.push("name withheld".to_owned());
        }
        if let Some(count @ 2..) = spellings.get(creator.voice.as_str()) {
            remarks.push(format!("one of {count} entries that are one voice"));
        }
        if !creator.aliases.is_empty() {
            remarks.push(format!("also {}", creator.aliases.join("; ")));
        }
        table.row([
            Cell::styled(&creator.name, Style::Bold),
            Cell::plain(creator.roles.join(", ")),
            Cell::plain(creator.sources),
            Cell::plain(remarks.join("; ")),
        ]);
    }
    table
}
