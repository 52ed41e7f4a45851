//! `twosource export footnotes`.

use std::collections::HashMap;

use clap::Args;
use serde::Serialize;

use super::claim_order::by_place;
use super::printable::{Printable, told};
use crate::bibliography::{Cite, Format, Notes, Style, render_notes};
use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
use crate::commands::disclosure::Disclosure;
use crate::commands::names::shows_all;
use crate::commands::style::{Form, FormArgument, StyleArgument};
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::{Citation, Claim, Key, shell_word};
use crate::error::Result;
use crate::output::json_text;
use crate::store::{Citations, Store};
use crate::transfer::Scope;

/// Write the footnotes of a text: one for each claim, with all that it cites
///
/// The notes follow the claims as their work makes them: by the place in it where that is known, else
/// as they were logged. Short forms and “ibid.” are those of the style. What disputes or qualifies a
/// claim stands behind a word that says so. Markdown, HTML and Word have each claim with its note;
/// plain text has the notes alone; RTF has true footnotes. Confidential sources are printed as such,
/// without names, places and quotes.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export footnotes
  twosource export footnotes --work our-article --style court-footnotes
  twosource export footnotes --format rtf --output notes.rtf
  twosource export footnotes --claim c1 --claim c2 --format markdown")]
pub(crate) struct Footnotes {
    #[command(flatten)]
    style: StyleArgument,

    #[command(flatten)]
    form: FormArgument,

    /// Only the note on this claim; repeat it for more
    #[arg(long, value_name = "CLAIM")]
    claim: Vec<Key>,

    /// Only claims that this work makes, in the order of the work
    #[arg(long, value_name = "SOURCE")]
    work: Option<Key>,

    #[command(flatten)]
    file: OutputFile,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// The claims that get a note, and what their notes cite.
struct Material {
    claims: Vec<Claim>,
    notes: Vec<Vec<Cite>>,
    printable: Printable,
    /// How many claims cite nothing.
    bare: usize,
}

/// A note as programs see it.
#[derive(Debug, Serialize)]
struct NoteJson {
    number: usize,
    claim: Key,
    statement: String,
    note: String,
    html: String,
    sources: Vec<String>,
}

impl Footnotes {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let style = self.style.load()?;
        self.file.require_free()?;
        let store = context.read()?;
        let place = (&self.file).into();
        let scope = Scope { statements: true, locators: true, sources: true, ..Scope::NONE };
        let what = ("export footnotes", scope);
        let include = shows_all(context, &store, &self.disclosure, place, what)?;
        let material = store.in_snapshot(|store| self.gather(store, include))?;
        let notes = render_notes(&style, &material.printable.items, &material.notes);
        told(context, &notes.warnings, &material.printable.fallen);
        let document = match self.form.form {
            Form::Json => json(&material, &notes)?,
            Form::Document(format) => {
                let statements: Vec<String> =
                    material.claims.iter().map(|claim| claim.statement.clone()).collect();
                notes.document(&statements, format)
            }
        };
        let written = format!("wrote {}", counted(material.notes.len(), "note"));
        deliver(context, &document, &self.file, &written)?;
        self.say_more(context, &style, &material);
        Ok(Outcome::Done)
    }

    fn say_more(&self, context: &mut Context, style: &Style, material: &Material) {
        match material.bare {
            0 if material.notes.is_empty() => {
                context.console.status("there are no such claims, so there are no notes");
            }
            0 => {}
            1 => context.console.status("1 claim cites nothing, so it has no note"),
            bare => {
                let bare = counted(bare, "claim");
                context.console.status(format!("{bare} cite nothing, so they have no notes"));
            }
        }
        if !style.is_for_notes() && !material.notes.is_empty() {
            let claims: String =
                self.claim.iter().map(|key| format!(" --claim {}", shell_word(key))).collect();
            context.console.hint(&format!(
                "this style points to a list of sources: twosource export bibliography {}{claims}",
                self.style.typed()
            ));
        }
    }

    fn gather(&self, store: &Store, include_confidential: bool) -> Result<Material> {
        let mut claims = self.claims(store)?;
        by_place(&mut claims, self.work.as_ref());
        let mut cited: HashMap<Key, Vec<Citation>> = HashMap::new();
        let mut keep = |citation: crate::store::Stored<Citation>| {
            cited.entry(citation.record.claim.clone()).or_default().push(citation.record);
            Ok(())
        };
        if self.claim.is_empty() {
            store.each_citation(Citations::All, &mut keep)?;
        }
        for claim in claims.iter().filter(|_| !self.claim.is_empty()) {
            store.each_citation(Citations::OfClaim(&claim.key), &mut keep)?;
        }
        let all = claims.len();
        claims.retain(|claim| cited.contains_key(&claim.key));
        let mut printable = Printable::of(store, include_confidential)?;
        let mut notes = Vec::with_capacity(claims.len());
        for claim in &claims {
            let citations = cited.remove(&claim.key).unwrap_or_default();
            let note: Result<Vec<Cite>> =
                citations.iter().map(|citation| printable.cite(store, citation)).collect();
            notes.push(note?);
        }
        Ok(Material { bare: all - claims.len(), claims, notes, printable })
    }

    /// The claims that were asked for, each once, as they were logged.
    fn claims(&self, store: &Store) -> Result<Vec<Claim>> {
        if let Some(work) = &self.work {
            store.source(work)?;
        }
        let mut claims: Vec<Claim> = Vec::new();
        for key in &self.claim {
            let claim = store.claim(key)?.record;
            if !claims.iter().any(|known| known.key == claim.key) {
                claims.push(claim);
            }
        }
        if self.claim.is_empty() {
            store.each_claim(|claim| {
                claims.push(claim.record);
                Ok(())
            })?;
        }
        if let Some(work) = &self.work {
            claims.retain(|claim| claim.appearances.iter().any(|made| made.source == *work));
        }
        Ok(claims)
    }
}

fn json(material: &Material, notes: &Notes) -> Result<String> {
    let texts = notes.texts(Format::Text).zip(notes.texts(Format::Html));
    let rows = material.claims.iter().zip(&material.notes).zip(texts);
    let answer: Vec<NoteJson> = (1..)
        .zip(rows)
        .map(|(number, ((claim, cites), (note, html)))| {
            let mut sources: Vec<String> = Vec::new();
            for cite in cites {
                let key = &material.printable.items[cite.item].key;
                if !sources.contains(key) {
                    sources.push(key.clone());
                }
            }
            let (claim, statement) = (claim.key.clone(), claim.statement.clone());
            NoteJson { number, claim, statement, note, html, sources }
        })
        .collect();
    json_text(&answer)
}
