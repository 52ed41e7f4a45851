//! A source as `source list` and `source show` write it for programs: the fields of sources.csv
//! under its names. Fields may be added, never renamed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::{Source, join_values, variable_column};

/// One source in the answer of `source list --format json`.
#[derive(Debug, Serialize)]
pub(crate) struct ListedSource {
    key: String,
    kind: &'static str,
    title: String,
    creators: Vec<String>,
    container: Option<String>,
    publisher: Option<String>,
    issued: Option<String>,
    url: Option<String>,
    archived_url: Option<String>,
    accessed: Option<String>,
    language: Option<String>,
    jurisdiction: Option<String>,
    identifiers: Vec<String>,
    pages: Option<String>,
    lineage: &'static str,
    standing: &'static str,
    grade: Option<&'static str>,
    confidentiality: &'static str,
    tags: Vec<String>,
    note: Option<String>,
    aliases: Vec<String>,
    /// Under the name of the column, `csl:volume`.
    #[serde(flatten)]
    variables: BTreeMap<String, String>,
}

/// The headings of the columns that every source has; after them come its CSL variables.
const HEADINGS: [&str; 21] = [
    "key",
    "kind",
    "title",
    "creators",
    "container",
    "publisher",
    "issued",
    "url",
    "archived_url",
    "accessed",
    "language",
    "jurisdiction",
    "identifiers",
    "pages",
    "lineage",
    "standing",
    "grade",
    "confidentiality",
    "tags",
    "note",
    "aliases",
];

impl ListedSource {
    /// The source as programs see it.
    pub(crate) fn new(source: &Source) -> Self {
        let source = source.clone();
        let variable = |(name, value): (String, String)| (variable_column(&name), value);
        ListedSource {
            key: source.key.into(),
            kind: source.kind.as_str(),
            title: source.title,
            creators: source.creators.iter().map(ToString::to_string).collect(),
            container: source.container,
            publisher: source.publisher,
            issued: source.issued.map(Into::into),
            url: source.url,
            archived_url: source.archived_url,
            accessed: source.accessed.map(Into::into),
            language: source.language,
            jurisdiction: source.jurisdiction,
            identifiers: source.identifiers.iter().map(ToString::to_string).collect(),
            pages: source.pages,
            lineage: source.lineage.as_str(),
            standing: source.standing.as_str(),
            grade: source.grade.map(|grade| grade.as_str()),
            confidentiality: source.confidentiality.as_str(),
            tags: source.tags,
            note: source.note,
            aliases: source.aliases.into_iter().map(Into::into).collect(),
            variables: source.variables.into_iter().map(variable).collect(),
        }
    }

    /// The headings of a table of these sources: every variable that one of them has is a column.
    pub(crate) fn headings(sources: &[ListedSource]) -> Vec<&str> {
        let mut variables: Vec<&str> =
            sources.iter().flat_map(|source| source.variables.keys().map(String::as_str)).collect();
        variables.sort_unstable();
        variables.dedup();
        HEADINGS.into_iter().chain(variables).collect()
    }

    /// The source as a row of a table with these headings.
    pub(crate) fn cells(&self, headings: &[&str]) -> Vec<String> {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let list = |values: &[String]| join_values(values.iter().map(String::as_str));
        let mut cells = vec![
            self.key.clone(),
            self.kind.to_owned(),
            self.title.clone(),
            list(&self.creators),
            text(&self.container),
            text(&self.publisher),
            text(&self.issued),
            text(&self.url),
            text(&self.archived_url),
            text(&self.accessed),
            text(&self.language),
            text(&self.jurisdiction),
            list(&self.identifiers),
            text(&self.pages),
            self.lineage.to_owned(),
            self.standing.to_owned(),
            self.grade.unwrap_or_default().to_owned(),
            self.confidentiality.to_owned(),
            list(&self.tags),
            text(&self.note),
            list(&self.aliases),
        ];
        let variables = headings.iter().skip(HEADINGS.len());
        cells.extend(variables.map(|name| self.variables.get(*name).cloned().unwrap_or_default()));
        cells
    }
}
