//! What history tells of a source and of a name: what they were called before.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::super::super::Store;
use super::super::super::history::{Subject, Wanted, differences};
use crate::domain::{Alias, Credit, Key, Name, Source};
use crate::error::Result;

/// What history tells of a source.
#[derive(Debug, Default)]
pub(super) struct Former {
    pub(super) keys: BTreeSet<Key>,
    pub(super) credits: Vec<Credit>,
}

impl Former {
    /// The keys and creators that history knows of a source.
    pub(super) fn of(store: &Store, source: &Key) -> Result<Former> {
        let mut former = Former { keys: [source.clone()].into(), credits: Vec::new() };
        let numbers = store.changes_wanted(Subject::Key(source), &Wanted::default())?;
        let mut open = former.take(store, &numbers)?;
        // A source that was merged into it is the same one: its key is another key of this one.
        while let Some(key) = open.pop() {
            if store.find_source(&key)?.is_none() && former.keys.insert(key.clone()) {
                open.extend(former.take(store, &store.changes_about("source", &key, 0)?)?);
            }
        }
        Ok(former)
    }

    /// Takes in what these changes tell. Returns the other keys by which it was known.
    fn take(&mut self, store: &Store, changes: &[i64]) -> Result<Vec<Key>> {
        let mut aliases = Vec::new();
        for number in changes {
            let (before, after) = store.payload(*number)?;
            for one in differences(before, after) {
                let states: Vec<Source> =
                    [&one.after, &one.before].into_iter().flatten().filter_map(as_source).collect();
                if states.iter().any(|state| self.keys.contains(&state.key)) {
                    self.keys.extend(states.iter().map(|state| state.key.clone()));
                    for state in states {
                        aliases.extend(state.aliases);
                        self.credits.extend(state.creators);
                    }
                }
            }
        }
        Ok(aliases)
    }
}

fn as_source(record: &Json) -> Option<Source> {
    let is_source = record.get("record").and_then(Json::as_str) == Some("source");
    is_source.then(|| serde_json::from_value(record.clone()).ok()).flatten()
}

/// A voice with the spellings that are kept of it, and those that it had before it was renamed or
/// merged, as far as nobody else has them.
pub(super) fn spellings(store: &Store, name: &Name) -> Result<BTreeSet<String>> {
    store.spellings(name, &store.aliases()?)
}

impl Store {
    /// All that a voice is and was called, in the form in which names are compared, as far as nobody else
    /// is called so: with these aliases, and by what was renamed or merged.
    pub fn spellings(&self, name: &Name, aliases: &[Alias]) -> Result<BTreeSet<String>> {
        spellings_among(self, name, aliases)
    }
}

fn spellings_among(store: &Store, name: &Name, aliases: &[Alias]) -> Result<BTreeSet<String>> {
    let mut found: BTreeSet<String> = [name.voice()].into();
    let mut open: Vec<String> = vec![name.voice(), name.as_written().to_owned()];
    open.dedup();
    while let Some(voice) = open.pop() {
        let mut others: Vec<String> = aliases
            .iter()
            .filter(|alias| alias.name.voice() == voice)
            .map(|alias| alias.spelling.clone())
            .collect();
        for number in store.changes_about("creator", &voice, 0)? {
            others.extend(one_person(store, number)?);
        }
        for other in others {
            if !found.contains(&other) && !store.is_creator(&other)? {
                found.insert(other.clone());
                open.push(other);
            }
        }
    }
    Ok(found)
}

/// The names that a change said are one person's, in the form in which they are compared.
fn one_person(store: &Store, number: i64) -> Result<Vec<String>> {
    let (_, action) = store.made(number)?;
    let mut voices = Vec::new();
    if action == "creator rename" || action == "creator merge" {
        for name in store.names_in_change(number)? {
            voices.extend(name.parse::<Name>().ok().map(|name| name.voice()));
        }
    }
    let (before, after) = store.payload(number)?;
    for record in before.into_iter().chain(after) {
        if record.get("record").and_then(Json::as_str) == Some("alias")
            && let Ok(alias) = serde_json::from_value::<Alias>(record)
        {
            voices.extend([alias.name.voice(), alias.spelling]);
        }
    }
    Ok(voices)
}
