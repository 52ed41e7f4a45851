//! `twosource creator show`.

use clap::Args;
use serde::Serialize;

use super::answer::{ListedCreator, Said};
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::domain::Name;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};

/// Show which sources somebody is behind, and in which role
///
/// Also which other spellings of the name are known, and who was said to be somebody else.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator show \"Mansouri, Javad\"
  twosource creator show \"Human Rights Watch\" --format json")]
pub(crate) struct Show {
    /// The name as in `twosource creator list`
    #[arg(value_name = "NAME")]
    name: String,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// One of the creators that the name stands for: the creator as in `creator list`, and its sources.
#[derive(Serialize)]
struct ShownCreator {
    #[serde(flatten)]
    listed: ListedCreator,
    credits: Vec<ShownCredit>,
}

#[derive(Serialize)]
struct ShownCredit {
    source: String,
    role: &'static str,
    title: String,
}

impl Show {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let creators = self.load(context)?;
        match self.format.format {
            Format::Table => {
                context.console.table(&table(&creators))?;
                self.tell_said(context, &creators)
            }
            Format::Json => context.console.json(&creators),
            Format::Csv => {
                let headings = ["name", "unnamed", "role", "source", "title"];
                context.console.csv(&headings, creators.iter().flat_map(rows))
            }
        }?;
        Ok(Outcome::Done)
    }

    fn load(&self, context: &mut Context) -> Result<Vec<ShownCreator>> {
        let view =
            View::open(context, &self.disclosure, self.format.format.into(), "creator show")?;
        let store = view.store();
        let (mut shown, said) = (Vec::new(), Said::load(store)?);
        let written = self.name.parse().and_then(|name| store.name_written_for(&name))?;
        let name = written.as_ref().map_or(self.name.as_str(), Name::as_written);
        view.require_shown(name)?;
        for creator in store.creators_named(name)? {
            let mut credits = Vec::new();
            for (key, role) in &creator.roles {
                let title = store.source(key)?.record.title;
                credits.push(ShownCredit { source: key.to_string(), role: role.as_str(), title });
            }
            shown.push(ShownCreator { listed: ListedCreator::new(&creator, &said), credits });
        }
        Ok(shown)
    }

    /// Says which other spellings are known, and who is somebody else.
    fn tell_said(&self, context: &mut Context, creators: &[ShownCreator]) -> Result<()> {
        let Some(ListedCreator { name, aliases, distinct_from, .. }) =
            creators.first().map(|creator| &creator.listed)
        else {
            return Ok(());
        };
        if !aliases.is_empty() || !distinct_from.is_empty() {
            context.console.data("")?;
        }
        if !aliases.is_empty() {
            context.console.data(format!("also written  {}", aliases.join("; ")))?;
        }
        if !distinct_from.is_empty() {
            context.console.data(format!("not the same  {}", distinct_from.join("; ")))?;
        }
        let asked = self.name.parse::<Name>()?.voice();
        if aliases.contains(&asked) {
            context.console.status(format!("{} is another spelling of {name}", self.name));
        }
        Ok(())
    }
}

fn rows(creator: &ShownCreator) -> impl Iterator<Item = [String; 5]> {
    creator.credits.iter().map(|credit| {
        let ListedCreator { name, unnamed, .. } = &creator.listed;
        let role = credit.role.to_owned();
        [name.clone(), unnamed.to_string(), role, credit.source.clone(), credit.title.clone()]
    })
}

fn table(creators: &[ShownCreator]) -> Table {
    let mut table = Table::new([
        Column::text("name"),
        Column::whole("role"),
        Column::whole("source"),
        Column::text("title"),
    ]);
    for creator in creators {
        let withheld = if creator.listed.unnamed { " (name withheld)" } else { "" };
        for credit in &creator.credits {
            table.row([
                Cell::styled(format!("{}{withheld}", creator.listed.name), Style::Bold),
                Cell::plain(credit.role),
                Cell::plain(&credit.source),
                Cell::plain(&credit.title),
            ]);
        }
    }
    table
}
