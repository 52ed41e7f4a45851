//! The way through the texts, keys and names of one record: where a name is found, it is replaced or noted.

use serde_json::{Map, Value as Json};

use super::names::Names;
use super::scrub::Scrub;

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

/// The fields of each kind of record that hold what a user writes in words of their own.
const TEXTS: &[(&str, &[&str])] = &[
    (
        "source",
        &[
            "title",
            "container",
            "publisher",
            "url",
            "archived_url",
            "jurisdiction",
            "pages",
            "note",
            "identifiers",
            "tags",
            "variables",
        ],
    ),
    ("claim", &["statement", "claimant", "tags", "note"]),
    ("citation", &["locator", "quote", "note"]),
    ("lineage", &["note"]),
    ("review", &["note"]),
    ("waiver", &["reason"]),
];

/// Fields that name who worked on the casebook.
const PEOPLE: &[&str] = &["logged_by", "reviewer", "actor", "assigned_by"];

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
            // What a change notes besides records, such as the name of a file.
            fields.iter_mut().for_each(|(field, value)| self.value(field, value));
        }
        self.appearances(fields);
        self.keys(kind, fields);
        self.people(fields);
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
        if !self.scrub.names.finder.is_in(text) {
            return;
        }
        match self.text {
            InText::Replace | InText::Past => {
                if let Some(told) = self.scrub.text(text) {
                    *text = told;
                }
            }
            InText::Keep => self.note(field, text),
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
        attributed.into_iter().flatten().for_each(|key| self.key(key));
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
                self.name_of_another("creators", name);
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
            self.string(field, name);
        } else if self.scrub.names.finder.is_in(name) {
            self.note(field, name);
        }
    }

    fn key(&mut self, key: &mut Json) {
        if let Some(new) = key.as_str().and_then(|key| self.scrub.new_key(key)) {
            *key = new.as_str().into();
        }
    }
}
