//! `twosource style list`.

use clap::Args;
use serde::Serialize;

use crate::bibliography::{Bundled, Style as CitationStyle};
use crate::commands::context::Context;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};

/// List the styles, or those with a word in their name, title or other names
///
/// Each of the names may be given to --style. `note` styles make footnotes; the others point to a
/// list of sources by author and date or by number. JSON and CSV have the other names of each, too.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource style list
  twosource style list court
  twosource style list chicago --format json")]
pub(crate) struct List {
    /// A word to look for, without regard to case
    word: Option<String>,

    #[command(flatten)]
    format: FormatArgument,
}

/// A style as programs see it.
#[derive(Debug, Serialize)]
struct ListedStyle {
    name: String,
    aliases: Vec<String>,
    title: String,
    cites: &'static str,
    language: Option<String>,
}

impl From<Bundled> for ListedStyle {
    fn from(style: Bundled) -> Self {
        let Bundled { name, aliases, title, cites, language } = style;
        ListedStyle { name, aliases, title, cites, language }
    }
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let word = self.word.as_deref().unwrap_or_default().to_lowercase();
        let mut styles: Vec<ListedStyle> =
            CitationStyle::bundled().into_iter().map(ListedStyle::from).collect();
        styles.retain(|style| {
            [&style.name, &style.title]
                .into_iter()
                .chain(&style.aliases)
                .any(|text| text.to_lowercase().contains(&word))
        });
        match self.format.format {
            Format::Table => table(context, &styles)?,
            Format::Json => context.console.json(&styles)?,
            Format::Csv => context.console.csv(
                &["name", "aliases", "title", "cites", "language"],
                styles.iter().map(|style| {
                    let language = style.language.clone().unwrap_or_default();
                    let aliases = style.aliases.join("; ");
                    [style.name.clone(), aliases, style.title.clone(), style.cites.into(), language]
                }),
            )?,
        }
        Ok(Outcome::Done)
    }
}

fn table(context: &mut Context, styles: &[ListedStyle]) -> Result<()> {
    let mut table =
        Table::new([Column::whole("name"), Column::whole("cites by"), Column::text("title")]);
    for style in styles {
        table.row([
            Cell::styled(&style.name, Style::Bold),
            Cell::plain(style.cites),
            Cell::plain(&style.title),
        ]);
    }
    context.console.table(&table)?;
    if styles.is_empty() {
        context.console.status("no style has this word in its name");
        context
            .console
            .hint("there are more at https://www.zotero.org/styles; give the file to --style");
    } else {
        context.console.status(counted(styles.len(), "style"));
    }
    Ok(())
}
