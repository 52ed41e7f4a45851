//! From items to entries: the steps in their order.

use std::collections::BTreeMap;

use citationberg::json::{Item as CslItem, Value};

use super::arrangement::Arrangement;
use super::complete::{complete, plain_entry};
use super::engine::{self, Output, Prepared};
use super::item::Item;
use super::runs::{Run, text_of};
use super::stand_in::{put_dates, replaced};
use super::style::{ForKind, SUFFIX_CARRIER, Style, for_kinds};
use super::write::{self, Format, Part};
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
    /// The heading above it, where it is the first of a group.
    pub heading: Option<String>,
    /// What stands below it: the user's own text, not yet in any format.
    pub note: Option<String>,
}

/// A source that the engine could not print, so that its entry is a plain one of ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The citation key of the source.
    pub key: String,
    /// What happened, as a sentence without a full stop.
    pub message: String,
}

impl Warning {
    pub(crate) fn engine(item: &Item, reason: &str) -> Self {
        Warning {
            key: item.key.clone(),
            message: format!(
                "the citation engine failed on this source ({reason}), so its entry is a plain one"
            ),
        }
    }
}

impl Bibliography {
    /// The whole bibliography as text that can be written to a file.
    pub fn document(&self) -> String {
        let parts = self.entries.iter().flat_map(|entry| {
            let heading = entry.heading.as_deref().map(Part::Heading);
            let note = entry.note.as_deref().map(Part::Note);
            heading.into_iter().chain([Part::Entry(&entry.text)]).chain(note)
        });
        write::document(parts, self.format)
    }
}

/// Renders each item once, sorted as the style asks.
pub fn render(style: &Style, items: &[Item], format: Format) -> Bibliography {
    render_arranged(style, items, format, &Arrangement::default(), &|_| {})
}

/// The same in groups, with notes; `on_done` hears how many of [`steps`] have been done since.
pub fn render_arranged(
    style: &Style,
    items: &[Item],
    format: Format,
    arrangement: &Arrangement,
    on_done: &(dyn Fn(u64) + Sync),
) -> Bibliography {
    let kinds = for_kinds(style, items.iter().map(|item| item.kind.as_str()));
    let order = order::order(style, &kinds, items, on_done);
    let mut drafts: Vec<Draft<'_>> = parallel::map(&order, on_done, |&position| {
        let item = &items[position];
        Draft::of(style, &kinds[item.kind.as_str()], item)
    });
    let warnings = drafts.iter_mut().filter_map(|draft| draft.warning.take()).collect();
    if style.adds_year_suffix {
        add_suffixes(style, &kinds, &mut drafts);
    }
    let runs = drafts.into_iter().map(|draft| draft.finished(style));
    let mut finished: Vec<(usize, Vec<Run>)> = order.into_iter().zip(runs).collect();
    finished.sort_by_key(|(item, _)| arrangement.group(*item));
    if let Some(dash) = &style.repeated_author {
        let group = |entry: &(usize, Vec<Run>)| arrangement.group(entry.0);
        for part in finished.chunk_by_mut(|a, b| group(a) == group(b)) {
            dashes::substitute(part.iter_mut().map(|(_, runs)| runs), dash);
        }
    }
    let mut before = None;
    let entries = (1..).zip(finished).map(|(position, (item, mut runs))| {
        number(&mut runs, position);
        tidy::tidy(&mut runs, style.citing.punctuation_in_quotes);
        let key = items[item].key.clone();
        let group = arrangement.group(item);
        let first = before.replace(group) != Some(group);
        Entry {
            text: write::entry(&runs, &key, format),
            key,
            heading: arrangement.heading(group).filter(|_| first).cloned(),
            note: arrangement.note(item).cloned(),
        }
    });
    Bibliography { entries: entries.collect(), warnings, format }
}

/// How many steps it takes to render so many items: each is sorted, then printed.
pub fn steps(items: usize) -> u64 {
    2 * items as u64
}

/// An entry on its way.
pub(crate) struct Draft<'a> {
    item: &'a Item,
    pub(crate) prepared: Prepared,
    output: Output,
    suffix: Option<String>,
    english: bool,
    warning: Option<Warning>,
}

impl<'a> Draft<'a> {
    pub(crate) fn of(style: &Style, kind: &ForKind, item: &'a Item) -> Self {
        let prepared = engine::prepared(item, &style.words);
        let mut warning = None;
        let output = engine::render(&kind.plain, &style.locales, &prepared.item);
        let output = output.unwrap_or_else(|reason| {
            warning = Some(Warning::engine(item, &reason));
            Output {
                entry: vec![Run::plain(plain_entry(item, &style.words))],
                citation: Vec::new(),
            }
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
    pub(crate) fn citation(&self, style: &Style) -> String {
        let mut key = self.short_citation();
        if style.names_disambiguate && !key.is_empty() {
            key.push_str(&format!("{:?}", self.item.names.get("author")));
        }
        key
    }

    /// The same, where only what is printed counts.
    pub(crate) fn short_citation(&self) -> String {
        let text = text_of(&self.output.citation);
        replaced(&text, &self.prepared.stand_ins, |date| date.date.year.clone()).0
    }

    /// The entry with dates, capitals and everything a reader needs.
    fn finished(self, style: &Style) -> Vec<Run> {
        let mut runs = self.output.entry;
        let dated = put_dates(&mut runs, &self.prepared.stand_ins, self.suffix.as_deref());
        repeats::tidy(&mut runs, self.item);
        // The name of a case is a proper name.
        if self.english && self.item.kind != "legal_case" {
            case::apply(&mut runs);
        }
        complete(&mut runs, self.item, dated, &style.words);
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
pub(crate) fn number(runs: &mut [Run], number: usize) {
    for run in runs {
        if run.text.contains(marks::NUMBER) {
            run.text = run.text.replace(marks::NUMBER, &number.to_string());
        }
    }
}
