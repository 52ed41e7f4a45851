//! The order of entries: the style's sort keys, compared as the Unicode Collation Algorithm does.
//!
//! The engine counts quotation marks, files "van der Berg" under V whatever the style says, and
//! compares every pair anew. Here each source has its keys made once. CSL files persons under the
//! family name, bodies without a leading English article, and entries without a key last.

use std::collections::BTreeMap;

use citationberg::taxonomy::Variable;
use citationberg::{SortDirection, SortKey};
use icu_collator::options::CollatorOptions;
use icu_collator::{CollatorBorrowed, CollatorPreferences};

use super::date::worded;
use super::engine::{self, Prepared};
use super::item::{Agent, Item};
use super::marks;
use super::parallel;
use super::particle;
use super::runs::text_of;
use super::stand_in::{StandIn, replaced};
use super::style::{ForKind, Style};

/// The positions of the items in the order of the bibliography.
pub(crate) fn order(
    style: &Style,
    kinds: &BTreeMap<&str, ForKind>,
    items: &[Item],
    on_done: &(dyn Fn(u64) + Sync),
) -> Vec<usize> {
    let collator = root_collator();
    let directions: Vec<bool> = style
        .sort_keys
        .iter()
        .map(|key| key.sort_direction() == SortDirection::Descending)
        .collect();
    let keys: Vec<Vec<Vec<u8>>> = parallel::map(items, on_done, |item| {
        let texts = if style.sort_keys.is_empty() || style.sorting.is_none() {
            own_keys(style, item)
        } else {
            style_keys(style, kinds.get(item.kind.as_str()), item)
        };
        texts.iter().map(|text| collated(collator.as_ref(), text)).collect()
    });
    let mut positions: Vec<usize> = (0..items.len()).collect();
    positions.sort_by(|&a, &b| {
        let by_keys = keys[a].iter().zip(&keys[b]).enumerate().map(|(position, (a, b))| {
            let empty_last = a.is_empty().cmp(&b.is_empty());
            let descending = directions.get(position).copied().unwrap_or(false);
            empty_last.then(if descending { b.cmp(a) } else { a.cmp(b) })
        });
        by_keys
            .fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then)
            .then_with(|| items[a].key.cmp(&items[b].key))
    });
    positions
}

/// The collation of the Unicode root, which favours no language.
fn root_collator() -> Option<CollatorBorrowed<'static>> {
    CollatorBorrowed::try_new(CollatorPreferences::default(), CollatorOptions::default()).ok()
}

fn collated(collator: Option<&CollatorBorrowed<'static>>, text: &str) -> Vec<u8> {
    let text = text.trim();
    let mut key = Vec::new();
    match collator {
        Some(collator) if !text.is_empty() => {
            // Writing to a vector cannot fail.
            let _ = collator.write_sort_key_to(text, &mut key);
        }
        _ => key.extend_from_slice(text.to_lowercase().as_bytes()),
    }
    key
}

/// Author, title, date: for styles that leave the order to the document.
fn own_keys(style: &Style, item: &Item) -> Vec<String> {
    let voices = item.names.get("author").or_else(|| item.names.get("editor"));
    let author = voices.map_or_else(
        || if item.voices.is_empty() { String::new() } else { names_text(style, &item.voices) },
        |agents| names_text(style, agents),
    );
    let title = filed(plain_text(item.get("title")), item.is_english(style.english));
    let first = if author.is_empty() { title.clone() } else { author };
    vec![first, title, date_text(style, item, "issued")]
}

/// The texts of the style's own sort keys.
fn style_keys(style: &Style, kind: Option<&ForKind>, item: &Item) -> Vec<String> {
    let mut sorted = item.clone();
    for agents in sorted.names.values_mut() {
        for agent in agents.iter_mut() {
            *agent = Agent::Literal(name_text(style, agent));
        }
    }
    let prepared = engine::prepared(&sorted, &style.words);
    let printed = printed_keys(style, kind, &prepared);
    let english = item.is_english(style.english);
    style
        .sort_keys
        .iter()
        .enumerate()
        .map(|(position, key)| match key {
            SortKey::MacroName { .. } => {
                filed(plain_text(printed.get(position).map_or("", String::as_str)), english)
            }
            SortKey::Variable { variable, .. } => variable_text(style, item, *variable),
        })
        .collect()
}

/// What the style's sort macros print for the item, one text per key.
fn printed_keys(style: &Style, kind: Option<&ForKind>, prepared: &Prepared) -> Vec<String> {
    let Some(sorting) = kind.and_then(|kind| kind.sorting.as_ref()) else { return Vec::new() };
    let Ok(output) = engine::render(sorting, &style.locales, &prepared.item) else {
        return Vec::new();
    };
    let text = dates_sorted(&text_of(&output.entry), &prepared.stand_ins);
    // Each key starts with a mark and a letter, which keeps the engine from merging marks.
    text.split(marks::KEY).skip(1).map(|key| key.chars().skip(1).collect()).collect()
}

fn dates_sorted(text: &str, stand_ins: &[StandIn]) -> String {
    let mut text = text.to_owned();
    for stand_in in stand_ins {
        let year_only = format!("{}{}", marks::YEAR_ONLY, stand_in.digits);
        text = text.replace(&year_only, stand_in.date.sorts_as.get(..10).unwrap_or(""));
    }
    replaced(&text, stand_ins, |stand_in| stand_in.date.sorts_as.clone()).0
}

fn variable_text(style: &Style, item: &Item, variable: Variable) -> String {
    let name = variable.to_string();
    match variable {
        Variable::Name(_) => {
            item.names.get(&name).map(|agents| names_text(style, agents)).unwrap_or_default()
        }
        Variable::Date(_) => date_text(style, item, &name),
        _ => plain_text(item.get(&name)),
    }
}

fn date_text(style: &Style, item: &Item, variable: &str) -> String {
    item.dates
        .get(variable)
        .and_then(|text| worded(text, &style.words))
        .map_or_else(String::new, |date| date.sorts_as)
}

fn names_text(style: &Style, agents: &[Agent]) -> String {
    agents.iter().map(|agent| name_text(style, agent)).collect::<Vec<_>>().join(" ")
}

/// A name as it is filed: "Berg, Anna van der", "New York Times".
fn name_text(style: &Style, agent: &Agent) -> String {
    match agent {
        Agent::Person { family, given } if !given.is_empty() => match particle::split(family) {
            (particle, rest) if style.demotes_particles && !particle.is_empty() => {
                format!("{rest}, {given} {particle}")
            }
            _ => format!("{family}, {given}"),
        },
        agent => filed(agent.reading_order(), true),
    }
}

/// English text without the article it begins with, as the manuals file titles and papers.
fn filed(text: String, english: bool) -> String {
    let article =
        ["The ", "An ", "A "].iter().find_map(|word| text.trim_start().strip_prefix(word));
    article.filter(|_| english).map(str::to_owned).unwrap_or(text)
}

/// Text without quotation marks, brackets and marks of ours: they say nothing about order.
fn plain_text(text: &str) -> String {
    text.chars()
        .filter_map(marks::reveal)
        .filter(|character| !"\"'“”„‘’‚«»‹›()[]{}".contains(*character))
        .collect()
}
