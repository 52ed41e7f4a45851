//! Names in CSL-JSON.

use serde_json::{Map, Value};

use crate::domain::{Name, NameParts};

/// The name that an element of `author` and the like stands for.
pub(super) fn read(value: &Value) -> Option<Name> {
    let part = |name: &str| {
        value.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
    };
    let joined = |parts: &[Option<&str>], between: &str| {
        parts.iter().flatten().copied().collect::<Vec<_>>().join(between)
    };
    let family = joined(&[part("non-dropping-particle"), part("family")], " ");
    let given = joined(&[part("given"), part("dropping-particle")], " ");
    let given =
        joined(&[Some(given.as_str()).filter(|text| !text.is_empty()), part("suffix")], ", ");
    if let Some(literal) = part("literal") {
        return Name::literal(literal);
    }
    if family.is_empty() || given.is_empty() {
        return Name::literal(&format!("{family}{given}"));
    }
    let name: Name = format!("{family}, {given}").parse().ok()?;
    (write(&name)["family"] == family).then_some(name)
}

/// The element that stands for a name.
pub(super) fn write(name: &Name) -> Value {
    let mut parts = Map::new();
    match name.parts() {
        NameParts::Person { family, given } => {
            parts.insert("family".to_owned(), family.into());
            if !given.is_empty() {
                parts.insert("given".to_owned(), given.into());
            }
        }
        NameParts::Literal(text) => {
            parts.insert("literal".to_owned(), text.into());
        }
    }
    Value::Object(parts)
}
