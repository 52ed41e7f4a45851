//! A record without the names: as it stands in the casebook, or as a change of the history keeps it.
//!
//! Both go the same way, so that the history reads as if the names had never been there.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value as Json, json};

use super::kept::Kept;
use super::names::Names;
use super::walk::{InText, Place, Walk};
use crate::domain::{Credit, Key, Name, Pin};
use crate::error::{Error, Result};

/// What a source keeps where everything of it goes: what levels follow from, and who may know.
const STAYS: &[&str] =
    &["record", "key", "kind", "creators", "lineage", "standing", "grade", "confidentiality"];

/// Takes names out of records.
pub(super) struct Scrub<'n> {
    pub(super) names: &'n Names,
    /// The keys of the source of which everything goes.
    pub(super) everything: BTreeSet<Key>,
    /// What the judgements for a claim are pinned to afterwards, by claim and former pin.
    pub(super) pins: BTreeMap<(String, String), Pin>,
    /// The claims whose judgements are pinned anew: other pins to their evidence go.
    pub(super) judged: BTreeSet<String>,
    /// What stands for such a pin.
    pub(super) lost_pin: Pin,
    /// What stays as it is, in the history too.
    pub(super) kept: Kept,
}

impl<'n> Scrub<'n> {
    pub(super) fn new(names: &'n Names, everything: bool, lost_pin: Pin) -> Self {
        Scrub {
            names,
            everything: if everything { names.own_keys.clone() } else { BTreeSet::new() },
            pins: BTreeMap::new(),
            judged: BTreeSet::new(),
            lost_pin,
            kept: Kept::default(),
        }
    }

    /// Takes the names out of a record. Returns false where the record has to go as a whole.
    pub(super) fn record(&self, record: &mut Json, text: InText, places: &mut Vec<Place>) -> bool {
        let kind = record.get("record").and_then(Json::as_str).unwrap_or_default().to_owned();
        let called = super::super::super::history::called(record);
        let Some(fields) = record.as_object_mut() else { return true };
        if (kind == "alias" || kind == "distinction") && self.is_about_gone(fields) {
            return false;
        }
        if kind == "source" {
            self.source(fields);
        }
        self.blank_what_tells(&kind, fields);
        Walk { scrub: self, called, text, places }.through(&kind, fields);
        self.pin(&kind, fields);
        true
    }

    /// A typed record without the names; its texts are left alone or replaced, as for the others.
    pub(super) fn typed<T>(&self, kind: &str, record: &T, text: InText) -> Result<T>
    where
        T: Serialize + DeserializeOwned,
    {
        let fault = |error| Error::storage(format!("a record cannot be rewritten: {error}"));
        let mut json = serde_json::to_value(record).map_err(fault)?;
        if let Some(fields) = json.as_object_mut() {
            fields.insert("record".to_owned(), kind.into());
        }
        self.record(&mut json, text, &mut Vec::new());
        serde_json::from_value(json).map_err(fault)
    }

    fn is_about_gone(&self, fields: &Map<String, Json>) -> bool {
        ["spelling", "name", "other"].iter().any(|field| {
            let Some(written) = fields.get(*field).and_then(Json::as_str) else { return false };
            let name = written.parse().ok();
            // In another order it is the same name, though another spelling.
            self.names.finder.is_whole_in(written)
                || name.is_some_and(|name: Name| self.names.stand_in(&name.voice()).is_some())
        })
    }

