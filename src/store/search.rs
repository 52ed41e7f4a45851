//! Full-text search.

use super::engine::{Engine, params};
use super::search_text::{Entity, fold};
use super::{Store, Stored};
use crate::domain::{Citation, Claim, Source};
use crate::error::{Error, Result};

/// More hits than this are not ranked: ranking costs more than anybody gains from the order.
const RANKED: i64 = 100_000;

/// A record that has the words.
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant)] // there are as many as a page shows
pub enum Hit {
    /// In its statement, claimant, note or the quotes of the works it appears in.
    Claim(Stored<Claim>),
    /// In its title, creators, container, publisher or note.
    Source(Stored<Source>),
    /// In its quote or note.
    Citation(Stored<Citation>),
}

/// What a search has found.
#[derive(Debug, Clone)]
pub struct Hits {
    /// The records, best first; newest first where there are very many.
    pub records: Vec<Hit>,
    /// How many there are in all; `None` where there are more than are worth counting.
    pub total: Option<i64>,
}

impl Store {
    /// The records that have all words of the query, whatever their case, accents and letter forms.
    ///
    /// A word that ends in `*` stands for all words that begin so. At most `limit` are returned.
    pub fn search(&self, query: &str, limit: usize) -> Result<Hits> {
        let pattern = pattern(query).ok_or_else(|| {
            Error::invalid("there is no word to search for")
                .hint("write one or more words, such as: twosource search passports")
        })?;
        let count = format!(
            "SELECT count(*) AS number FROM (SELECT 1 FROM ({}) LIMIT :most)",
            self.rows_with_words("rowid")
        );
        let most = RANKED + 1;
        let found = self.number(&count, params! { pattern: pattern.as_str(), most: most })?;
        let (score, order) =
            if found > RANKED { ("rowid", "id DESC") } else { ("bm25(search_index)", "score, id") };
        let sql = format!("{} ORDER BY {order} LIMIT :limit", self.rows_with_words(score));
        let mut rows = Vec::new();
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let parameters = params! { pattern: pattern.as_str(), limit: limit };
        self.engine.query(&sql, parameters, &mut |row| {
            rows.push(row.integer("id")?);
            Ok(())
        })?;
        let records: Result<Vec<Option<Hit>>> = rows.into_iter().map(|row| self.hit(row)).collect();
        let total = (found <= RANKED).then_some(found);
        Ok(Hits { records: records?.into_iter().flatten().collect(), total })
    }

    /// The query for the rows that match `:pattern`, each with what it is ranked by. Outside, what is
    /// seen of the records whose words are withheld has an index of its own.
    fn rows_with_words(&self, score: &str) -> String {
        let rows = |index: &str, which: &str| {
            format!(
                "SELECT rowid AS id, {score} AS score FROM {index}
                 WHERE search_index MATCH :pattern {which}"
            )
        };
        if self.inside.is_none() {
            return rows("search_index", "");
        }
        let seen = "AND rowid NOT IN (SELECT id FROM temp.withheld_text)";
        format!("{} UNION ALL {}", rows("main.search_index", seen), rows("temp.search_index", ""))
    }

    /// The record behind a row of the index.
    fn hit(&self, row: i64) -> Result<Option<Hit>> {
        let id = row / 4;
        let key = |table: &str| -> Result<Option<String>> {
            let sql = format!("SELECT key AS text FROM {table} WHERE id = :id");
            Ok(self.texts(&sql, params! { id: id })?.pop())
        };
        Ok(match row % 4 {
            code if code == Entity::Claim as i64 => match key("claim")? {
                Some(key) => Some(Hit::Claim(self.claim(&key)?)),
                None => None,
            },
            code if code == Entity::Source as i64 => match key("source")? {
                Some(key) => Some(Hit::Source(self.source(&key)?)),
                None => None,
            },
            _ => Some(Hit::Citation(self.citation(id)?)),
        })
    }
}

/// The query in the language of the index: each word quoted, so that none is an operator.
pub(super) fn pattern(query: &str) -> Option<String> {
    let mut folded = String::new();
    fold(query, &mut folded);
    let words: Vec<String> = folded
        .split_whitespace()
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(|word| {
            let (word, more) = word.strip_suffix('*').map_or((word, ""), |start| (start, "*"));
            format!("\"{}\"{more}", word.replace(['"', '\0'], " "))
        })
        .collect();
    (!words.is_empty()).then(|| words.join(" "))
}
