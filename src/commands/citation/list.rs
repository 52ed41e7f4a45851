//! `twosource citation list`.

use clap::Args;

use super::answer::ListedCitation;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::domain::{Citation, Stance};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::{Citations, Stored};

/// List the citations: which claim cites which source, and for what
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource citation list --claim c12
  twosource citation list --source lemonde-2017 --stance disputes
  twosource citation list --format csv > citations.csv")]
pub(crate) struct List {
    /// Only citations of the claim with this key
    #[arg(long, value_name = "CLAIM")]
    claim: Option<String>,

    /// Only citations of the source with this key
    #[arg(long, value_name = "SOURCE")]
    source: Option<String>,

    /// Only citations with this stance; repeat it for any of several
    #[arg(long, value_parser = one_of(Stance::ALL, Stance::as_str))]
    stance: Vec<Stance>,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view =
            View::open(context, &self.disclosure, self.format.format.into(), "citation list")?;
        let citations = self.chosen(&view)?;
        match self.format.format {
            Format::Table => {
                context.console.table(&table(&citations))?;
                context.console.status(match citations.len() {
                    0 => "there are no such citations".to_owned(),
                    count => counted(count, "citation"),
                });
                Ok(())
            }
            Format::Json => {
                let answer: Vec<_> = citations.iter().map(ListedCitation::new).collect();
                context.console.json(&answer)
            }
            Format::Csv => {
                let rows = citations.iter().map(|citation| ListedCitation::new(citation).cells());
                context.console.csv(&ListedCitation::HEADINGS, rows)
            }
        }?;
        Ok(Outcome::Done)
    }

    fn chosen(&self, view: &View) -> Result<Vec<Stored<Citation>>> {
        let store = view.store();
        // A key that nothing has is a slip, not a question with an empty answer.
        if let Some(claim) = &self.claim {
            store.claim(claim)?;
        }
        let source = self.source.as_deref().map(|key| view.source_key(key)).transpose()?;
        let which = match (&self.claim, &source) {
            (Some(claim), _) => Citations::OfClaim(claim),
            (None, Some(source)) => Citations::OfSource(source),
            (None, None) => Citations::All,
        };
        let mut chosen = Vec::new();
        store.each_citation(which, |citation| {
            let of_source = source.as_ref().is_none_or(|key| *key == citation.record.source);
            let of_stance = self.stance.is_empty() || self.stance.contains(&citation.record.stance);
            if of_source && of_stance {
                chosen.push(citation);
            }
            Ok(())
        })?;
        Ok(chosen)
    }
}

fn table(citations: &[Stored<Citation>]) -> Table {
    let mut table = Table::new([
        Column::number("citation"),
        Column::whole("claim"),
        Column::whole("stance"),
        Column::whole("source"),
        Column::text("locator"),
        Column::text("attributed to"),
        Column::text("quote"),
    ]);
    for Stored { id, record, .. } in citations {
        let origins: Vec<&str> = record.attributed_to.iter().map(|key| key.as_str()).collect();
        table.row([
            Cell::styled(id, Style::Bold),
            Cell::plain(&record.claim),
            Cell::plain(record.stance),
            Cell::plain(&record.source),
            Cell::plain(record.locator.as_deref().unwrap_or_default()),
            Cell::plain(origins.join(", ")),
            Cell::plain(record.quote.as_deref().unwrap_or_default()),
        ]);
    }
    table
}