    fn source(&self, fields: &mut Map<String, Json>) {
        let everything = self.is_blanked(fields.get("key"));
        let key = fields.get("key").and_then(Json::as_str).unwrap_or_default();
        let own = |known: &Key| known.as_str() == key;
        let is_own = self.names.own_keys.iter().any(own);
        let mut is_theirs = is_own || self.names.keys.keys().any(own);
        let mut seen: Vec<Json> = Vec::new();
        if let Some(Json::Array(creators)) = fields.get_mut("creators") {
            for creator in creators.iter_mut() {
                let Some(credit) = creator.as_str().and_then(|it| it.parse::<Credit>().ok()) else {
                    continue;
                };
                if let Some(stand_in) = self.names.stand_in(&credit.name.voice()) {
                    is_theirs = true;
                    let (role, name) = (credit.role, stand_in.clone());
                    *creator = Credit { role, name, unnamed: true }.to_string().into();
                }
            }
            // Two spellings of one name in one role are one credit now.
            creators.retain(|creator| {
                let new = !seen.contains(creator);
                seen.push(creator.clone());
                new
            });
        }
        // Other keys of other sources tell of others, until somebody looks; its own go with its key.
        let is_own = self.names.are_keys_gone && is_own;
        if let Some(Json::Array(aliases)) = fields.get_mut("aliases").filter(|_| is_theirs) {
            aliases.retain(|alias| {
                !is_own && !alias.as_str().is_some_and(|alias| self.names.tells(alias))
            });
        }
        if everything {
            for (name, value) in
                fields.iter_mut().filter(|(name, _)| !STAYS.contains(&name.as_str()))
            {
                *value = match (name.as_str(), &value) {
                    ("title", _) => "redacted".into(),
                    (_, Json::Array(_)) => json!([]),
                    _ => Json::Null,
                };
            }
        }
    }

    /// Of a source of which everything goes, what citations, lineage and appearances say goes too.
    fn blank_what_tells(&self, kind: &str, fields: &mut Map<String, Json>) {
        let named = |field| self.is_blanked(fields.get(field));
        let blanked: &[&str] = match kind {
            "citation" if named("source") => &["locator", "quote", "note"],
            "lineage" if named("source") || named("origin") => &["note"],
            _ => &[],
        };
        for field in blanked {
            fields.insert((*field).to_owned(), Json::Null);
        }
        for work in fields.get_mut("appearances").and_then(Json::as_array_mut).into_iter().flatten()
        {
            if self.is_blanked(work.get("source")) {
                work["locator"] = Json::Null;
                work["quote"] = Json::Null;
            }
        }
    }

    fn is_blanked(&self, key: Option<&Json>) -> bool {
        let key = key.and_then(Json::as_str);
        key.is_some_and(|key| self.everything.iter().any(|own| own.as_str() == key))
    }

    /// A digest of evidence in which the name stood would confirm a guess at it.
    fn pin(&self, kind: &str, fields: &mut Map<String, Json>) {
        let text = |name: &str| fields.get(name).and_then(Json::as_str).unwrap_or_default();
        let claim = text("claim").to_owned();
        if !(kind == "review" || kind == "waiver") || !self.judged.contains(&claim) {
            return;
        }
        let Some(given) = fields.get("pin").and_then(|pin| pin.get("evidence")) else { return };
        let given = given.as_str().unwrap_or_default().to_owned();
        let pin = self.pins.get(&(claim, given)).unwrap_or(&self.lost_pin);
        if let Ok(pin) = serde_json::to_value(pin) {
            fields.insert("pin".to_owned(), pin);
        }
    }

    /// The key in whose place another stands, where it is one of those.
    pub(super) fn new_key(&self, key: &str) -> Option<&Key> {
        self.names.keys.iter().find(|(old, _)| old.as_str() == key).map(|(_, new)| new)
    }

    /// A text of the history with what stands for the names in their places; `None` where it stays.
    pub(super) fn past_text(&self, field: &str, text: &str) -> Option<String> {
        let finder = &self.names.finder;
        if self.kept.text(field, text) {
            return None;
        }
        let told = finder.replaced(text);
        let now = told.as_deref().unwrap_or(text);
        // As it stands now, or without what stood within longer words.
        if self.kept.text(field, now) { told } else { finder.replaced_within(now).or(told) }
    }

    /// What others were called, with what stands for the names; `None` where it stays.
    pub(super) fn past_name(&self, name: &str) -> Option<String> {
        if self.kept.name(name) { None } else { self.names.untold(name) }
    }
}
