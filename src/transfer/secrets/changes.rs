//! In which changes of the history what must not get out was written into texts.

use serde_json::Value as Json;

use super::words::spaced;
use super::{Place, Secret, Secrets};
use crate::error::Result;
use crate::store::Store;

impl Secrets {
    /// The changes that hold a secret in a text which stands in what is shown.
    pub fn changes(&self, store: &Store, secret: &Secret, shown: &str) -> Result<Vec<Place>> {
        let shown = spaced(shown);
        let mut places: Vec<Place> = Vec::new();
        store.each_link(&mut |link| {
            let record = format!("change {}", link.change);
            for text in [&link.before, &link.after].into_iter().flatten() {
                // Most hold nothing: these are not taken apart.
                if self.found_in(text).contains(&secret)
                    && let Ok(records) = serde_json::from_str(text)
                {
                    each_text("a text", &records, &mut |field, text| {
                        let (words, field) = (spaced(text), field.to_owned());
                        if shown.contains(&words) && self.found_in(text).contains(&secret) {
                            let (record, secret) = (record.clone(), secret.clone());
                            places.push(Place { record, field, secret, words });
                        }
                    });
                }
            }
            Ok(())
        })?;
        places.dedup();
        Ok(places)
    }
}

/// Hands on every text, with the name of its field.
fn each_text(field: &str, value: &Json, visit: &mut dyn FnMut(&str, &str)) {
    match value {
        Json::String(text) => visit(field, text),
        Json::Array(values) => values.iter().for_each(|value| each_text(field, value, visit)),
        Json::Object(fields) => {
            fields.iter().for_each(|(field, value)| each_text(field, value, visit));
        }
        _ => {}
    }
}
