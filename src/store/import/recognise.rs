//! Finding the source that is meant by an entry under another key.

use std::collections::HashMap;
use std::hash::{BuildHasher, RandomState};

use super::super::engine::{Engine, params};
use super::session::Import;
use crate::domain::{
    Date, Key, Source, may_be_one_work, strong_identifiers, title_words, titles_are_alike,
};
use crate::error::Result;

/// A source that an entry means, and what tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognised {
    /// Its key.
    pub key: Key,
    /// What both have: `doi:10.1000/1`, or the words for title, creators and year.
    pub by: String,
}

/// The sources that were there before the import, by title and year.
pub(super) struct Titles {
    hasher: RandomState,
    keys: HashMap<u64, Vec<i64>>,
}

impl Import<'_> {
    /// The source that was in the casebook before this import and is likely to be the same work, under
    /// whatever key: by DOI, ECLI or canonical URL where the titles are not wholly different, or else by
    /// title, creators and year. An ISBN does not tell: chapters share that of their book.
    pub fn recognise(&mut self, source: &Source) -> Result<Option<Recognised>> {
        if self.fresh {
            return Ok(None);
        }
        for by in strong_identifiers(source) {
            for key in self.sources_with(&by)? {
                let known = self.store.source(&key)?.record;
                if titles_are_alike(&known.title, &source.title) {
                    return Ok(Some(Recognised { key: known.key, by }));
                }
            }
        }
        let Some(year) = source.issued.as_ref().and_then(Date::year) else { return Ok(None) };
        for id in self.sources_titled(&source.title, year)? {
            let sql = "SELECT key AS text FROM source WHERE id = :id";
            let Some(key) = self.store.texts(sql, params! { id: id })?.pop() else { continue };
            let known = self.store.source(&key)?.record;
            let same_title = title_words(&known.title) == title_words(&source.title);
            if same_title && may_be_one_work(&known, source) {
                let by = "title, creators and year".to_owned();
                return Ok(Some(Recognised { key: known.key, by }));
            }
        }
        Ok(None)
    }

    /// The sources from before the import that have a strong identifier, as they were entered.
    fn sources_with(&self, identifier: &str) -> Result<Vec<String>> {
        let sql = "SELECT source.key AS text FROM strong_identifier
                   JOIN source ON source.id = strong_identifier.source_id
                   WHERE strong_identifier.name = :name AND source.id < :first ORDER BY source.id";
        let first = i64::from(self.first_source);
        self.store.texts(sql, params! { name: identifier, first: first })
    }

    /// The sources from before the import that have probably this title and are of this year.
    fn sources_titled(&mut self, title: &str, year: i64) -> Result<Vec<i64>> {
        if self.titles.is_none() {
            self.titles = Some(self.gather_titles()?);
        }
        let titles = self.titles.as_ref();
        let found = titles.and_then(|titles| titles.keys.get(&titles.key(title, year)?));
        Ok(found.cloned().unwrap_or_default())
    }

    fn gather_titles(&self) -> Result<Titles> {
        let mut titles = Titles { hasher: RandomState::new(), keys: HashMap::new() };
        let sql = "SELECT id, title, issued FROM source WHERE id < :first AND issued IS NOT NULL
                   ORDER BY id";
        let first = i64::from(self.first_source);
        self.store.engine.query(sql, params! { first: first }, &mut |row| {
            let year = row.optional_parsed::<Date>("issued")?.and_then(|date| date.year());
            let key = year.and_then(|year| titles.key(row.text("title").ok()?.as_str(), year));
            if let Some(key) = key {
                titles.keys.entry(key).or_default().push(row.integer("id")?);
            }
            Ok(())
        })?;
        Ok(titles)
    }
}

impl Titles {
    /// A number for a title of a year, as good as the two; none for a title without words.
    fn key(&self, title: &str, year: i64) -> Option<u64> {
        let words = title_words(title);
        (!words.is_empty()).then(|| self.hasher.hash_one((words, year)))
    }
}
