//! An item as a source.

use std::ops::Range;

use serde_json::{Map, Value};

use super::{date, items, name, write};
use crate::domain::{
    Credit, Identifier, Key, Kind, Role, Scheme, Source, archived_page, check_source,
};
use crate::error::{Error, Result};
use crate::exchange::case::is_csl_column;
use crate::exchange::json_fault;
use crate::exchange::library::{Entry, Fault, Warning};

/// The kind of an item without a type that is known.
const OTHER_KIND: Kind = Kind::Document;

/// The entries of a file, in order; one that is broken does not keep the others from being read.
pub(super) fn entries(text: &str) -> impl Iterator<Item = std::result::Result<Entry, Fault>> {
    let mut has_swallowed = false;
    items::items(text).into_iter().flat_map(move |(line, span)| {
        // Where an item has swallowed the end of the list, that is what is told.
        if span.is_empty() && has_swallowed {
            return Vec::new();
        }
        let read = entry(line, span.clone(), text);
        let parts = items::parts(text, line, span);
        if read.is_ok() || parts.len() == 1 {
            return vec![read];
        }
        has_swallowed = true;
        parts.into_iter().map(|(line, span)| entry(line, span, text)).collect()
    })
}

fn entry(line: u64, span: Range<usize>, text: &str) -> std::result::Result<Entry, Fault> {
    let fault = |key, error| Fault { line, key, error, span: span.clone() };
    if span.is_empty() {
        let error = Error::invalid("the file ends before its list of items does")
            .hint("is it cut off? Export it again, or put `]` at its end");
        return Err(fault(None, error));
    }
    let item: Map<String, Value> = serde_json::from_str(&text[span.clone()])
        .map_err(|error| fault(None, no_item(line, &error)))?;
    let key = key(&item).map_err(|error| fault(None, error))?;
    let mut source = understood(&item, key);
    let made = write::fields(&source);
    let mut warnings = Vec::new();
    for (field, value) in &item {
        if made.get(field) == Some(value) {
            continue;
        }
        if matches!(field.as_str(), "issued" | "accessed") && !made.contains_key(field) {
            let message = "is no date that EDTF can say; kept as text".to_owned();
            warnings.push(Warning { field: field.clone(), value: value.to_string(), message });
        }
        source.variables.push((format!("csl-json:{field}"), value.to_string()));
    }
    source.variables.sort();
    check_source(&source).map_err(|error| fault(Some(source.key.to_string()), error))?;
    Ok(Entry { line, source, warnings, span, has_key: true })
}

/// What is wrong with the JSON, with the place in the file: serde counts from where the item begins.
fn no_item(line: u64, error: &serde_json::Error) -> Error {
    let what = json_fault(error);
    let on = line + (error.line() as u64).saturating_sub(1);
    let place = if on == line { String::new() } else { format!(" (on line {on})") };
    Error::invalid(format!("is no item of CSL-JSON: {what}{place}"))
        .hint("mend the JSON here: an item is {\"id\": …, \"type\": …, \"title\": …}")
}

fn key(item: &Map<String, Value>) -> Result<Key> {
    let key = match item.get("id") {
        Some(Value::String(key)) => key.trim().to_owned(),
        Some(Value::Number(key)) => key.to_string(),
        _ => String::new(),
    };
    key.parse().map_err(|error: Error| match item.get("id") {
        Some(_) => error,
        None => Error::invalid("the item has no `id`").hint("give it one: it becomes its key"),
    })
}

/// What the columns of a source can hold of an item.
fn understood(item: &Map<String, Value>, key: Key) -> Source {
    let text = |field: &str| {
        item.get(field).and_then(Value::as_str).filter(|text| !text.trim().is_empty())
    };
    let owned = |field: &str| text(field).map(str::to_owned);
    let kind = text("type").and_then(kind_of).unwrap_or(OTHER_KIND);
    let mut source = Source::new(key, kind, text("title").unwrap_or_default());
    source.container = owned("container-title");
    source.publisher = owned("publisher");
    source.pages = owned("page");
    source.language = owned("language");
    source.jurisdiction = owned("jurisdiction");
    source.note = owned("note");
    source.url = owned("URL");
    if let Some(page) = source.url.as_deref().and_then(archived_page) {
        source.archived_url = source.url.replace(page);
    }
    source.issued = item.get("issued").and_then(date::read);
    source.accessed = item.get("accessed").and_then(date::read);
    for (field, scheme) in [("DOI", Scheme::Doi), ("ISBN", Scheme::Isbn)] {
        if let Some(value) = text(field) {
            source.identifiers.push(Identifier { scheme, value: value.trim().to_owned() });
        }
    }
    for role in [Role::Author, Role::Editor, Role::Translator, Role::Interviewer, Role::Recipient] {
        let names = item.get(role.as_str()).and_then(Value::as_array);
        let names = names.into_iter().flatten().filter_map(name::read);
        source.creators.extend(names.map(|name| Credit { role, name, unnamed: false }));
    }
    let variables = item.iter().filter(|(field, _)| is_csl_column(field) && *field != "note");
    source.variables =
        variables.filter_map(|(field, _)| Some((field.clone(), owned(field)?))).collect();
    source
}

/// What the writer would make of one field, were it all there is of a source.
pub(super) fn alone(field: &str, value: &Value, of: &Source) -> Map<String, Value> {
    let item = Map::from_iter([(field.to_owned(), value.clone())]);
    let key = key(&item).unwrap_or_else(|_| of.key.clone());
    let mut source = understood(&item, key);
    if field != "type" {
        source.kind = of.kind;
    }
    write::fields(&source)
}

/// The kind behind a CSL type; where several have the same, the first.
pub(super) fn kind_of(csl_type: &str) -> Option<Kind> {
    Kind::ALL.iter().copied().find(|kind| kind.csl_type() == csl_type)
}
