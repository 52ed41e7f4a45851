//! What makes two records of one source one: DOI, ECLI and canonical URL.

use super::Store;
use super::engine::{Engine, params};
use crate::domain::{
    Key, Scheme, Source, StrongIdentifier, normal_doi, normal_ecli, strong_identifier_of_url,
};
use crate::error::Result;

impl Store {
    /// The other sources that share a strong identifier with this one: each with the identifier.
    pub fn twins_of_source(&self, key: &str) -> Result<Vec<(Key, String)>> {
        let mut twins = Vec::new();
        let sql = "SELECT other.key, mine.name FROM source
                   JOIN strong_identifier AS mine ON mine.source_id = source.id
                   JOIN strong_identifier AS shared ON shared.name = mine.name
                   JOIN source AS other ON other.id = shared.source_id
                   WHERE source.key = :key AND other.id <> source.id
                   ORDER BY other.id, mine.name";
        self.engine.query(sql, params! { key: key }, &mut |row| {
            twins.push((row.parsed("key")?, row.text("name")?));
            Ok(())
        })?;
        Ok(twins)
    }
}

/// The names of a source's strong identifiers (`doi:…`, `ecli:…`, `url:…`), each once, sorted.
///
/// The address of an archived copy counts where the source has no other: two records of one page are
/// one page, however each was found.
pub fn of(source: &Source) -> Vec<String> {
    let mut names = Vec::new();
    for identifier in &source.identifiers {
        let strong = match identifier.scheme {
            Scheme::Doi => normal_doi(&identifier.value).map(StrongIdentifier::Doi),
            Scheme::Ecli => normal_ecli(&identifier.value).map(StrongIdentifier::Ecli),
            Scheme::Isbn | Scheme::Docket | Scheme::Citation => None,
        };
        names.extend(strong.map(|strong| strong.to_string()));
    }
    let page = [&source.url, &source.archived_url]
        .into_iter()
        .flatten()
        .find_map(|address| strong_identifier_of_url(address));
    names.extend(page.map(|strong| strong.to_string()));
    names.sort_unstable();
    names.dedup();
    names
}
