//! A creator as `creator list` writes it for programs. Fields may be added, never renamed.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::{Role, join_values};
use crate::store::Creator;

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
}

impl ListedCreator {
    /// The headings of [`ListedCreator::cells`].
    pub(crate) const HEADINGS: [&'static str; 5] = ["name", "unnamed", "voice", "roles", "sources"];

    /// The creator as programs see it.
    pub(crate) fn new(creator: &Creator) -> Self {
        let roles: BTreeSet<Role> = creator.roles.iter().map(|(_, role)| *role).collect();
        let sources: BTreeSet<_> = creator.roles.iter().map(|(key, _)| key).collect();
        ListedCreator {
            name: creator.name.to_string(),
            unnamed: creator.unnamed,
            voice: creator.name.voice(),
            roles: roles.into_iter().map(Role::as_str).collect(),
            sources: sources.len(),
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
        ]
    }
}
