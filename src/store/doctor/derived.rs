//! What the store derives from records and keeps beside them: it must agree with them.

use super::super::Store;
use super::super::change::Record;
use super::super::engine::{Engine, params};
use super::super::search_text::{self, Entity};
use super::faults::Faults;
use super::records::Visited;
use super::{Finding, settled};
use crate::domain::{Name, Source, strong_identifiers};
use crate::error::Result;

const EDIT: &str = "another program wrote this; edit the record in any way and back with twosource, \
                    and it is derived anew";

/// The derived rows of records, looked at as the records pass by.
pub(super) struct Derived {
    identifiers: Faults,
    texts: Faults,
}

impl Default for Derived {
    fn default() -> Self {
        Derived {
            identifiers: Faults::new("identifiers", EDIT),
            texts: Faults::new("search texts", EDIT),
        }
    }
}

impl Derived {
    /// Compares what is kept beside one record with what should be.
    pub(super) fn look_at(&mut self, store: &Store, visited: &Visited<'_>) -> Result<()> {
        let id = visited.id;
        match visited.record {
            Record::Source(source) => {
                self.identifiers(store, id, source)?;
                let expected = search_text::of_source(source);
                self.text(store, Entity::Source.row_id(id), Some(expected), &source.key)
            }
            Record::Claim(claim) => {
                let expected = search_text::of_claim(claim);
                self.text(store, Entity::Claim.row_id(id), Some(expected), &claim.key)
            }
            Record::Citation(citation) => {
                let expected = search_text::of_citation(citation.citation);
                let name = format!("citation {id}");
                self.text(store, Entity::Citation.row_id(id), expected, &name)
            }
            Record::Lineage(_)
            | Record::Review(_)
            | Record::Waiver(_)
            | Record::RuleSeverity(_)
            | Record::Distinction(_)
            | Record::Alias(_)
            | Record::Assignment(_)
            | Record::ReviewPolicy(_) => Ok(()),
        }
    }

    fn identifiers(&mut self, store: &Store, id: i64, source: &Source) -> Result<()> {
        let sql = "SELECT name AS text FROM strong_identifier WHERE source_id = :id ORDER BY name";
        if store.texts(sql, params! { id: id })? != strong_identifiers(source) {
            let message = "its DOI, ECLI or canonical URL is kept differently from what it says";
            self.identifiers.add(format!("source `{}`: {message}", source.key));
        }
        Ok(())
    }

    fn text(&mut self, store: &Store, id: i64, expected: Option<String>, name: &str) -> Result<()> {
        let kept =
            store.texts("SELECT text FROM search_text WHERE id = :id", params! { id: id })?;
        if kept.first() != expected.as_ref() {
            self.texts.add(format!("`{name}` is searched for by other words than it has"));
        }
        Ok(())
    }

    /// The findings, after the last record.
    pub(super) fn findings(mut self, store: &Store) -> Vec<Finding> {
        let sql = "SELECT count(*) AS number FROM search_text WHERE NOT CASE id % 4
                     WHEN 0 THEN EXISTS (SELECT 1 FROM claim WHERE claim.id = search_text.id / 4)
                     WHEN 1 THEN EXISTS (SELECT 1 FROM source WHERE source.id = search_text.id / 4)
                     WHEN 2 THEN EXISTS (SELECT 1 FROM citation WHERE citation.id = search_text.id / 4)
                     ELSE 0 END";
        let outcome = store.number(sql, params! {}).map(|orphans| {
            if orphans > 0 {
                self.texts.add(format!("{orphans} of them belong to no record"));
            }
        });
        let mut findings = self.identifiers.findings("agree with the sources");
        findings.extend(settled(self.texts, outcome, "agree with the records"));
        findings
    }
}

/// A source that has origins is `derived`.
pub(super) fn lineage_states(store: &Store) -> Vec<Finding> {
    let mut faults = Faults::new(
        "lineage states",
        "say what it is: twosource source edit KEY --lineage derived, or take its origins off",
    );
    let sql = "SELECT key, lineage FROM source WHERE lineage <> 'derived'
               AND EXISTS (SELECT 1 FROM lineage WHERE lineage.source_id = source.id) ORDER BY id";
    let outcome = store.engine.query(sql, params! {}, &mut |row| {
        let (key, state) = (row.text("key")?, row.text("lineage")?);
        faults.add(format!("source `{key}` is `{state}` but has origins"));
        Ok(())
    });
    settled(faults, outcome, "every source with origins is derived")
}

/// Every creator is behind a source, and is compared by the right form of the name.
pub(super) fn creators(store: &Store) -> Vec<Finding> {
    let mut faults = Faults::new(
        "creators",
        "another program wrote this; levels may be wrong: `twosource creator rename` mends a name",
    );
    let sql = "SELECT id, name, voice, EXISTS (SELECT 1 FROM creator_role
                 WHERE creator_role.creator_id = creator.id) AS credited FROM creator ORDER BY id";
    let outcome = store.engine.query(sql, params! {}, &mut |row| {
        let id = row.integer("id")?;
        let Ok(name) = row.parsed::<Name>("name") else {
            faults.add(format!("creator number {id} has a name that is none"));
            return Ok(());
        };
        if !row.text("voice").is_ok_and(|voice| voice == name.voice()) {
            faults.add(format!("`{name}` is compared with others by another name"));
        }
        if row.integer("credited")? == 0 {
            faults.add(format!("`{name}` is behind no source"));
        }
        Ok(())
    });
    settled(faults, outcome, "each is behind a source")
}
