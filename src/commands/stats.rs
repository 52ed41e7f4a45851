//! `twosource stats`.

use clap::Args;
use serde_json::{Map, Value, json};

use super::context::Context;
use super::disclosure::Disclosure;
use super::format::FormatArgument;
use super::tree::Outcome;
use super::view::View;
use crate::corroboration::Level;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table, level_style};
use crate::store::{Division, Store};

/// Count what is in the casebook: claims by level, sources by kind, citations by stance
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource stats
  twosource stats --format json")]
pub(crate) struct Stats {
    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// A number of things, and how they divide into words.
struct Group {
    name: &'static str,
    total: i64,
    by: Vec<(&'static str, Vec<(String, i64)>)>,
}

impl Stats {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view = View::open(context, &self.disclosure, self.format.format.into(), "stats")?;
        let groups = view.in_snapshot(count)?;
        match self.format.format {
            Format::Table => context.console.table(&table(&groups)),
            Format::Json => context.console.json(&answer(&groups)),
            Format::Csv => context.console.csv(&["what", "by", "which", "number"], rows(&groups)),
        }?;
        Ok(Outcome::Done)
    }
}

fn count(store: &Store) -> Result<Vec<Group>> {
    let group = |name, total, by| Group { name, total, by };
    let reviews = store.counts(Division::ReviewsByVerdict)?;
    let total = reviews.iter().map(|(_, number)| number).sum();
    Ok(vec![
        group("claims", store.count_claims()?, vec![("level", claims_by_level(store)?)]),
        group(
            "sources",
            store.count_sources()?,
            vec![
                ("kind", store.counts(Division::SourcesByKind)?),
                ("lineage", store.counts(Division::SourcesByLineage)?),
                ("standing", store.counts(Division::SourcesByStanding)?),
            ],
        ),
        group(
            "citations",
            store.count_citations()?,
            vec![("stance", store.counts(Division::CitationsByStance)?)],
        ),
        group("creators", store.count_creators()?, vec![]),
        group("reviews", total, vec![("verdict", reviews)]),
        group("changes", store.count_changes()?, vec![]),
    ])
}

/// Every level, from weak to strong, also where no claim has it.
fn claims_by_level(store: &Store) -> Result<Vec<(String, i64)>> {
    let levels = store.levels()?;
    let count = |level| i64::try_from(levels.count(level)).unwrap_or(i64::MAX);
    Ok(Level::ALL.iter().map(|level| (level.to_string(), count(*level))).collect())
}

fn table(groups: &[Group]) -> Table {
    let mut table = Table::new([
        Column::whole("what"),
        Column::whole("by"),
        Column::whole("which"),
        Column::number("number"),
    ]);
    for group in groups {
        let total = Cell::styled(group.total, Style::Bold);
        table.row([Cell::styled(group.name, Style::Bold), "".into(), "".into(), total]);
        for (by, counts) in &group.by {
            for (word, number) in counts {
                let word = Cell::styled(word, level_style(word));
                table.row(["".into(), Cell::styled(by, Style::Dim), word, Cell::plain(number)]);
            }
        }
    }
    table
}

/// `{"claims": {"total": 3, "by_level": {"unsupported": 1, …}}, …}`
fn answer(groups: &[Group]) -> Value {
    let mut answer = Map::new();
    for group in groups {
        let mut counted = Map::from_iter([("total".to_owned(), json!(group.total))]);
        for (by, counts) in &group.by {
            let counts: Map<String, Value> =
                counts.iter().map(|(word, number)| (word.clone(), json!(number))).collect();
            counted.insert(format!("by_{by}"), Value::Object(counts));
        }
        answer.insert(group.name.to_owned(), Value::Object(counted));
    }
    Value::Object(answer)
}

fn rows(groups: &[Group]) -> Vec<[String; 4]> {
    let mut rows = Vec::new();
    for group in groups {
        let row = |by: &str, word: &str, number: i64| {
            [group.name.to_owned(), by.to_owned(), word.to_owned(), number.to_string()]
        };
        rows.push(row("", "", group.total));
        for (by, counts) in &group.by {
            rows.extend(counts.iter().map(|(word, number)| row(by, word, *number)));
        }
    }
    rows
}
