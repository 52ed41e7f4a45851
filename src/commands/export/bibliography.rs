//! `twosource export bibliography`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::selection::Selection;
use crate::bibliography::{Format, Item, Style, render};
use crate::commands::context::Context;
use crate::commands::deliver::deliver;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::commands::wording::counted;
use crate::domain::{Key, Standing};
use crate::error::{Error, Result};
use crate::store::Store;
use crate::transfer::Pseudonyms;

/// The style where none is asked for: Chicago, notes and bibliography.
pub(crate) const DEFAULT_STYLE: &str = "chicago-notes";

/// Write the bibliography of the sources that are cited
///
/// One entry for each source, in the order of the style. Sources that no claim cites are left out,
/// unless you say --all; --claim, --kind and --tag narrow the choice further. Confidential sources are
/// printed as such, without their names.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export bibliography
  twosource export bibliography --style apa --format html --output sources.html
  twosource export bibliography --style house.csl --all
  twosource export bibliography --claim c1 --claim c2
  twosource export bibliography --kind interview --kind testimony")]
pub(crate) struct Bibliography {
    /// The style: a name such as apa or modern-language-association, or a .csl file
    #[arg(long, value_name = "NAME|FILE", default_value = DEFAULT_STYLE)]
    style: String,

    /// What to write: text, HTML or Markdown
    #[arg(long, value_name = "FORMAT", default_value = "text",
          value_parser = one_of(&FORMATS, format_name))]
    format: Format,

    /// All sources of the casebook, cited or not
    #[arg(long)]
    all: bool,

    #[command(flatten)]
    selection: Selection,

    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,

    /// Print confidential sources as they are, and the creators of sources on background
    #[arg(long)]
    include_confidential: bool,
}

const FORMATS: [Format; 3] = [Format::Text, Format::Html, Format::Markdown];

fn format_name(format: Format) -> &'static str {
    match format {
        Format::Text => "text",
        Format::Html => "html",
        Format::Markdown => "markdown",
    }
}

impl Bibliography {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let style = style(&self.style)?;
        let store = context.read()?;
        let (items, fallen) =
            printed(&store, self.all, &self.selection, self.include_confidential)?;
        let bibliography = {
            let _progress = context.console.progress("rendering", None);
            render(&style, &items, self.format)
        };
        for warning in &bibliography.warnings {
            context.console.warning(&format!("{}: {}", warning.key, warning.message));
        }
        for (key, standing) in fallen {
            context.console.warning(&format!("{key} was {standing}"));
        }
        let written = format!("wrote {}", counted(bibliography.entries.len(), "entry"));
        let place = (self.output.as_deref(), self.force);
        deliver(context, &bibliography.document(), place, &written)?;
        if items.is_empty() {
            self.say_why_empty(context);
        }
        Ok(Outcome::Done)
    }

    fn say_why_empty(&self, context: &mut Context) {
        if self.selection.is_any() {
            context.console.status("no source is like that, so the bibliography is empty");
        } else if self.all {
            context.console.status("there are no sources yet, so the bibliography is empty");
        } else {
            context.console.status("no source is cited yet, so the bibliography is empty");
        }
        if !self.all && self.selection.claim.is_empty() {
            context.console.hint("count in the sources that no claim cites with --all");
        }
    }
}

/// The style of this name, or in this file.
fn style(name: &str) -> Result<Style> {
    let path = Path::new(name);
    let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csl"));
    if !is_file {
        return Style::named(name);
    }
    let bytes = fs::read(path).map_err(|error| {
        Error::not_found(format!("the style {name} cannot be read: {error}"))
            .hint("name a .csl file, or one of the styles that are built in, such as apa")
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::invalid(format!("{name} is not valid UTF-8"))
            .hint("a .csl file is XML in UTF-8; download it again")
    })?;
    Style::from_csl(&text, name)
}

/// The sources as they may be printed: those that a claim cites, or all.
pub(crate) fn items(store: &Store, all: bool, include_confidential: bool) -> Result<Vec<Item>> {
    Ok(printed(store, all, &Selection::default(), include_confidential)?.0)
}

/// Sources that are no evidence any more, and what has become of each.
type Fallen = Vec<(Key, Standing)>;

/// The sources as they may be printed, and which of them have fallen.
fn printed(
    store: &Store,
    all: bool,
    selection: &Selection,
    include_confidential: bool,
) -> Result<(Vec<Item>, Fallen)> {
    store.in_snapshot(|store| {
        let cited = if all { None } else { Some(selection.cited(store)?) };
        let names = if include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        let (mut items, mut fallen) = (Vec::new(), Vec::new());
        store.each_source(|source| {
            let record = &source.record;
            if cited.as_ref().is_none_or(|cited| cited.contains(&record.key))
                && selection.lets_through(record)
            {
                let outside = names.printed(&source.record)?;
                items.push(Item::from(&outside));
                if outside.standing.is_fallen() {
                    fallen.push((outside.key.clone(), outside.standing));
                }
            }
            Ok(())
        })?;
        Ok((items, fallen))
    })
}
