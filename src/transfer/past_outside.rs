//! The history as those outside may see it.

use std::collections::HashMap;

use serde_json::{Value as Json, json};

use super::pseudonyms::Pseudonyms;
use super::secrets::Secrets;
use crate::domain::{Confidentiality, Key, Name, kept_field};
use crate::error::Result;
use crate::store::Store;
use crate::store::history::{Difference, Past, WithheldOnce};

/// Records that name no source, and whose texts are the user's own.
const OPEN: [&str; 5] = ["review", "waiver", "rule-severity", "review-policy", "assignment"];

/// What of past records may be seen outside.
///
/// A source that is or ever was confidential is a stand-in in every change, also from before it was
/// and after it was no more; so is it in what names it. Of one that was on background the creators are
/// left out. What was said of a name is told where an open source shows the name.
pub struct PastOutside<'a> {
    store: &'a Store,
    /// What sources that were confidential are called, by each of their keys.
    keys: HashMap<String, String>,
    once: WithheldOnce,
}

impl<'a> PastOutside<'a> {
    /// That of a casebook; `None` where nothing was ever withheld.
    pub fn of(store: &'a Store) -> Result<Option<Self>> {
        let once = store.withheld_once()?;
        if once.is_empty() {
            return Ok(None);
        }
        let names = Pseudonyms::of(store)?;
        let mut keys = HashMap::new();
        for (place, known) in once.confidential.iter().enumerate() {
            let mut called = format!("source-that-was-confidential-{}", place + 1);
            for name in known {
                let key: Key = name.parse()?;
                let stand_in = names.key(&key);
                if stand_in != key {
                    called = stand_in.into();
                }
            }
            keys.extend(known.iter().map(|name| (name.clone(), called.clone())));
        }
        Ok(Some(PastOutside { store, keys, once }))
    }

    /// The words that give away what is withheld; `None` where there are none.
    pub fn secrets(&self) -> Result<Option<Secrets>> {
        Secrets::knowing(self.store, &self.once)
    }

    /// How many sources are or were confidential, and how many on background.
    pub fn counts(&self) -> (usize, usize) {
        (self.once.confidential.len(), self.once.background.len())
    }

    /// A sentence about records in which their keys and names stand between backticks, with those that
    /// may be told alone.
    pub fn sentence(&self, text: &str) -> String {
        // What was said of names has them without a mark.
        if text.starts_with("that ") {
            return "something that was said of names, which cannot be shown outside".to_owned();
        }
        let parts = text.split('`').enumerate().map(|(place, part)| match place % 2 {
            0 => part,
            _ if self.tells(part) => part,
            _ => "withheld",
        });
        parts.collect::<Vec<_>>().join("`")
    }

    /// Whether this is the key of a claim or an open source, or a name that may be told.
    fn tells(&self, name: &str) -> bool {
        if self.keys.contains_key(name) {
            return false;
        }
        let source = self
            .store
            .source(name)
            .is_ok_and(|source| source.record.confidentiality != Confidentiality::Confidential);
        let voice = || name.parse::<Name>().map(|name| name.voice());
        let named = || voice().and_then(|voice| self.store.is_named_openly(&voice));
        source || self.store.claim(name).is_ok() || named().unwrap_or(false)
    }

    /// What is known of the sources, without what is withheld.
    pub fn past(&self, past: Past) -> Result<Past> {
        let (differences, left_out) = self.differences(past.differences)?;
        let called = |key: String| self.keys.get(&key).cloned().unwrap_or(key);
        let took_out = past.took_out.map(|(key, stand_ins)| (called(key), stand_ins));
        Ok(Past { differences, left_out: past.left_out + left_out, took_out, ..past })
    }

    /// What may be seen of these, and how many cannot be seen at all.
    pub fn differences(&self, all: Vec<Difference>) -> Result<(Vec<Difference>, usize)> {
        let (mut seen, mut left_out) = (Vec::new(), 0);
        for one in all {
            match self.difference(one)? {
                Some(one) => seen.push(one),
                None => left_out += 1,
            }
        }
        Ok((seen, left_out))
    }

