//! How much of what there is in a casebook.

use super::Store;
use super::engine::{Engine, params};
use crate::domain::Confidentiality;
use crate::error::Result;

/// What is counted, by the words it is divided into.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// Sources by kind.
    SourcesByKind,
    /// Sources by standing.
    SourcesByStanding,
    /// Sources by lineage.
    SourcesByLineage,
    /// Citations by stance.
    CitationsByStance,
    /// Reviews by verdict.
    ReviewsByVerdict,
}

impl Store {
    /// How many there are for each word that occurs, the most frequent first.
    pub fn counts(&self, division: Division) -> Result<Vec<(String, i64)>> {
        let sql = match division {
            Division::SourcesByKind => "SELECT kind AS word, count(*) AS number FROM source",
            Division::SourcesByStanding => {
                "SELECT standing AS word, count(*) AS number FROM source"
            }
            Division::SourcesByLineage => "SELECT lineage AS word, count(*) AS number FROM source",
            Division::CitationsByStance => {
                "SELECT stance AS word, count(*) AS number FROM citation"
            }
            Division::ReviewsByVerdict => "SELECT verdict AS word, count(*) AS number FROM review",
        };
        let sql = format!("{sql} GROUP BY word ORDER BY number DESC, word");
        let mut counts = Vec::new();
        self.engine.query(&sql, params! {}, &mut |row| {
            counts.push((row.text("word")?, row.integer("number")?));
            Ok(())
        })?;
        Ok(counts)
    }

    /// How many sources are confidential or on background.
    pub fn count_withheld(&self) -> Result<usize> {
        let sql = "SELECT count(*) AS number FROM source WHERE confidentiality <> 'open'";
        Ok(self.number(sql, params! {})?.unsigned_abs() as usize)
    }

    /// How many sources have this confidentiality.
    pub fn count_with_confidentiality(&self, which: Confidentiality) -> Result<usize> {
        // The first condition lets the index of what is withheld be used.
        let sql = "SELECT count(*) AS number FROM source
                   WHERE confidentiality <> 'open' AND confidentiality = :which";
        Ok(self.number(sql, params! { which: which.as_str() })?.unsigned_abs() as usize)
    }

    /// How many creators are behind sources.
    pub fn count_creators(&self) -> Result<i64> {
        let sql = "SELECT count(DISTINCT creator_id) AS number FROM creator_role";
        self.number(sql, params! {})
    }

    /// How many times the casebook was changed.
    pub fn count_changes(&self) -> Result<i64> {
        self.number("SELECT coalesce(max(id), 0) AS number FROM change", params! {})
    }
}
