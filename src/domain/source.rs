//! Sources.

use serde::{Deserialize, Serialize};

use super::creator::Credit;
use super::date::Date;
use super::identifier::Identifier;
use super::key::Key;
use super::kind::Kind;
use super::words::{Confidentiality, Grade, LineageState, Standing};

/// A work or a person's testimony: what a user may set of it. One row of `sources.csv`.
///
/// A text that is not given is `None`, never empty; the title alone may be an empty text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The citation key.
    pub key: Key,
    /// What it is.
    pub kind: Kind,
    /// The title as it stands on the work, or a description.
    pub title: String,
    /// Who is behind it, in order.
    pub creators: Vec<Credit>,
    /// The work it is part of: newspaper, programme, book.
    pub container: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When it was issued.
    pub issued: Option<Date>,
    /// Where it is on the web; free text.
    pub url: Option<String>,
    /// Where an archived copy is.
    pub archived_url: Option<String>,
    /// When it was looked at.
    pub accessed: Option<Date>,
    /// Its language, as BCP 47 names it.
    pub language: Option<String>,
    /// Where a ruling or statute is law.
    pub jurisdiction: Option<String>,
    /// Its identifiers, in order.
    pub identifiers: Vec<Identifier>,
    /// Its pages within the container.
    pub pages: Option<String>,
    /// Whether it is first-hand. Always `derived` where lineage rows lead on from it.
    pub lineage: LineageState,
    /// What has become of it.
    pub standing: Standing,
    /// How reliable it is.
    pub grade: Option<Grade>,
    /// Who may learn of it.
    pub confidentiality: Confidentiality,
    /// The user's own labels, in order.
    pub tags: Vec<String>,
    /// The user's remarks.
    pub note: Option<String>,
    /// Other keys by which it is known, in order: those that libraries have it under.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<Key>,
    /// Further CSL variables (`volume`, `number-of-pages` …) by name, in order of the names.
    pub variables: Vec<(String, String)>,
}

impl Source {
    /// A source of which nothing but key, kind and title is known.
    pub fn new(key: Key, kind: Kind, title: impl Into<String>) -> Self {
        Source {
            key,
            kind,
            title: title.into(),
            creators: Vec::new(),
            container: None,
            publisher: None,
            issued: None,
            url: None,
            archived_url: None,
            accessed: None,
            language: None,
            jurisdiction: None,
            identifiers: Vec::new(),
            pages: None,
            lineage: LineageState::Unknown,
            standing: Standing::Active,
            grade: None,
            confidentiality: Confidentiality::Open,
            tags: Vec::new(),
            note: None,
            aliases: Vec::new(),
            variables: Vec::new(),
        }
    }
}
