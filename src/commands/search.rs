//! `twosource search`.

use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::disclosure::Disclosure;
use super::format::FormatArgument;
use super::tree::Outcome;
use super::view::View;
use super::wording::counted;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::{Hit, Hits};

/// Find claims, sources and citations by their words
///
/// Looks in statements, titles, creators, quotes and notes for records that have all of the words.
/// Capitals, accents, and the letter forms of Arabic and Persian make no difference. A word that ends
/// in * stands for all words that begin so.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource search passports
  twosource search bin laden letter
  twosource search 'interrog*' --limit 100 --format csv")]
pub(crate) struct Search {
    /// The words
    #[arg(required = true, value_name = "WORD")]
    words: Vec<String>,

    /// How many to show at most
    #[arg(long, value_name = "NUMBER", default_value_t = 50)]
    limit: usize,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

#[derive(Serialize)]
struct HitJson {
    kind: &'static str,
    key: String,
    text: String,
}

impl Search {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view = View::open(context, &self.disclosure, self.format.format.into(), "search")?;
        let hits = view.store().search(&self.words.join(" "), self.limit)?;
        let rows = hits.records.iter().map(row);
        match self.format.format {
            Format::Json => context.console.json(&rows.collect::<Vec<_>>())?,
            Format::Csv => {
                let rows = rows.map(|hit| [hit.kind.to_owned(), hit.key, hit.text]);
                context.console.csv(&["kind", "key", "text"], rows)?;
            }
            Format::Table => {
                let mut table =
                    Table::new([Column::whole("kind"), Column::whole("key"), Column::text("text")]);
                for hit in rows {
                    let key = Cell::styled(hit.key, Style::Bold);
                    table.row([Cell::plain(hit.kind), key, Cell::plain(hit.text)]);
                }
                context.console.table(&table)?;
            }
        }
        tell(context, &hits);
        Ok(Outcome::Done)
    }
}

fn row(hit: &Hit) -> HitJson {
    match hit {
        Hit::Claim(claim) => HitJson {
            kind: "claim",
            key: claim.record.key.to_string(),
            text: claim.record.statement.clone(),
        },
        Hit::Source(source) => HitJson {
            kind: "source",
            key: source.record.key.to_string(),
            text: source.record.title.clone(),
        },
        Hit::Citation(citation) => HitJson {
            kind: "citation",
            key: citation.id.to_string(),
            text: citation
                .record
                .quote
                .clone()
                .or(citation.record.note.clone())
                .unwrap_or_default(),
        },
    }
}

fn tell(context: &mut Context, hits: &Hits) {
    let shown = hits.records.len();
    match hits.total {
        Some(0) => {
            context.console.status("nothing found");
            context.console.hint("try fewer words, or the beginning of one with a * behind it");
        }
        Some(total) if total as usize > shown => context
            .console
            .status(format!("{shown} of {}; see more with --limit", counted(total, "hit"))),
        Some(total) => context.console.status(counted(total, "hit")),
        None => context.console.status(format!(
            "the newest {shown} of more than 100,000 hits; add a word to narrow it down"
        )),
    }
}
