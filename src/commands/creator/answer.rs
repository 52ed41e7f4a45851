//! A creator as `creator list` writes it for programs. Fields may be added, never renamed.

use std::collections::{BTreeSet, HashMap};

use serde::Serialize;

use crate::domain::{Role, join_values};
use crate::error::Result;
use crate::store::{Creator, Store};

/// What somebody has said of names: their other spellings, and who is somebody else.
#[derive(Debug, Default)]
pub(crate) struct Said {
    /// By the voice of the name that is written.
    aliases: HashMap<String, Vec<String>>,
    /// By either voice.
    distinct: HashMap<String, Vec<String>>,
}

impl Said {
    /// All that was said.
    pub(crate) fn load(store: &Store) -> Result<Self> {
        let mut said = Said::default();
        for alias in store.aliases()? {
            said.aliases.entry(alias.name.voice()).or_default().push(alias.spelling);
        }
        for two in store.distinctions()? {
            said.distinct.entry(two.name.clone()).or_default().push(two.other.clone());
            said.distinct.entry(two.other).or_default().push(two.name);
        }
        Ok(said)
    }
}

/// One creator in the answer of `creator list --format json`.
#[derive(Debug, Serialize)]
pub(crate) struct ListedCreator {
    /// The name as it was written.
    pub(crate) name: String,
    /// Whether the name is withheld.
    pub(crate) unnamed: bool,
    /// The form in which two names are compared: equal ones are one voice.
    pub(crate) voice: String,
    /// The roles, each once.
    pub(crate) roles: Vec<&'static str>,
    /// How many different sources.
    pub(crate) sources: usize,
    /// Other spellings, for which the name is written.
    pub(crate) aliases: Vec<String>,
    /// Names that somebody has said are somebody else's.
    pub(crate) distinct_from: Vec<String>,
}

impl ListedCreator {
    /// The headings of [`ListedCreator::cells`].
    pub(crate) const HEADINGS: [&'static str; 7] =
        ["name", "unnamed", "voice", "roles", "sources", "aliases", "distinct_from"];

    /// The creator as programs see it.
    pub(crate) fn new(creator: &Creator, said: &Said) -> Self {
        let voice = creator.name.voice();
        let of =
            |names: &HashMap<String, Vec<String>>| names.get(&voice).cloned().unwrap_or_default();
        let (aliases, distinct_from) = (of(&said.aliases), of(&said.distinct));
        let roles: BTreeSet<Role> = creator.roles.iter().map(|(_, role)| *role).collect();
        let sources: BTreeSet<_> = creator.roles.iter().map(|(key, _)| key).collect();
        ListedCreator {
            name: creator.name.to_string(),
            unnamed: creator.unnamed,
            voice,
            roles: roles.into_iter().map(Role::as_str).collect(),
            sources: sources.len(),
            aliases,
            distinct_from,
        }
    }

    /// The creator as a row of CSV.
    pub(crate) fn cells(&self) -> Vec<String> {
        vec![
            self.name.clone(),
            self.unnamed.to_string(),
            self.voice.clone(),
            join_values(self.roles.iter().copied()),
            self.sources.to_string(),
            join_values(self.aliases.iter().map(String::as_str)),
            join_values(self.distinct_from.iter().map(String::as_str)),
        ]
    }
}
