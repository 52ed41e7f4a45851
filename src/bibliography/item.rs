//! What a citation style works on: one source as CSL 1.0.2 variables.
//!
//! Our own type, because the engine's panics on date ranges, drops names with an empty part and
//! knows no date that is a decade. Nothing reaches the engine before [`super::engine`] has made
//! sane values of it.

use std::collections::BTreeMap;

use super::particle;

/// One source, as a citation style sees it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// The citation key. Entries carry it, so that a caller finds the source again.
    pub key: String,
    /// The CSL type, `article-newspaper` for one.
    pub kind: String,
    /// Text and number variables by their CSL name.
    pub texts: BTreeMap<String, String>,
    /// Name variables by their CSL name.
    pub names: BTreeMap<String, Vec<Agent>>,
    /// Date variables by their CSL name, as EDTF.
    pub dates: BTreeMap<String, String>,
    /// Names that must be in the entry whatever the style does: see [`super::complete`].
    pub voices: Vec<Agent>,
    /// Reporter citations and numbers of a law or ruling, which likewise must be in the entry.
    pub references: Vec<String>,
}

/// A person or body as CSL knows them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Agent {
    /// A person with a family name to sort by.
    Person {
        /// The family name, with its particles in front.
        family: String,
        /// The given names; may be empty.
        given: String,
    },
    /// A body, a person of one name, or the description of somebody unnamed: printed as it stands.
    Literal(String),
}

impl Agent {
    /// The part of the name that every citation style prints, in one piece.
    pub(crate) fn principal(&self) -> &str {
        match self {
            Agent::Person { family, .. } if !family.is_empty() => particle::split(family).1,
            Agent::Person { given, .. } => given,
            Agent::Literal(text) => text,
        }
    }

    /// The name as it reads in a sentence.
    pub(crate) fn reading_order(&self) -> String {
        match self {
            Agent::Person { family, given } => format!("{given} {family}").trim().to_owned(),
            Agent::Literal(text) => text.clone(),
        }
    }
}

impl Item {
    /// An item of this key and CSL type with nothing else known of it.
    pub fn new(key: impl Into<String>, kind: impl Into<String>) -> Self {
        Item { key: key.into(), kind: kind.into(), ..Item::default() }
    }

    /// The same item with a text or number variable set; an empty value sets nothing.
    #[must_use]
    pub fn text(mut self, variable: &str, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.trim().is_empty() {
            self.texts.insert(variable.to_owned(), value);
        }
        self
    }

    /// The same item with one more name in a name variable.
    #[must_use]
    pub fn name(mut self, variable: &str, agent: Agent) -> Self {
        self.names.entry(variable.to_owned()).or_default().push(agent);
        self
    }

    /// The same item with a date variable set.
    #[must_use]
    pub fn date(mut self, variable: &str, edtf: impl Into<String>) -> Self {
        self.dates.insert(variable.to_owned(), edtf.into());
        self
    }

    /// The value of a text variable, or nothing.
    pub(crate) fn get(&self, variable: &str) -> &str {
        self.texts.get(variable).map_or("", String::as_str)
    }

    /// Whether CSL's English-only rules hold for it; `default` where its language is not known.
    pub(crate) fn is_english(&self, default: bool) -> bool {
        match self.get("language").trim() {
            "" => default,
            language => language.to_lowercase().starts_with("en"),
        }
    }
}
