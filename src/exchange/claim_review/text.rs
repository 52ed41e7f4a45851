//! Texts in JSON-LD, where a value may be a text, an object with a name, or a list of either.

use serde_json::Value;

use super::Markup;
use crate::domain::Name;

/// A text on one line, without the entities that some pages leave in it; `None` for a blank one.
pub(super) fn plain(text: &str) -> Option<String> {
    let text = html_escape::decode_html_entities(text);
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).collect();
    let text = words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

/// The elements of a list, or the one value.
pub(super) fn several(value: Option<&Value>) -> &[Value] {
    match value {
        Some(Value::Array(values)) => values,
        Some(value) => std::slice::from_ref(value),
        None => &[],
    }
}

/// The first text in the first of these fields that has one.
pub(super) fn first_text(object: &Markup, fields: &[&str]) -> Option<String> {
    let texts = fields.iter().flat_map(|field| several(object.get(*field)));
    texts.filter_map(Value::as_str).find_map(plain)
}

/// The first address in the first of these fields that has one.
pub(super) fn first_address(object: &Markup, fields: &[&str]) -> Option<String> {
    fields.iter().flat_map(|field| several(object.get(*field))).find_map(address)
}

/// The address that a value is, or that an object has. Not a place within the page (`#claim`).
pub(super) fn address(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let text = text.trim();
            let is_one = text.starts_with("http://") || text.starts_with("https://");
            let is_whole = is_one && !text.contains(|c: char| c.is_whitespace() || c.is_control());
            is_whole.then(|| text.to_owned())
        }
        Value::Object(object) => ["url", "contentUrl", "@id"]
            .iter()
            .filter_map(|field| object.get(*field).filter(|value| value.is_string()))
            .find_map(address),
        _ => None,
    }
}

/// Whether an object is of this type.
pub(super) fn is_a(object: &Markup, name: &str) -> bool {
    several(object.get("@type"))
        .iter()
        .filter_map(Value::as_str)
        .any(|known| known.rsplit(['/', ':', '#']).next() == Some(name))
}

/// A person or body that is named.
pub(super) struct Party {
    /// As it is called.
    pub(super) name: String,
    /// As a casebook writes it; `None` where it cannot.
    pub(super) written: Option<Name>,
    pub(super) is_person: bool,
}

/// Those whom a field names.
pub(super) fn parties(value: Option<&Value>) -> Vec<Party> {
    several(value).iter().filter_map(party).collect()
}

fn party(value: &Value) -> Option<Party> {
    let Value::Object(object) = value else {
        let name = value.as_str().filter(|_| address(value).is_none()).and_then(plain)?;
        return Some(Party { written: Name::literal(&name), name, is_person: false });
    };
    let is_person = is_a(object, "Person");
    let (family, given) = (first_text(object, &["familyName"]), first_text(object, &["givenName"]));
    let parts = family.zip(given);
    let from_parts = parts.as_ref().map(|(family, given)| format!("{given} {family}"));
    let name = first_text(object, &["name", "legalName", "alternateName"]).or(from_parts)?;
    let person =
        parts.and_then(|(family, given)| format!("{family}, {given}").parse::<Name>().ok());
    let written = person.or_else(|| Name::literal(&name));
    Some(Party { name, written, is_person })
}
