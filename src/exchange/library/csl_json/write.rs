//! A source as an item.

use serde_json::{Map, Value};

use super::{date, name, read};
use crate::domain::{Role, Scheme, Source, kept_field};
use crate::error::{Error, Result};
use crate::exchange::library::{Losses, losses};

/// The item of a source as JSON on one line; counts what it does not say.
pub(super) fn written(source: &Source, losses: &mut Losses) -> Result<String> {
    let item = item(source);
    let text = serde_json::to_string(&item)
        .map_err(|error| Error::storage(format!("`{}` cannot be written: {error}", source.key)))?;
    losses::count(source, read::entries(&text).next(), "csl-json", losses);
    Ok(text)
}

/// The item of a source: its fields, and for those that came in otherwise, what was kept of them.
fn item(source: &Source) -> Map<String, Value> {
    let mut item = fields(source);
    for (variable, value) in &source.variables {
        let Some(("csl-json", field)) = kept_field(variable) else { continue };
        let Ok(value) = serde_json::from_str::<Value>(value) else { continue };
        // What was kept says the same as the source does now: nobody has edited that field.
        if read::alone(field, &value, source).get(field) == item.get(field) {
            item.insert(field.to_owned(), value);
        }
    }
    item
}

/// The fields that follow from the columns of a source.
pub(super) fn fields(source: &Source) -> Map<String, Value> {
    let mut item = Map::new();
    let mut text = |field: &str, value: &str| {
        if !value.is_empty() {
            item.insert(field.to_owned(), value.into());
        }
    };
    text("id", &source.key);
    text("type", source.kind.csl_type());
    text("title", &source.title);
    let optional = [
        ("container-title", &source.container),
        ("publisher", &source.publisher),
        ("page", &source.pages),
        ("language", &source.language),
        ("jurisdiction", &source.jurisdiction),
        ("note", &source.note),
    ];
    for (field, value) in optional {
        text(field, value.as_deref().unwrap_or_default());
    }
    text("URL", source.url.as_ref().or(source.archived_url.as_ref()).map_or("", String::as_str));
    for identifier in &source.identifiers {
        if let Some(field) = field_of(identifier.scheme) {
            text(field, &identifier.value);
        }
    }
    for (name, value) in source.variables.iter().filter(|(name, _)| kept_field(name).is_none()) {
        text(name, value);
    }
    for (field, date) in [("issued", &source.issued), ("accessed", &source.accessed)] {
        if let Some(date) = date {
            item.insert(field.to_owned(), date::write(date));
        }
    }
    for credit in &source.creators {
        let names =
            item.entry(field_of_role(credit.role)).or_insert_with(|| Value::Array(Vec::new()));
        if let Value::Array(names) = names {
            names.push(name::write(&credit.name));
        }
    }
    item
}

fn field_of(scheme: Scheme) -> Option<&'static str> {
    match scheme {
        Scheme::Doi => Some("DOI"),
        Scheme::Isbn => Some("ISBN"),
        Scheme::Ecli | Scheme::Docket | Scheme::Citation => None,
    }
}

fn field_of_role(role: Role) -> &'static str {
    match role {
        Role::Interviewer => "interviewer",
        Role::Editor => "editor",
        Role::Translator => "translator",
        Role::Recipient => "recipient",
        _ => "author",
    }
}
