//! `twosource export bibliography`.

use std::sync::Mutex;

use clap::Args;
use serde_json::{Map, Value};

use super::grouping::{GroupBy, arranged};
use super::printable::told;
use super::selection::Selection;
use crate::bibliography::{
    Arrangement, Bibliography as Rendered, Format, Item, Style, render_arranged, steps,
};
use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
use crate::commands::disclosure::Disclosure;
use crate::commands::names::shows_all;
use crate::commands::style::{Form, FormArgument, StyleArgument};
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::{Confidentiality, Key, Source, Standing};
use crate::error::{Error, Result};
use crate::output::json_text;
use crate::store::Store;
use crate::transfer::{Pseudonyms, Scope};

/// Write the bibliography of the sources that are cited
///
/// One entry for each source, in the order of the style. Sources that no claim cites are left out,
/// unless you say --all; --claim, --kind and --tag narrow the choice further. Confidential sources are
/// printed as such, without their names. JSON gives the text of each entry by the key of its source.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export bibliography
  twosource export bibliography --style apa --format html --output sources.html
  twosource export bibliography --style house.csl --all
  twosource export bibliography --claim c1 --claim c2 --lang fr
  twosource export bibliography --kind interview --kind testimony
  twosource export bibliography --group-by kind --annotated --format rtf --output sources.rtf")]
pub(crate) struct Bibliography {
    #[command(flatten)]
    style: StyleArgument,

    #[command(flatten)]
    form: FormArgument,

    /// All sources of the casebook, cited or not
    #[arg(long, conflicts_with = "claim")]
    all: bool,

    #[command(flatten)]
    selection: Selection,

    /// Put the entries into groups with a heading each
    #[arg(long, value_name = "WHAT")]
    group_by: Option<GroupBy>,

    /// Print your note on each source below its entry; not those on confidential sources or ones on
    /// background
    #[arg(long)]
    annotated: bool,

    #[command(flatten)]
    file: OutputFile,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Bibliography {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let style = self.style.load()?;
        if self.form.form == Form::Json && (self.group_by.is_some() || self.annotated) {
            return Err(Error::invalid("JSON has the entries by key: no groups, and no notes")
                .hint("leave out --group-by and --annotated, or choose another --format"));
        }
        self.file.require_free()?;
        let store = context.read()?;
        let place = (&self.file).into();
        let scope = Scope { sources: true, notes: self.annotated, ..Scope::NONE };
        let what = ("export bibliography", scope);
        let include = shows_all(context, &store, &self.disclosure, place, what)?;
        let sources = printed(&store, self.all, &self.selection, include)?;
        let items: Vec<Item> = sources.iter().map(Item::from).collect();
        let arrangement = arranged(&sources, self.group_by, self.selection.tags(), self.annotated);
        let bibliography = self.rendered(context, &style, &items, &arrangement);
        told(context, &bibliography.warnings, &fallen(&sources));
        let document = match self.form.form {
            Form::Document(_) => bibliography.document(),
            Form::Json => json_text(&by_key(&bibliography))?,
        };
        let written = format!("wrote {}", counted(bibliography.entries.len(), "entry"));
        deliver(context, &document, &self.file, &written)?;
        if items.is_empty() {
            self.say_why_empty(context);
        }
        Ok(Outcome::Done)
    }

    fn rendered(
        &self,
        context: &Context,
        style: &Style,
        items: &[Item],
        arrangement: &Arrangement,
    ) -> Rendered {
        let format = match self.form.form {
            Form::Document(format) => format,
            Form::Json => Format::Text,
        };
        let progress = context.console.progress("rendering", Some(steps(items.len())));
        let progress = Mutex::new(progress);
        render_arranged(style, items, format, arrangement, &|done| {
            // Where another thread has panicked the bar is of no use any more.
            if let Ok(mut progress) = progress.lock() {
                progress.advance(done);
            }
        })
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

/// The text of each entry, by the key of its source, in the order of the bibliography.
fn by_key(bibliography: &Rendered) -> Map<String, Value> {
    let entries = bibliography.entries.iter();
    entries.map(|entry| (entry.key.clone(), Value::String(entry.text.clone()))).collect()
}

/// The sources as they may be printed: those that a claim cites, or all.
pub(crate) fn items(store: &Store, all: bool, include_confidential: bool) -> Result<Vec<Item>> {
    let sources = printed(store, all, &Selection::default(), include_confidential)?;
    Ok(sources.iter().map(Item::from).collect())
}

/// Sources that are no evidence any more, and what has become of each.
fn fallen(sources: &[Source]) -> Vec<(Key, Standing)> {
    let fallen = sources.iter().filter(|source| source.standing.is_fallen());
    fallen.map(|source| (source.key.clone(), source.standing)).collect()
}

/// The chosen sources as they may be printed. What is noted on one on background may tell who is
/// behind it, so it stays here too.
fn printed(
    store: &Store,
    all: bool,
    selection: &Selection,
    include_confidential: bool,
) -> Result<Vec<Source>> {
    store.in_snapshot(|store| {
        let cited = if all { None } else { Some(selection.cited(store)?) };
        let names = if include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        let mut sources = Vec::new();
        store.each_source(|source| {
            let record = &source.record;
            if cited.as_ref().is_none_or(|cited| cited.contains(&record.key)) {
                let mut outside = names.printed(record)?;
                if !selection.lets_through(&outside) {
                    return Ok(());
                }
                if !include_confidential && record.confidentiality != Confidentiality::Open {
                    outside.note = None;
                }
                sources.push(outside);
            }
            Ok(())
        })?;
        Ok(sources)
    })
}
