//! Where the tests get their sources from: tables among the fixtures, and a builder.

use std::path::{Path, PathBuf};

use twosource::domain::{Kind, Source};

pub(crate) fn fixture(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(path)
}

/// A source as one row of `sources.csv` describes it; cells that are not named are empty.
pub(crate) fn source(cells: &[(&str, &str)]) -> Source {
    let get = |name: &str| {
        cells.iter().find(|(column, _)| *column == name).map_or("", |(_, value)| *value)
    };
    let text = |name: &str| Some(get(name).to_owned()).filter(|value| !value.is_empty());
    let many = |name: &str| get(name).split("; ").filter(|part| !part.is_empty());
    let kind: Kind = get("kind").parse().unwrap();
    let mut source = Source::new(get("key").parse().unwrap(), kind, get("title"));
    source.creators = many("creators").map(|credit| credit.parse().unwrap()).collect();
    source.identifiers = many("identifiers").map(|name| name.parse().unwrap()).collect();
    source.container = text("container");
    source.publisher = text("publisher");
    source.issued = text("issued").map(|date| date.parse().unwrap());
    source.accessed = text("accessed").map(|date| date.parse().unwrap());
    source.url = text("url");
    source.archived_url = text("archived_url");
    source.language = text("language");
    source.jurisdiction = text("jurisdiction");
    source.pages = text("pages");
    source.variables = cells
        .iter()
        .filter(|(_, value)| !value.is_empty())
        .filter_map(|(name, value)| Some((name.strip_prefix("csl:")?.into(), (*value).into())))
        .collect();
    source
}

/// The sources of a table with the columns of the case folder's `sources.csv`.
pub(crate) fn from_csv(path: &str) -> Vec<Source> {
    let mut reader = csv::Reader::from_path(fixture(path)).unwrap();
    let header = reader.headers().unwrap().clone();
    reader
        .records()
        .map(|record| {
            let record = record.unwrap();
            source(&header.iter().zip(record.iter()).collect::<Vec<_>>())
        })
        .collect()
}
