//! From items to entries: the steps in their order.

use std::collections::BTreeMap;

use citationberg::json::{Item as CslItem, Value};

use super::complete::{complete, plain_entry};
use super::engine::{self, Output, Prepared};
use super::item::Item;
use super::runs::{Run, text_of};
use super::stand_in::{StandIn, replaced};
use super::style::{ForKind, SUFFIX_CARRIER, Style, for_kinds};
use super::write::{self, Format};
use super::{case, dashes, marks, order, parallel, repeats, suffix, tidy};

/// A bibliography, in the order of its style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bibliography {
    /// One entry for each source, never fewer.
    pub entries: Vec<Entry>,
    /// What the user should know about single entries.
    pub warnings: Vec<Warning>,
    format: Format,
}

/// One source as the style prints it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The citation key of the source.
    pub key: String,
    /// The entry in the format asked for, without a line break.
    pub text: String,
}

/// A source that the engine could not print, so that its entry is a plain one of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The citation key of the source.
    pub key: String,
    /// What happened, as a sentence without a full stop.
    pub message: String,
}

impl Bibliography {
    /// The whole bibliography as text that can be written to a file.
    pub fn document(&self) -> String {
        write::document(self.entries.iter().map(|entry| entry.text.as_str()), self.format)
    }
}

/// Renders each item once, sorted as the style asks.
pub fn render(style: &Style, items: &[Item], format: Format) -> Bibliography {
    let kinds = for_kinds(style, items.iter().map(|item| item.kind.as_str()));
    let order = order::order(style, &kinds, items);
    let mut drafts: Vec<Draft<'_>> = parallel::map(&order, |&position| {
        let item = &items[position];
        Draft::of(style, &kinds[item.kind.as_str()], item)
    });
    let warnings = drafts.iter_mut().filter_map(|draft| draft.warning.take()).collect();
    if style.adds_year_suffix {
        add_suffixes(style, &kinds, &mut drafts);
    }
    let keys: Vec<String> = drafts.iter().map(|draft| draft.item.key.clone()).collect();
    let mut entries: Vec<Vec<Run>> = drafts.into_iter().map(Draft::finished).collect();
    if let Some(dash) = &style.repeated_author {
        dashes::substitute(&mut entries, dash);
    }
    let entries = keys.into_iter().zip(entries).enumerate().map(|(position, (key, mut runs))| {
        number(&mut runs, position + 1);
        tidy::tidy(&mut runs);
        Entry { text: write::entry(&runs, &key, format), key }
    });
    Bibliography { entries: entries.collect(), warnings, format }
}

/// An entry on its way.
struct Draft<'a> {
    item: &'a Item,
    prepared: Prepared,
    output: Output,
    suffix: Option<String>,
    english: bool,
    warning: Option<Warning>,
}

impl<'a> Draft<'a> {
    fn of(style: &Style, kind: &ForKind, item: &'a Item) -> Self {
        let prepared = engine::prepared(item);
        let mut warning = None;
        let output = engine::render(&kind.plain, &style.locales, &prepared.item);
        let output = output.unwrap_or_else(|reason| {
            warning = Some(Warning {
                key: item.key.clone(),
                message: format!("the citation engine failed on this source ({reason}), so its entry is a plain one"),
            });
            Output { entry: vec![Run::plain(plain_entry(item))], citation: Vec::new() }
        });
        Draft {
            item,
            prepared,
            output,
            suffix: None,
            english: item.is_english(style.english),
            warning,
        }
    }

    /// What an author-date citation of it would say.
    fn citation(&self, style: &Style) -> String {
        let text = text_of(&self.output.citation);
        let mut key = replaced(&text, &self.prepared.stand_ins, |date| date.date.year.clone()).0;
        if style.names_disambiguate && !key.is_empty() {
            key.push_str(&format!("{:?}", self.item.names.get("author")));
        }
        key
    }

    /// The entry with dates, capitals and everything a reader needs.
    fn finished(self) -> Vec<Run> {
        let mut runs = self.output.entry;
        let mut suffix = self.suffix;
        let mut dated = false;
        for run in &mut runs {
            let words = |stand_in: &StandIn| {
                let suffix = suffix.as_deref().filter(|_| stand_in.issued).unwrap_or("");
                format!("{}{suffix}", stand_in.date.year)
            };
            let (text, issued) = replaced(&run.text, &self.prepared.stand_ins, words);
            run.text = text;
            if issued {
                dated = true;
                suffix = None;
            }
        }
        repeats::tidy(&mut runs, self.item);
        // The name of a case is a proper name.
        if self.english && self.item.kind != "legal_case" {
            case::apply(&mut runs);
        }
        complete(&mut runs, self.item, dated);
        runs
    }
}

/// Gives suffixes to entries whose citations are alike; the style says where they are printed.
fn add_suffixes(style: &Style, kinds: &BTreeMap<&str, ForKind>, drafts: &mut [Draft<'_>]) {
    let citations: Vec<String> = drafts.iter().map(|draft| draft.citation(style)).collect();
    for (draft, suffix) in drafts.iter_mut().zip(suffix::suffixes(&citations)) {
        let Some(suffix) = suffix else { continue };
        let Some(suffixed) = &kinds[draft.item.kind.as_str()].suffixed else {
            draft.suffix = Some(suffix);
            continue;
        };
        let CslItem(mut fields) = draft.prepared.item.clone();
        fields.insert(SUFFIX_CARRIER.to_owned(), Value::String(suffix));
        if let Ok(output) = engine::render(suffixed, &style.locales, &CslItem(fields)) {
            draft.output.entry = output.entry;
        }
    }
}

/// Puts the number of the entry where a numbered style has it.
fn number(runs: &mut [Run], number: usize) {
    for run in runs {
        if run.text.contains(marks::NUMBER) {
            run.text = run.text.replace(marks::NUMBER, &number.to_string());
        }
    }
}
