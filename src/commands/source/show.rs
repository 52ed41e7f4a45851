//! `twosource source show`.

use clap::Args;
use serde::Serialize;

use super::answer::ListedSource;
use crate::commands::citation::answer::ListedCitation;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::domain::shell_word;
use crate::domain::{Citation, Lineage, Source, variable_column};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table, Text};
use crate::store::{Citations, Store, Stored};

/// Show a source: its fields, where it comes from, what comes from it, which claims rest on it
///
/// As CSV you get its fields alone, as in `source list`.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source show lemonde-2017
  twosource source show lemonde-2017 --format json")]
pub(crate) struct Show {
    /// The key of the source
    #[arg(value_name = "SOURCE")]
    key: String,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// All that the casebook knows of a source.
struct Known {
    source: Source,
    origins: Vec<Lineage>,
    derived: Vec<Lineage>,
    citations: Vec<Stored<Citation>>,
    attributions: Vec<Stored<Citation>>,
    claims_made_in_it: Vec<String>,
}

/// The answer of `source show --format json`: the source as in `source list`, and more.
#[derive(Serialize)]
struct ShownSource<'a> {
    #[serde(flatten)]
    listed: ListedSource,
    origins: &'a [Lineage],
    derived: &'a [Lineage],
    citations: Vec<ListedCitation<'a>>,
    attributions: Vec<ListedCitation<'a>>,
    claims_made_in_it: &'a [String],
}

impl Show {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view = View::open(context, &self.disclosure, self.format.format.into(), "source show")?;
        let key = view.source_key(&self.key)?;
        let known = view.in_snapshot(|store| Known::load(store, &key))?;
        match self.format.format {
            Format::Table => known.tell(context),
            Format::Json => context.console.json(&known.answer()),
            Format::Csv => {
                let sources = [ListedSource::new(&known.source)];
                let headings = ListedSource::headings(&sources);
                context.console.csv(&headings, sources.iter().map(|it| it.cells(&headings)))
            }
        }?;
        Ok(Outcome::Done)
    }
}

impl Known {
    fn load(store: &Store, key: &str) -> Result<Self> {
        let appearing = |store: &Store| -> Result<Vec<String>> {
            let claims = store.claims_appearing_in(key)?;
            Ok(claims.into_iter().map(|claim| claim.key.into()).collect())
        };
        Ok(Known {
            source: store.source(key)?.record,
            origins: store.origins_of(key)?,
            derived: store.derived_from(key)?,
            citations: store.citations(Citations::OfSource(key))?,
            attributions: store.citations(Citations::AttributedTo(key))?,
            claims_made_in_it: appearing(store)?,
        })
    }

    fn answer(&self) -> ShownSource<'_> {
        ShownSource {
            listed: ListedSource::new(&self.source),
            origins: &self.origins,
            derived: &self.derived,
            citations: self.citations.iter().map(ListedCitation::new).collect(),
            attributions: self.attributions.iter().map(ListedCitation::new).collect(),
            claims_made_in_it: &self.claims_made_in_it,
        }
    }

    fn tell(&self, context: &mut Context) -> Result<()> {
        let heading = Text::new().styled(Style::Bold, self.source.key.as_str());
        context.console.data(heading.plain(format!(": {}\n\n", self.source.title)))?;
        context.console.table(&self.details())?;
        for table in [
            lineage_table("comes from", &self.origins, |row| &row.origin),
            lineage_table("what comes from it", &self.derived, |row| &row.source),
            citation_table("cited by", &self.citations, false),
            citation_table("attributed to it by", &self.attributions, true),
        ] {
            if !table.is_empty() {
                context.console.data("")?;
                context.console.table(&table)?;
            }
        }
        if self.citations.is_empty() && self.attributions.is_empty() {
            context.console.hint(&format!(
                "no claim cites it yet: twosource cite CLAIM {}",
                shell_word(&self.source.key)
            ));
        }
        Ok(())
    }

    fn details(&self) -> Table {
        let source = &self.source;
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let mut table = Table::details();
        let aliases: Vec<&str> = source.aliases.iter().map(|alias| alias.as_str()).collect();
        table.detail("also known as", aliases.join(", "));
        table.detail("kind", source.kind);
        for credit in &source.creators {
            let unnamed = if credit.unnamed { " (name withheld)" } else { "" };
            table.detail(credit.role.as_str(), format!("{}{unnamed}", credit.name));
        }
        table.detail("in", text(&source.container));
        table.detail("publisher", text(&source.publisher));
        table.detail("issued", source.issued.as_ref().map_or("", |date| date.as_str()));
        table.detail("pages", text(&source.pages));
        table.detail("url", text(&source.url));
        table.detail("archived", text(&source.archived_url));
        table.detail("accessed", source.accessed.as_ref().map_or("", |date| date.as_str()));
        table.detail("language", text(&source.language));
        table.detail("jurisdiction", text(&source.jurisdiction));
        for identifier in &source.identifiers {
            table.detail(identifier.scheme.as_str(), &identifier.value);
        }
        for (name, value) in &source.variables {
            table.detail(&variable_column(name), value);
        }
        table.detail("lineage", source.lineage);
        let style = if source.standing.is_fallen() { Style::Red } else { Style::Plain };
        table.detail("standing", Cell::styled(source.standing, style));
        table.detail("grade", source.grade.map_or("", |grade| grade.as_str()));
        table.detail("confidentiality", source.confidentiality);
        table.detail("tags", source.tags.join(", "));
        // Line by line: what `source standing` adds is a line of its own.
        for (position, line) in source.note.iter().flat_map(|note| note.lines()).enumerate() {
            table.detail(if position == 0 { "note" } else { "" }, line);
        }
        table.detail("claims made in it", self.claims_made_in_it.join(", "));
        table
    }
}

fn lineage_table<'a>(
    heading: &str,
    rows: &'a [Lineage],
    other: impl Fn(&'a Lineage) -> &'a crate::domain::Key,
) -> Table {
    let mut table =
        Table::new([Column::whole(heading), Column::whole("relation"), Column::text("note")]);
    for row in rows {
        table.row([
            Cell::styled(other(row), Style::Bold),
            Cell::plain(row.relation),
            Cell::plain(row.note.as_deref().unwrap_or_default()),
        ]);
    }
    table
}

/// The citations by claim; with the source that cites where that is another one.
fn citation_table(heading: &str, rows: &[Stored<Citation>], with_source: bool) -> Table {
    let mut columns = vec![Column::whole(heading), Column::number("citation")];
    columns.extend(with_source.then(|| Column::whole("in")));
    columns.extend([Column::whole("stance"), Column::text("locator"), Column::text("quote")]);
    let mut table = Table::new(columns);
    for Stored { id, record, .. } in rows {
        let mut cells = vec![Cell::styled(&record.claim, Style::Bold), Cell::plain(id)];
        cells.extend(with_source.then(|| Cell::plain(&record.source)));
        cells.push(Cell::plain(record.stance));
        cells.push(Cell::plain(record.locator.as_deref().unwrap_or_default()));
        cells.push(Cell::plain(record.quote.as_deref().unwrap_or_default()));
        table.row(cells);
    }
    table
}
