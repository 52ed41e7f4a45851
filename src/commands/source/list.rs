//! `twosource source list`.

use clap::Args;

use super::answer::ListedSource;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::domain::{Confidentiality, Kind, LineageState, Source, Standing};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::Store;

/// List the sources
///
/// As JSON and CSV every field is there, under the names of sources.csv in a case folder.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source list
  twosource source list --kind interview --kind testimony
  twosource source list --standing retracted --format csv > retracted.csv")]
pub(crate) struct List {
    /// Only sources of this kind; repeat it for any of several
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    kind: Vec<Kind>,

    /// Only sources with this label; repeat it for sources with any of several
    #[arg(long)]
    tag: Vec<String>,

    /// Only sources of which this has become; repeat it for any of several
    #[arg(long, value_parser = one_of(Standing::ALL, Standing::as_str))]
    standing: Vec<Standing>,

    /// Only sources that are original, derived, or not looked into; repeat it for any of several
    #[arg(long, value_parser = one_of(LineageState::ALL, LineageState::as_str))]
    lineage: Vec<LineageState>,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view = View::open(context, &self.disclosure, self.format.format.into(), "source list")?;
        let store = view.store();
        match self.format.format {
            Format::Table => self.table(context, store),
            Format::Json => context.console.json(&self.answer(store)?),
            Format::Csv => {
                let sources = self.answer(store)?;
                let headings = ListedSource::headings(&sources);
                let rows = sources.iter().map(|source| source.cells(&headings));
                context.console.csv(&headings, rows)
            }
        }?;
        Ok(Outcome::Done)
    }

    fn answer(&self, store: &Store) -> Result<Vec<ListedSource>> {
        let mut sources = Vec::new();
        self.each_chosen(store, |source| sources.push(ListedSource::new(source)))?;
        Ok(sources)
    }

    fn table(&self, context: &mut Context, store: &Store) -> Result<()> {
        let mut table = Table::new([
            Column::whole("key"),
            Column::text("kind"),
            Column::text("by"),
            Column::text("title"),
            Column::whole("issued"),
            Column::text("state"),
        ]);
        let mut count = 0;
        self.each_chosen(store, |source| {
            count += 1;
            table.row([
                Cell::styled(&source.key, Style::Bold),
                Cell::plain(source.kind),
                Cell::plain(voices(source)),
                Cell::plain(&source.title),
                Cell::plain(source.issued.as_ref().map_or("", |date| date.as_str())),
                state(source),
            ]);
        })?;
        context.console.table(&table)?;
        if count > 0 {
            context.console.status(counted(count, "source"));
        } else if store.count_sources()? == 0 {
            context.console.status("there are no sources yet");
            context
                .console
                .hint("enter one: twosource source add \"The title\" --kind newspaper-article");
        } else {
            context.console.status("no source is like that");
        }
        Ok(())
    }

    /// Hands on the sources that the filters let through.
    fn each_chosen(&self, store: &Store, mut on_source: impl FnMut(&Source)) -> Result<()> {
        store.each_source(|source| {
            if self.chooses(&source.record) {
                on_source(&source.record);
            }
            Ok(())
        })
    }

    fn chooses(&self, source: &Source) -> bool {
        (self.kind.is_empty() || self.kind.contains(&source.kind))
            && (self.tag.is_empty() || source.tags.iter().any(|tag| self.tag.contains(tag)))
            && (self.standing.is_empty() || self.standing.contains(&source.standing))
            && (self.lineage.is_empty() || self.lineage.contains(&source.lineage))
    }
}

/// Whose word it is, in reading order.
fn voices(source: &Source) -> String {
    let voices = source.creators.iter().filter(|credit| credit.role.is_voice());
    voices.map(|credit| credit.name.reading_order()).collect::<Vec<_>>().join("; ")
}

/// What there is to know before one relies on it.
fn state(source: &Source) -> Cell {
    let mut words = vec![source.lineage.as_str()];
    if source.standing != Standing::Active {
        words.push(source.standing.as_str());
    }
    if source.confidentiality != Confidentiality::Open {
        words.push(source.confidentiality.as_str());
    }
    let style = if source.standing.is_fallen() { Style::Red } else { Style::Plain };
    Cell::styled(words.join(", "), style)
}
