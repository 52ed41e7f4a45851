//! Markup that came in, with what has been edited since.

use serde_json::Value;

use super::Markup;

/// What was kept, but where `now` says otherwise than `then`, which is what would have been written of
/// it when it came in: there, what is so now.
pub fn merged(kept: &Markup, then: &Markup, now: &Markup) -> Markup {
    let mut merged = kept.clone();
    for field in then.keys().filter(|field| !now.contains_key(*field)) {
        merged.shift_remove(field);
    }
    for (field, says) in now {
        if then.get(field) == Some(says) {
            continue;
        }
        let value = match (kept.get(field), then.get(field), says) {
            (Some(Value::Object(kept)), Some(Value::Object(then)), Value::Object(now)) => {
                Value::Object(self::merged(kept, then, now))
            }
            _ => says.clone(),
        };
        merged.insert(field.clone(), value);
    }
    merged
}
