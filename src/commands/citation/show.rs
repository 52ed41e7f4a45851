//! `twosource citation show`.

use clap::Args;

use super::answer::ListedCitation;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::domain::Citation;
use crate::error::Result;
use crate::output::{Format, Table};
use crate::store::{Store, Stored};

/// Show a citation, with the claim and the source it links
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource citation show 7
  twosource citation show 7 --format json")]
pub(crate) struct Show {
    /// The number of the citation
    #[arg(value_name = "NUMBER")]
    number: i64,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Show {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view =
            View::open(context, &self.disclosure, self.format.format.into(), "citation show")?;
        let store = view.store();
        let citation = store.citation(self.number)?;
        let listed = ListedCitation::new(&citation);
        match self.format.format {
            Format::Table => context.console.table(&details(store, &citation)?),
            Format::Json => context.console.json(&listed),
            Format::Csv => context.console.csv(&ListedCitation::HEADINGS, [listed.cells()]),
        }?;
        Ok(Outcome::Done)
    }
}

fn details(store: &Store, citation: &Stored<Citation>) -> Result<Table> {
    let Stored { id, record, .. } = citation;
    let claim = store.claim(&record.claim)?.record;
    let mut table = Table::details();
    table.detail("citation", id);
    table.detail("claim", format!("{}: {}", claim.key, claim.statement));
    table.detail("stance", record.stance);
    table.detail("source", in_words(store, &record.source)?);
    table.detail("locator", record.locator.as_deref().unwrap_or_default());
    table.detail("quote", record.quote.as_deref().unwrap_or_default());
    for key in &record.attributed_to {
        table.detail("attributed to", in_words(store, key)?);
    }
    table.detail("credibility", record.credibility.map_or("", |it| it.as_str()));
    table.detail("note", record.note.as_deref().unwrap_or_default());
    Ok(table)
}

/// Key and title of a source, and its standing where that is not `active`.
fn in_words(store: &Store, key: &str) -> Result<String> {
    let source = store.source(key)?.record;
    let fallen =
        if source.standing.is_fallen() { format!(" ({})", source.standing) } else { String::new() };
    Ok(format!("{}: {}{fallen}", source.key, source.title))
}
