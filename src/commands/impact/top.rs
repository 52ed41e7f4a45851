//! The sources and voices on which most claims hang.

use serde::Serialize;

use crate::commands::context::Context;
use crate::corroboration::PointKind;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::Store;

/// The answer of `impact --top N --format json`. Fields may be added, never renamed.
#[derive(Serialize)]
struct Answer {
    schema: &'static str,
    points: Vec<Hook>,
}

/// Something that claims hang on.
#[derive(Serialize)]
struct Hook {
    kind: &'static str,
    name: String,
    title: Option<String>,
    claims: usize,
}

/// Writes the points with the number of claims that hang on each.
pub(super) fn write(
    context: &mut Context,
    store: &Store,
    most: usize,
    format: Format,
) -> Result<()> {
    let points = store.in_snapshot(|store| hooks(store, most))?;
    match format {
        Format::Json => context.console.json(&Answer { schema: "twosource/impact-top/1", points }),
        Format::Csv => {
            let rows = points.into_iter().map(|hook| {
                let title = hook.title.unwrap_or_default();
                [hook.kind.to_owned(), hook.name, title, hook.claims.to_string()]
            });
            context.console.csv(&["kind", "name", "title", "claims"], rows)
        }
        Format::Table => table(context, &points),
    }
}

fn hooks(store: &Store, most: usize) -> Result<Vec<Hook>> {
    let points = store.levels()?.points_of_failure(store, most)?.into_iter();
    points
        .map(|(point, claims)| {
            let title = match point.kind {
                PointKind::Source => Some(store.source(&point.name)?.record.title),
                PointKind::Voice | PointKind::Identifier => None,
            };
            Ok(Hook { kind: point.kind.as_str(), name: point.name, title, claims })
        })
        .collect()
}

fn table(context: &mut Context, points: &[Hook]) -> Result<()> {
    let columns = [
        Column::number("claims"),
        Column::whole("what"),
        Column::text("name"),
        Column::text("title"),
    ];
    let mut table = Table::new(columns);
    for hook in points {
        table.row([
            Cell::plain(hook.claims),
            Cell::plain(hook.kind),
            Cell::styled(&hook.name, Style::Bold),
            Cell::plain(hook.title.as_deref().unwrap_or_default()),
        ]);
    }
    context.console.table(&table)?;
    if points.is_empty() {
        context.console.status("no claim hangs on a single source or voice");
    } else {
        context.console.hint("see what would fall with one: twosource impact SOURCE");
    }
    Ok(())
}