    fn difference(&self, one: Difference) -> Result<Option<Difference>> {
        let sides = [one.before.as_ref(), one.after.as_ref()];
        // What was withheld before or after is so in both.
        let was = |state: &str| {
            let is = |side: &&Json| text(side, "confidentiality") == state;
            sides.iter().flatten().any(is)
        };
        let (confidential, background) = (was("confidential"), was("background"));
        let side = |record: Option<Json>| {
            record.map(|record| self.record(record, confidential, background)).transpose()
        };
        let (before, after) = (side(one.before)?, side(one.after)?);
        if before == Some(None) || after == Some(None) {
            return Ok(None);
        }
        Ok(Difference::between(before.flatten(), after.flatten()))
    }

    /// A record as it may be seen; `None` where it may not be seen at all.
    fn record(
        &self,
        mut record: Json,
        confidential: bool,
        background: bool,
    ) -> Result<Option<Json>> {
        let kind = text(&record, "record").to_owned();
        match kind.as_str() {
            "source" => return Ok(Some(self.source(record, confidential, background))),
            "claim" => {
                let works = record.get_mut("appearances").and_then(Json::as_array_mut);
                for work in works.into_iter().flatten() {
                    self.replace(work, &["source"], &["locator", "quote"]);
                }
            }
            "citation" => {
                self.replace(
                    &mut record,
                    &["source", "attributed_to"],
                    &["locator", "quote", "note"],
                );
            }
            "lineage" => self.replace(&mut record, &["source", "origin"], &["note"]),
            "alias" => {
                let name: Name = text(&record, "name").parse()?;
                let spelling = text(&record, "spelling");
                let is_told = self.store.tells_alias_openly(&name, spelling)?;
                return Ok(is_told.then_some(record));
            }
            "distinction" => {
                let (one, other) = (text(&record, "name"), text(&record, "other"));
                let is_told = self.store.tells_distinction_openly(one, other)?;
                return Ok(is_told.then_some(record));
            }
            known if OPEN.contains(&known) => {
                // The digest of the evidence, which may be withheld, would confirm a guess at it.
                record.as_object_mut().and_then(|fields| fields.shift_remove("pin"));
            }
            // Of a kind that nobody has said of what may be told.
            _ => return Ok(None),
        }
        Ok(Some(record))
    }

    fn source(&self, mut record: Json, confidential: bool, background: bool) -> Json {
        let key = text(&record, "key").to_owned();
        let called = self.keys.get(&key).cloned();
        if confidential || called.is_some() {
            let called = called.unwrap_or_else(|| "source-that-was-confidential".to_owned());
            return json!({
                "record": "source", "key": called, "title": "Confidential source",
                "standing": record.get("standing"), "confidentiality": record.get("confidentiality"),
            });
        }
        let background = background || self.once.background.contains(&key);
        if let Some(fields) = record.as_object_mut() {
            if background {
                fields.remove("creators");
            }
            // What formats keep of a source may name whom and what is withheld.
            if let Some(Json::Array(variables)) = fields.get_mut("variables") {
                variables.retain(|variable| {
                    let name = variable.get(0).and_then(Json::as_str).unwrap_or_default();
                    kept_field(name).is_none()
                });
            }
        }
        record
    }

    /// Puts stand-ins in the place of keys; where there were any, the other fields are emptied.
    fn replace(&self, record: &mut Json, keys: &[&str], emptied: &[&str]) {
        let mut found = false;
        for field in keys {
            let Some(value) = record.get_mut(*field) else { continue };
            let values = match value {
                Json::Array(values) => values.iter_mut().collect(),
                one => vec![one],
            };
            for value in values {
                if let Some(called) = value.as_str().and_then(|key| self.keys.get(key)) {
                    *value = Json::String(called.clone());
                    found = true;
                }
            }
        }
        if let (true, Some(fields)) = (found, record.as_object_mut()) {
            for field in emptied {
                fields.insert((*field).to_owned(), Json::Null);
            }
        }
    }
}

fn text<'r>(record: &'r Json, field: &str) -> &'r str {
    record.get(field).and_then(Json::as_str).unwrap_or_default()
}
