//! What a ClaimReview says by pointing to another object of its block: `"author": {"@id": "#desk"}`.

use serde_json::Value;

use super::Markup;

/// No author and no work is described at such length.
const LONGEST: usize = 16 << 10;
/// How far within a ClaimReview references are followed.
const DEPTH: usize = 3;

/// The objects of a block that can be pointed to.
pub(super) struct References<'t> {
    block: &'t str,
    whole: Option<Value>,
}

impl<'t> References<'t> {
    pub(super) fn of(block: &'t str) -> Self {
        References { block, whole: None }
    }

    /// Puts what is pointed to in the place of the pointer, so that the markup stands by itself.
    pub(super) fn resolve(&mut self, markup: &mut Markup) {
        for (_, value) in markup.iter_mut() {
            self.resolve_in(value, DEPTH);
        }
    }

    fn resolve_in(&mut self, value: &mut Value, depth: usize) {
        if let Some(target) = pointed_to(value).and_then(|id| self.find(id)) {
            *value = target;
            return;
        }
        let Some(deeper) = depth.checked_sub(1) else { return };
        match value {
            Value::Array(values) => {
                values.iter_mut().for_each(|value| self.resolve_in(value, deeper));
            }
            Value::Object(object) => {
                object.iter_mut().for_each(|(_, value)| self.resolve_in(value, deeper));
            }
            _ => {}
        }
    }

    fn find(&mut self, id: &str) -> Option<Value> {
        let whole = self
            .whole
            .get_or_insert_with(|| serde_json::from_str(self.block).unwrap_or(Value::Null));
        find(whole, id).filter(|found| found.to_string().len() <= LONGEST).cloned()
    }
}

/// The id in an object that holds nothing else, or nothing else but its type.
fn pointed_to(value: &Value) -> Option<&str> {
    let object = value.as_object()?;
    let only = object.keys().all(|key| key == "@id" || key == "@type");
    object.get("@id")?.as_str().filter(|_| only)
}

fn find<'v>(value: &'v Value, id: &str) -> Option<&'v Value> {
    match value {
        Value::Array(values) => values.iter().find_map(|value| find(value, id)),
        Value::Object(object) => {
            let is_it = object.get("@id").and_then(Value::as_str) == Some(id);
            if is_it && pointed_to(value).is_none() {
                return Some(value);
            }
            object.values().find_map(|value| find(value, id))
        }
        _ => None,
    }
}
