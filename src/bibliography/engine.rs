//! The only place that calls the citation engine, one source at a time.
//!
//! One at a time keeps memory flat and time linear: the engine's own sorting, disambiguation and
//! numbering look at all pairs, and are replaced by our own anyway. A panic is caught here.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

use citationberg::json::{DateValue, Item as CslItem, LiteralName, NameItem, NameValue};
use citationberg::json::{Value, VecDate, VecDateRange};
use citationberg::{IndependentStyle, Locale};
use hayagriva::{
    BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, LocatorPayload,
    SpecificLocator,
};

use super::item::{Agent, Item};
use super::marks;
use super::particle;
use super::place::Place;
use super::runs::{self, Run};
use super::stand_in::{StandIn, stand_ins};
use super::style::{CONTAINER_COPY, SUFFIX_CARRIER};
use super::words::Words;

/// Number variables in which a hyphen, comma or ampersand is part of the number; only these may say
/// what is none, and yet have digits in it.
const NUMBERS: &[&str] = &["number", "section", "version", "chapter-number"];

/// An item as the engine takes it.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    pub(crate) item: CslItem,
    pub(crate) stand_ins: Vec<StandIn>,
}

/// What the engine made of an item; stand-ins and marks are still in it.
#[derive(Debug, Clone)]
pub(crate) struct Output {
    pub(crate) entry: Vec<Run>,
    pub(crate) citation: Vec<Run>,
}

/// The item with sane values only.
pub(crate) fn prepared(item: &Item, words: &Words) -> Prepared {
    let mut fields = std::collections::BTreeMap::new();
    for (name, text) in &item.texts {
        let text = marks::one_line(text);
        let text =
            if NUMBERS.contains(&name.as_str()) { marks::hide_in_value(&text) } else { text };
        if name == "container-title" && !text.is_empty() {
            fields.insert(CONTAINER_COPY.to_owned(), Value::String(text.clone()));
        }
        if !text.is_empty() && name != SUFFIX_CARRIER && name != CONTAINER_COPY {
            fields.insert(name.clone(), Value::String(text));
        }
    }
    for (name, agents) in &item.names {
        let names: Vec<NameValue> = agents.iter().filter_map(name_value).collect();
        if !names.is_empty() {
            fields.insert(name.clone(), Value::Names(names));
        }
    }
    let mut stand_in_list = Vec::new();
    for (name, stand_in) in stand_ins(item, words) {
        if let Some(date) = date_value(&stand_in) {
            fields.insert(name, date);
            stand_in_list.push(stand_in);
        }
    }
    fields.insert("type".into(), Value::String(item.kind.clone()));
    fields.insert("id".into(), Value::String("item".into()));
    Prepared { item: CslItem(fields), stand_ins: stand_in_list }
}

fn name_value(agent: &Agent) -> Option<NameValue> {
    let clean = |text: &str| marks::one_line(text);
    match agent {
        Agent::Person { family, given } if !family.is_empty() && !given.is_empty() => {
            let (particle, family) = particle::split(family);
            // With no particle at all the engine looks for one itself, and takes "Ortega y" for it.
            let particle = match particle {
                "" if runs::is_cjk(family) => None,
                "" => Some(marks::WHOLE_NAME.to_string()),
                particle => Some(clean(particle)),
            };
            Some(NameValue::Item(NameItem {
                family: clean(family),
                given: Some(marks::hide_in_given_name(&clean(given))),
                non_dropping_particle: particle,
                dropping_particle: None,
                suffix: None,
                comma_suffix: None,
            }))
        }
        agent => {
            let literal = clean(&agent.reading_order());
            (!literal.is_empty()).then_some(NameValue::Literal(LiteralName { literal }))
        }
    }
}

/// The stand-in year with month and day, counted from 1 here and from 0 inside the engine.
fn date_value(stand_in: &StandIn) -> Option<Value> {
    let mut parts = vec![stand_in.digits.parse::<i16>().ok()?];
    parts.extend(stand_in.date.month.map(i16::from));
    parts.extend(stand_in.date.day.map(i16::from));
    Some(Value::Date(DateValue::DateParts {
        date_parts: VecDateRange(vec![VecDate(parts)]),
        literal: None,
        season: None,
        circa: false,
    }))
}

/// Renders one item; the message of the engine's panic where it gives up.
pub(crate) fn render(
    style: &IndependentStyle,
    locales: &[Locale],
    item: &CslItem,
) -> Result<Output, String> {
    quietly(|| {
        let mut driver = BibliographyDriver::new();
        let cited = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::from_items(cited, style, locales));
        let rendered = driver.finish(BibliographyRequest::new(style, None, locales));
        let citation =
            rendered.citations.first().map(|cited| runs::flat(&cited.citation)).unwrap_or_default();
        let entry = rendered.bibliography.and_then(|mut part| part.items.pop()).map(|part| {
            let mut entry = Vec::new();
            if let Some(first) = &part.first_field {
                runs::append(first, &mut entry);
                entry.push(Run::plain(" "));
            }
            entry.extend(runs::flat(&part.content));
            entry
        });
        // A style without a bibliography has its full reference in the first note.
        Output { entry: entry.unwrap_or_else(|| citation.clone()), citation }
    })
}

/// Renders one citation of an item, alone; `first_note` is the number of the note that has it first,
/// where that is an earlier one.
pub(crate) fn cite(
    style: &IndependentStyle,
    locales: &[Locale],
    item: &CslItem,
    place: Option<&Place>,
    first_note: Option<usize>,
) -> Result<Vec<Run>, String> {
    quietly(|| {
        let mut driver = BibliographyDriver::new();
        let locator =
            place.map(|place| SpecificLocator(place.label, LocatorPayload::Str(&place.value)));
        let cited = vec![CitationItem::with_locator(item, locator)];
        driver.citation(CitationRequest::new(cited, style, None, locales, first_note));
        let rendered = driver.finish(BibliographyRequest::new(style, None, locales));
        rendered.citations.first().map(|cited| runs::flat(&cited.citation)).unwrap_or_default()
    })
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` and turns a panic into its message, without a word on stderr.
fn quietly<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    // One hook for good, quiet on the threads that ask for it: hooks are global, and swapping them
    // for each source would let another thread's panic go unseen.
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if !QUIET.get() {
                before(panic);
            }
        }));
    });
    QUIET.set(true);
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    QUIET.set(false);
    result.map_err(|panic| {
        panic
            .downcast_ref::<String>()
            .cloned()
            .or_else(|| panic.downcast_ref::<&str>().map(|text| (*text).to_owned()))
            .unwrap_or_else(|| "no reason given".to_owned())
    })
}

#[cfg(test)]
mod tests {
    use citationberg::json::{DateValue, Value, VecDate, VecDateRange};

    use super::{prepared, render};
    use crate::bibliography::{Item, Style};

    #[test]
    fn a_panic_of_the_engine_becomes_a_message() {
        let style = Style::default();
        let mut item = prepared(&Item::new("k", "book").text("title", "T"), &style.words).item;
        let range = VecDateRange(vec![VecDate(vec![2004]), VecDate(vec![2005])]);
        let date =
            DateValue::DateParts { date_parts: range, literal: None, season: None, circa: false };
        item.0.insert("issued".to_owned(), Value::Date(date));
        let message = render(&style.plain, &style.locales, &item).unwrap_err();
        assert_eq!(message, "ranges are not supported");
    }
}
