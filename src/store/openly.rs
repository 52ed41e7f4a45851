//! What is withheld, and what open sources show all the same.

use super::Store;
use super::engine::{Engine, params};
use super::search::pattern;
use crate::domain::{Confidentiality, Difference, Key, Name, Source};
use crate::error::Result;

impl Store {
    /// Has messages leave out what is withheld: they go where others may read them.
    #[must_use]
    pub fn discreet(mut self) -> Store {
        self.discreet = true;
        self
    }

    /// Whether a message may say what stands in this source.
    pub(super) fn may_tell_of(&self, source: &Source) -> bool {
        !self.discreet || source.confidentiality == Confidentiality::Open
    }

    /// Whether a message may name the source with this key.
    pub fn may_name_source(&self, key: &str) -> Result<bool> {
        let is_confidential =
            |source: Source| source.confidentiality == Confidentiality::Confidential;
        Ok(!self.discreet
            || !self.find_source(key)?.is_some_and(|known| is_confidential(known.record)))
    }

    /// Whether a message may name somebody who is not named in it yet.
    pub(super) fn may_name(&self, voice: &str) -> Result<bool> {
        Ok(!self.discreet || self.is_named_by_an_open_source(voice)?)
    }

    /// A name as a message may say it.
    pub fn told_name(&self, name: &Name) -> Result<String> {
        let named = self.may_name(&name.voice())?;
        Ok(if named { name.to_string() } else { "a name that is withheld".to_owned() })
    }

    /// The names among which a mistyped one is looked for.
    pub(super) fn names_to_suggest(&self) -> Result<Vec<String>> {
        let open = "WHERE EXISTS (
                      SELECT 1 FROM creator_role JOIN source ON source.id = source_id
                      WHERE creator_id = creator.id AND confidentiality = 'open')";
        let shown = if self.discreet { open } else { "" };
        self.texts(&format!("SELECT name AS text FROM creator {shown}"), params! {})
    }

    /// Takes from keys, present and former, those that a message may not name.
    pub(super) fn retain_keys_to_suggest(&self, keys: &mut Vec<String>) -> Result<()> {
        if self.discreet {
            let once = self.withheld_once()?.confidential;
            keys.retain(|key| !once.iter().any(|known| known.contains(key)));
        }
        Ok(())
    }

    /// What differs in a source or claim, for a message; the fields alone where the values may not be
    /// said.
    pub fn told_differences(&self, key: &str, differences: &[Difference]) -> Result<String> {
        let values: Vec<String> = differences.iter().map(ToString::to_string).collect();
        let values = values.join(", ");
        if !self.discreet {
            return Ok(values);
        }
        // It may have been withheld before, or be so only now.
        let was_open = differences.iter().all(|one| one.field != "confidentiality");
        let source = self.find_source(key)?.map(|known| known.record);
        let is_open = source.is_none_or(|source| self.may_tell_of(&source));
        if was_open && is_open && !self.gives_away(&values)? {
            return Ok(values);
        }
        let fields: Vec<&str> = differences.iter().map(|one| one.field.as_str()).collect();
        Ok(fields.join(", "))
    }

    /// Whether a text has the key of a confidential source, or the name of somebody behind one that is
    /// not open.
    pub fn gives_away(&self, text: &str) -> Result<bool> {
        let is_named = |source: &Source| {
            let confidential = source.confidentiality == Confidentiality::Confidential;
            let keys = std::iter::once(&source.key).chain(&source.aliases);
            let keys = keys.filter(|_| confidential).map(Key::as_str);
            let names = source.creators.iter().map(|credit| credit.name.as_written());
            keys.chain(names).any(|word| text.contains(word))
        };
        Ok(self.withheld_sources()?.iter().any(is_named))
    }

    /// The sources that are confidential or on background, in the order in which they were entered.
    pub fn withheld_sources(&self) -> Result<Vec<Source>> {
        let mut sources = Vec::new();
        self.each_withheld_source(|source| {
            sources.push(source.record);
            Ok(())
        })?;
        Ok(sources)
    }

    /// Whether an open source names this voice.
    pub fn is_named_by_an_open_source(&self, voice: &str) -> Result<bool> {
        self.is_named(voice, "= 'open'")
    }

    /// The people who work at the desk, as they are written: who changed something, logged, reviews, was
    /// asked to, or lets a finding stand.
    pub fn people_of_the_desk(&self) -> Result<Vec<String>> {
        let sql = "SELECT actor AS text FROM change
                   UNION SELECT logged_by FROM claim WHERE logged_by IS NOT NULL
                   UNION SELECT reviewer FROM review UNION SELECT reviewer FROM assignment
                   UNION SELECT assigned_by FROM assignment UNION SELECT actor FROM waiver";
        self.texts(sql, params! {})
    }

    /// Sources that are not confidential and have all of the words in their texts; so many at most.
    pub fn shown_sources_with(&self, words: &str, most: usize) -> Result<Vec<Source>> {
        let Some(pattern) = pattern(words) else { return Ok(Vec::new()) };
        let sql = "SELECT source.key FROM search_index
                   JOIN source ON source.id = search_index.rowid / 4
                   WHERE search_index MATCH :pattern AND search_index.rowid % 4 = 1
                     AND source.confidentiality <> 'confidential' LIMIT :most";
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let mut keys: Vec<Key> = Vec::new();
        self.engine.query(sql, params! { pattern: pattern, most: most }, &mut |row| {
            keys.push(row.parsed("key")?);
            Ok(())
        })?;
        keys.iter().map(|key| Ok(self.source(key)?.record)).collect()
    }
}
