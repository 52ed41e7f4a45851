//! What somebody else did meanwhile, in a few words; nothing of what is withheld.

use serde_json::Value as Json;

use super::Store;
use super::history::Difference;
use crate::error::shortened;

/// What a change did, as the beginning of a hint; nothing where that cannot be read.
pub(super) fn what_changed(store: &Store, version: i64) -> String {
    const TOLD: usize = 3;
    let Ok(past) = store.past(version) else { return String::new() };
    let value = |value: Option<&Json>| match value {
        None => "(none)".to_owned(),
        Some(Json::String(text)) => format!("`{}`", shortened(text)),
        Some(other) => shortened(&other.to_string()),
    };
    let told = past.differences.iter().filter(|one| !is_withheld(store, one));
    let fields = told.flat_map(Difference::fields);
    let told: Vec<String> = fields
        .take(TOLD)
        .map(|field| format!("{}: {} → {}", field.name, value(field.before), value(field.after)))
        .collect();
    if told.is_empty() { String::new() } else { format!("now {}; ", told.join(", ")) }
}

/// Whether a difference is one of a source that is withheld, or names one.
fn is_withheld(store: &Store, one: &Difference) -> bool {
    let text = |value: &Json| value.as_str().unwrap_or_default().to_owned();
    let records = || [&one.before, &one.after].into_iter().flatten();
    let states = records().filter_map(|record| record.get("confidentiality")).map(text);
    if states.into_iter().any(|state| state != "open") {
        return true;
    }
    let named = records().flat_map(|record| {
        let works = record.get("appearances").and_then(Json::as_array);
        let works = works.into_iter().flatten().filter_map(|work| work.get("source"));
        let origins = record.get("attributed_to").and_then(Json::as_array);
        let sides = ["source", "origin"].into_iter().filter_map(|field| record.get(field));
        works.chain(origins.into_iter().flatten()).chain(sides).map(text).collect::<Vec<_>>()
    });
    // A key that nothing has any more may have been one of a source that was withheld.
    named.into_iter().any(|key| !store.is_open_source(&key).unwrap_or(false))
}
