//! The way through the texts, keys and names of one record: where a name is found, it is replaced or noted.

use serde_json::{Map, Value as Json};

use super::names::Names;
use super::scrub::Scrub;
use super::texts::{CREATORS, KEYS, PEOPLE, TEXTS};

/// What becomes of names in free text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InText {
    /// They stay, and are noted.
    Keep,
    /// What stands for them is written in their places; keys stay, and are noted.
    Replace,
    /// The same, and keys are rewritten too: nobody is called by them any more.
    Past,
}

/// A text in which a name still stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The record, as people call it: "claim c3".
    pub record: String,
    /// The field.
    pub field: String,
    /// What it says.
    pub text: String,
}

impl Place {
    /// Whether it is who worked on the casebook: nobody can reword that.
    pub fn is_person(&self) -> bool {
        PEOPLE.contains(&self.field.as_str())
    }

    /// Whether it is what a claim or source is called.
    pub fn is_key(&self) -> bool {
        KEYS.contains(&self.field.as_str())
    }

    /// Whether it is what another creator is called.
    pub(super) fn is_creator(&self) -> bool {
        self.field == CREATORS
    }

    /// Calls the record by the key that it has afterwards.
    pub(super) fn call_anew(&mut self, names: &Names) {
        for (old, new) in &names.keys {
            if self.record == format!("source {old}") {
                self.record = format!("source {new}");
            }
        }
    }
}

/// The way through the texts of one record.
pub(super) struct Walk<'a, 'n> {
    pub(super) scrub: &'a Scrub<'n>,
    /// What people call the record.
    pub(super) called: String,
    pub(super) text: InText,
    pub(super) places: &'a mut Vec<Place>,
}

impl Walk<'_, '_> {
    /// Goes through a record of this kind.
    pub(super) fn through(mut self, kind: &str, fields: &mut Map<String, Json>) {
        let texts = TEXTS.iter().find(|(name, _)| *name == kind).map_or(&[][..], |it| it.1);
        for field in texts {
            if let Some(value) = fields.get_mut(*field) {
                self.value(field, value);
            }
        }
        if kind.is_empty() {
            self.noted(fields);
        }
        self.appearances(fields);
        self.keys(kind, fields);
        self.people(fields);
    }

    /// What a change notes besides records, such as the name of a file. What an earlier redaction noted is
    /// without names but for a key that came back; in its seal, letters may look like a name.
    fn noted(&mut self, fields: &mut Map<String, Json>) {
        for (field, value) in fields {
            match value.get_mut("source").filter(|_| field == "redaction") {
                Some(source) => {
                    self.key(source);
                    self.past_key(source);
                }
                None => self.value(field, value),
            }
        }
    }

    fn value(&mut self, field: &str, value: &mut Json) {
        match value {
            Json::String(text) => self.string(field, text),
            // A CSL variable is a pair: its name says nothing of anybody.
            Json::Array(pair)
                if field == "variables" && pair.first().is_some_and(Json::is_string) =>
            {
                if let Some(value) = pair.get_mut(1) {
                    self.value(field, value);
                }
            }
            Json::Array(values) => values.iter_mut().for_each(|value| self.value(field, value)),
            Json::Object(fields) => fields.values_mut().for_each(|value| self.value(field, value)),
            _ => {}
        }
    }

    fn string(&mut self, field: &str, text: &mut String) {
        let finder = &self.scrub.names.finder;
        match self.text {
            InText::Keep if finder.is_in(text) || finder.is_within(text) => self.note(field, text),
            InText::Keep => {}
            InText::Replace => {
                if let Some(told) = finder.replaced(text) {
                    *text = told;
                }
                // Within a longer word it may be chance.
                if finder.is_within(text) {
                    self.note(field, text);
                }
            }
            InText::Past => {
                if let Some(told) = self.scrub.past_text(field, text) {
                    *text = told;
                }
            }
        }
    }

    fn note(&mut self, field: &str, text: &str) {
        let (record, field) = (self.called.clone(), field.to_owned());
        self.places.push(Place { record, field, text: text.to_owned() });
    }

    fn appearances(&mut self, fields: &mut Map<String, Json>) {
        let works = fields.get_mut("appearances").and_then(Json::as_array_mut);
        for work in works.into_iter().flatten() {
            self.key(&mut work["source"]);
            self.past_key(&mut work["source"]);
            for field in ["locator", "quote"] {
                self.value(field, &mut work[field]);
            }
        }
    }

    /// Keys by which other records are named, the key of the record itself, and creators.
    fn keys(&mut self, kind: &str, fields: &mut Map<String, Json>) {
        let (sources, claims): (&[&str], &[&str]) = match kind {
            "source" => (&["key"], &[]),
            "claim" => (&[], &["key"]),
            "lineage" => (&["source", "origin"], &[]),
            _ => (&["source"], &["claim"]),
        };
        for field in sources {
            if let Some(key) = fields.get_mut(*field) {
                self.key(key);
            }
        }
        let attributed = fields.get_mut("attributed_to").and_then(Json::as_array_mut);
        for key in attributed.into_iter().flatten() {
            self.key(key);
            self.past_key(key);
        }
        // A key by which others are called is told once, with its own record.
        let own: &[&str] = if kind == "source" || kind == "claim" { &["key"] } else { &[] };
        let past: Vec<&&str> = sources.iter().chain(claims).collect();
        for field in if self.text == InText::Past { past } else { own.iter().collect() } {
            if let Some(Json::String(key)) = fields.get_mut(*field) {
                self.name_of_another(field, key);
            }
        }
        for alias in fields.get_mut("aliases").and_then(Json::as_array_mut).into_iter().flatten() {
            if let Json::String(alias) = alias {
                self.name_of_another("aliases", alias);
            }
        }
        for creator in fields.get_mut("creators").and_then(Json::as_array_mut).into_iter().flatten()
        {
            // The whole name, written in a way that passes for somebody else.
            if let Json::String(name) = creator
                && self.scrub.names.finder.is_whole_in(name)
            {
                self.name_of_another(CREATORS, name);
            }
        }
    }

    /// Who worked on the casebook is no source; where one of them has the whole name, that stays and is
    /// told.
    fn people(&mut self, fields: &Map<String, Json>) {
        let told: &[&str] = if self.text == InText::Past { &[] } else { PEOPLE };
        for field in told {
            if let Some(name) = fields.get(*field).and_then(Json::as_str)
                && self.scrub.names.finder.is_whole_in(name)
            {
                self.note(field, name);
            }
        }
    }

    /// What others are called stays: who calls them so has to rename them. What they were called does not.
    fn name_of_another(&mut self, field: &str, name: &mut String) {
        if self.text == InText::Past {
            if let Some(told) = self.scrub.past_name(name) {
                *name = told;
            }
        } else if self.scrub.names.tells(name) {
            self.note(field, name);
        }
    }

    /// What a source was called by which another record names it.
    fn past_key(&mut self, key: &mut Json) {
        if self.text == InText::Past
            && let Json::String(key) = key
        {
            self.name_of_another("source", key);
        }
    }

    fn key(&mut self, key: &mut Json) {
        if let Some(new) = key.as_str().and_then(|key| self.scrub.new_key(key)) {
            *key = new.as_str().into();
        }
    }
}
