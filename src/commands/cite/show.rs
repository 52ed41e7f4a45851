//! `twosource cite show`.

use clap::Args;

use crate::bibliography::{Cite, Format, Item, render_notes};
use crate::commands::context::Context;
use crate::commands::disclosure::{Disclosure, Target};
use crate::commands::export::{Printable, told};
use crate::commands::names::shows_all;
use crate::commands::style::{Form, FormArgument, StyleArgument};
use crate::commands::tree::Outcome;
use crate::domain::Key;
use crate::error::{Error, Result};
use crate::store::{Citations, Store};
use crate::transfer::Scope;

/// Print how a claim cites a source, in any style
///
/// As the first note on it reads, with the places in the source. A confidential source is printed as
/// such, without its name and the places, unless you say --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource cite show c12 lemonde-2017
  twosource cite show c12 owens-v-sudan --style court-footnotes
  twosource cite show c12 lemonde-2017 --style apa --lang de --format html")]
pub(crate) struct Show {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    claim: Key,

    /// The key of the source
    #[arg(value_name = "SOURCE")]
    source: Key,

    #[command(flatten)]
    style: StyleArgument,

    #[command(flatten)]
    form: FormArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Show {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let style = self.style.load()?;
        let store = context.read()?;
        let scope = Scope { locators: true, sources: true, ..Scope::NONE };
        let what = ("cite show", scope);
        let include = shows_all(context, &store, &self.disclosure, Target::Document, what)?;
        let (items, note) =
            store.in_snapshot(|store| self.note(store, style.is_for_notes(), include))?;
        let notes = render_notes(&style, &items, std::slice::from_ref(&note));
        told(context, &notes.warnings, &[]);
        let text = |format| notes.texts(format).next().unwrap_or_default();
        match self.form.form {
            Form::Json => context.console.json(&serde_json::json!({
                "claim": self.claim, "source": note.first().map(|cite| &items[cite.item].key),
                "note": text(Format::Text), "html": text(Format::Html),
            }))?,
            Form::Document(format @ (Format::Rtf | Format::Word)) => {
                context.console.document(&notes.page(format))?;
            }
            Form::Document(format) => context.console.document(&format!("{}\n", text(format)))?,
        }
        Ok(Outcome::Done)
    }

    /// The items that the style has to know, and what the claim cites of the source.
    fn note(
        &self,
        store: &Store,
        alone: bool,
        include_confidential: bool,
    ) -> Result<(Vec<Item>, Vec<Cite>)> {
        store.claim(&self.claim)?;
        store.source(&self.source)?;
        let found = store.citations(Citations::OfPair(&self.claim, &self.source))?;
        if found.is_empty() {
            return Err(Error::not_found(format!(
                "claim {} does not cite {}",
                self.claim, self.source
            ))
            .hint(format!("say that it does: twosource cite {} {}", self.claim, self.source)));
        }
        let mut printable = Printable::of(store, include_confidential)?;
        let mut note = Vec::new();
        for citation in &found {
            note.push(printable.cite(store, &citation.record)?);
        }
        if !alone {
            // What the others are called decides between 2004a and 2004b, and the number of each.
            store.each_citation(Citations::All, |citation| {
                printable.cite(store, &citation.record).map(|_| ())
            })?;
        }
        Ok((printable.items, note))
    }
}
