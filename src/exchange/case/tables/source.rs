//! `sources.csv`

use std::borrow::Cow;

use super::super::header::Column;
use super::super::row::Row;
use crate::domain::{
    Confidentiality, Date, Grade, Key, LineageState, Source, Standing, join_values,
};
use crate::error::Result;

const KEY: Column = Column::required(0, "key");
const KIND: Column = Column::required(1, "kind");
const TITLE: Column = Column::required(2, "title");
const CREATORS: Column = Column::optional(3, "creators");
const CONTAINER: Column = Column::optional(4, "container");
const PUBLISHER: Column = Column::optional(5, "publisher");
const ISSUED: Column = Column::optional(6, "issued");
const URL: Column = Column::optional(7, "url");
const ARCHIVED_URL: Column = Column::optional(8, "archived_url");
const ACCESSED: Column = Column::optional(9, "accessed");
const LANGUAGE: Column = Column::optional(10, "language");
const JURISDICTION: Column = Column::optional(11, "jurisdiction");
const IDENTIFIERS: Column = Column::optional(12, "identifiers");
const PAGES: Column = Column::optional(13, "pages");
const LINEAGE: Column = Column::optional(14, "lineage");
const STANDING: Column = Column::optional(15, "standing");
const GRADE: Column = Column::optional(16, "grade");
const CONFIDENTIALITY: Column = Column::optional(17, "confidentiality");
const TAGS: Column = Column::optional(18, "tags");
const NOTE: Column = Column::optional(19, "note");
const ALIASES: Column = Column::optional(20, "aliases");

pub(in super::super) const COLUMNS: [Column; 21] = [
    KEY,
    KIND,
    TITLE,
    CREATORS,
    CONTAINER,
    PUBLISHER,
    ISSUED,
    URL,
    ARCHIVED_URL,
    ACCESSED,
    LANGUAGE,
    JURISDICTION,
    IDENTIFIERS,
    PAGES,
    LINEAGE,
    STANDING,
    GRADE,
    CONFIDENTIALITY,
    TAGS,
    NOTE,
    ALIASES,
];

pub(in super::super) fn read(row: &Row<'_>) -> Result<Source> {
    Ok(Source {
        key: row.key(KEY)?,
        kind: row.required_word(KIND)?,
        title: row.cell(TITLE).to_owned(),
        creators: row.parsed_values(CREATORS)?,
        container: row.text(CONTAINER),
        publisher: row.text(PUBLISHER),
        issued: row.date(ISSUED)?,
        url: row.text(URL),
        archived_url: row.text(ARCHIVED_URL),
        accessed: row.date(ACCESSED)?,
        language: row.text(LANGUAGE),
        jurisdiction: row.text(JURISDICTION),
        identifiers: row.parsed_values(IDENTIFIERS)?,
        pages: row.text(PAGES),
        lineage: row.word(LINEAGE)?.unwrap_or(LineageState::Unknown),
        standing: row.word(STANDING)?.unwrap_or(Standing::Active),
        grade: row.word(GRADE)?,
        confidentiality: row.word(CONFIDENTIALITY)?.unwrap_or(Confidentiality::Open),
        tags: row.values(TAGS),
        note: row.text(NOTE),
        aliases: row.parsed_values(ALIASES)?,
        variables: variables(row),
    })
}

fn variables(row: &Row<'_>) -> Vec<(String, String)> {
    let cells = row.header.variables.iter().map(|(name, position)| (name, row.cell_at(*position)));
    cells
        .filter(|(_, cell)| !cell.is_empty())
        .map(|(n, cell)| (n.clone(), cell.to_owned()))
        .collect()
}

/// The cells of the columns that every `sources.csv` has.
pub(in super::super) fn cells(source: &Source) -> [Cow<'_, str>; COLUMNS.len()] {
    let creators: Vec<String> = source.creators.iter().map(ToString::to_string).collect();
    let identifiers: Vec<String> = source.identifiers.iter().map(ToString::to_string).collect();
    [
        source.key.as_str().into(),
        source.kind.as_str().into(),
        source.title.as_str().into(),
        join_values(creators.iter().map(String::as_str)).into(),
        source.container.as_deref().unwrap_or_default().into(),
        source.publisher.as_deref().unwrap_or_default().into(),
        source.issued.as_ref().map_or("", Date::as_str).into(),
        source.url.as_deref().unwrap_or_default().into(),
        source.archived_url.as_deref().unwrap_or_default().into(),
        source.accessed.as_ref().map_or("", Date::as_str).into(),
        source.language.as_deref().unwrap_or_default().into(),
        source.jurisdiction.as_deref().unwrap_or_default().into(),
        join_values(identifiers.iter().map(String::as_str)).into(),
        source.pages.as_deref().unwrap_or_default().into(),
        source.lineage.as_str().into(),
        source.standing.as_str().into(),
        source.grade.map_or("", Grade::as_str).into(),
        source.confidentiality.as_str().into(),
        join_values(source.tags.iter().map(String::as_str)).into(),
        source.note.as_deref().unwrap_or_default().into(),
        join_values(source.aliases.iter().map(Key::as_str)).into(),
    ]
}
