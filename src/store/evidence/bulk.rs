//! The digests of the evidence for many claims: a few queries for some hundred claims, whatever lies
//! behind them.

use std::collections::{BTreeSet, HashMap, HashSet};

use serde::Serialize;

use super::super::digest::{Digester, RecordDigest};
use super::super::engine::{Engine, Row, params};
use super::super::source::Stored;
use super::super::{Store, citation, claim, source};
use super::parts;
use crate::domain::{
    Appearance, Citation, Claim, Credit, EvidenceDigest, Identifier, Key, Lineage, Name, Source,
};
use crate::error::{Error, Result};

/// How many claims, or sources, one query is about.
const AT_A_TIME: usize = 500;

/// How many sources are remembered from one query to the next; a part takes some hundred bytes.
const REMEMBERED: usize = 50_000;

/// The digests of the evidence for these claims, without those that are not there.
pub(super) fn digests<'k>(
    store: &Store,
    claims: impl IntoIterator<Item = &'k Key>,
) -> Result<HashMap<Key, EvidenceDigest>> {
    let keys: Vec<&Key> = claims.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
    let mut bulk = Bulk { store, digester: Digester::default(), sources: HashMap::new() };
    let mut digests = HashMap::with_capacity(keys.len());
    for keys in keys.chunks(AT_A_TIME) {
        bulk.digest(keys, &mut digests)?;
    }
    Ok(digests)
}

/// A source as a part of evidence.
struct Behind {
    /// Its own part and those of its lineage rows.
    parts: Vec<RecordDigest>,
    /// The ids of its origins.
    origins: Vec<i64>,
}

/// A claim of which the parts are gathered.
struct Gathered {
    claim: Claim,
    /// The parts of its citations.
    parts: Vec<RecordDigest>,
    /// The ids of the sources that it names itself.
    sources: BTreeSet<i64>,
}

struct Bulk<'s> {
    store: &'s Store,
    digester: Digester,
    sources: HashMap<i64, Behind>,
}

impl Bulk<'_> {
    fn digest(&mut self, keys: &[&Key], to: &mut HashMap<Key, EvidenceDigest>) -> Result<()> {
        if self.sources.len() > REMEMBERED {
            self.sources.clear();
        }
        let mut claims = self.claims(keys)?;
        self.appearances(&mut claims)?;
        self.citations(&mut claims)?;
        self.load_sources(claims.values().flat_map(|claim| &claim.sources).copied().collect())?;
        for gathered in claims.into_values() {
            let mut all = gathered.parts;
            all.push(self.digester.claim_part(&gathered.claim));
            let mut open: Vec<i64> = gathered.sources.iter().copied().collect();
            let mut reached: HashSet<i64> = open.iter().copied().collect();
            while let Some(behind) = open.pop().and_then(|id| self.sources.get(&id)) {
                all.extend(&behind.parts);
                open.extend(behind.origins.iter().filter(|origin| reached.insert(**origin)));
            }
            to.insert(gathered.claim.key, parts::whole(all));
        }
        Ok(())
    }

    fn claims(&self, keys: &[&Key]) -> Result<HashMap<i64, Gathered>> {
        let keys: Vec<&str> = keys.iter().map(|key| key.as_str()).collect();
        let mut claims = HashMap::new();
        let sql = format!(
            "SELECT {} FROM claim WHERE key IN (SELECT value FROM json_each(:listed))",
            claim::COLUMNS
        );
        self.each(&sql, list(&keys)?, |row| {
            let Stored { id, record: claim, .. } = claim::bare(row)?;
            claims.insert(id, Gathered { claim, parts: Vec::new(), sources: BTreeSet::new() });
            Ok(())
        })?;
        Ok(claims)
    }

    fn appearances(&self, claims: &mut HashMap<i64, Gathered>) -> Result<()> {
        let sql = "SELECT appearance.claim_id, source.id, source.key, appearance.locator,
                          appearance.quote
                   FROM appearance JOIN source ON source.id = appearance.source_id
                   WHERE appearance.claim_id IN (SELECT value FROM json_each(:listed))";
        self.each(sql, list(&claims.keys().collect::<Vec<_>>())?, |row| {
            let Some(gathered) = claims.get_mut(&row.integer("claim_id")?) else { return Ok(()) };
            gathered.sources.insert(row.integer("id")?);
            gathered.claim.appearances.push(Appearance {
                source: row.parsed("key")?,
                locator: row.optional_text("locator")?,
                quote: row.optional_text("quote")?,
            });
            Ok(())
        })
    }

    fn citations(&mut self, claims: &mut HashMap<i64, Gathered>) -> Result<()> {
        let mut citations: HashMap<i64, (i64, Citation)> = HashMap::new();
        let sql = format!(
            "{} WHERE citation.claim_id IN (SELECT value FROM json_each(:listed))",
            citation::SELECT
        );
        self.each(&sql, list(&claims.keys().collect::<Vec<_>>())?, |row| {
            let claim = row.integer("claim_id")?;
            let Some(gathered) = claims.get_mut(&claim) else { return Ok(()) };
            gathered.sources.insert(row.integer("source_id")?);
            let Stored { id, record, .. } = citation::bare(row)?;
            citations.insert(id, (claim, record));
            Ok(())
        })?;
        let sql =
            "SELECT attribution.citation_id, attribution.source_id, source.key FROM attribution
                   JOIN source ON source.id = attribution.source_id
                   WHERE attribution.citation_id IN (SELECT value FROM json_each(:listed))";
        self.each(sql, list(&citations.keys().collect::<Vec<_>>())?, |row| {
            let cited = citations.get_mut(&row.integer("citation_id")?);
            let Some((claim, citation)) = cited else { return Ok(()) };
            citation.attributed_to.push(row.parsed("key")?);
            if let Some(gathered) = claims.get_mut(claim) {
                gathered.sources.insert(row.integer("source_id")?);
            }
            Ok(())
        })?;
        for (claim, citation) in citations.into_values() {
            if let Some(gathered) = claims.get_mut(&claim) {
                gathered.parts.push(self.digester.citation_part(&citation));
            }
        }
        Ok(())
    }

    /// Loads these sources and all that lineage leads to from them, as far as they are not known.
    fn load_sources(&mut self, ids: BTreeSet<i64>) -> Result<()> {
        let mut open: Vec<i64> = ids.into_iter().collect();
        while !open.is_empty() {
            open.retain(|id| !self.sources.contains_key(id));
            let now = open.split_off(open.len().saturating_sub(AT_A_TIME));
            self.load_some(&now)?;
            let origins = now.iter().filter_map(|id| self.sources.get(id));
            open.extend(origins.flat_map(|behind| &behind.origins));
            open.sort_unstable();
            open.dedup();
        }
        Ok(())
    }

    fn load_some(&mut self, ids: &[i64]) -> Result<()> {
        let listed = list(&ids)?;
        let mut sources = self.bare_sources(&listed)?;
        let sql = "SELECT creator_role.source_id, creator_role.role, creator.name, creator.unnamed
                   FROM creator_role JOIN creator ON creator.id = creator_role.creator_id
                   WHERE creator_role.source_id IN (SELECT value FROM json_each(:listed))";
        self.each(sql, listed.clone(), |row| {
            if let Some(source) = sources.get_mut(&row.integer("source_id")?) {
                source.creators.push(Credit {
                    role: row.parsed("role")?,
                    name: row.parsed::<Name>("name")?,
                    unnamed: row.integer("unnamed")? == 1,
                });
            }
            Ok(())
        })?;
        let sql = "SELECT source_id, scheme, value FROM identifier
                   WHERE source_id IN (SELECT value FROM json_each(:listed))";
        self.each(sql, listed.clone(), |row| {
            if let Some(source) = sources.get_mut(&row.integer("source_id")?) {
                let (scheme, value) = (row.parsed("scheme")?, row.text("value")?);
                source.identifiers.push(Identifier { scheme, value });
            }
            Ok(())
        })?;
        for (id, source) in &sources {
            let parts = vec![self.digester.source_part(source)];
            self.sources.insert(*id, Behind { parts, origins: Vec::new() });
        }
        self.load_lineage(listed, &sources)
    }

    fn bare_sources(&self, listed: &str) -> Result<HashMap<i64, Source>> {
        let mut sources = HashMap::new();
        let sql = format!(
            "SELECT {} FROM source WHERE id IN (SELECT value FROM json_each(:listed))",
            source::COLUMNS
        );
        self.each(&sql, listed.to_owned(), |row| {
            let Stored { id, record, .. } = source::bare(row)?;
            sources.insert(id, record);
            Ok(())
        })?;
        Ok(sources)
    }

    fn load_lineage(&mut self, listed: String, sources: &HashMap<i64, Source>) -> Result<()> {
        let Bulk { store, digester, sources: known } = self;
        let sql = "SELECT lineage.source_id, lineage.origin_id, lineage.relation, source.key
                   FROM lineage JOIN source ON source.id = lineage.origin_id
                   WHERE lineage.source_id IN (SELECT value FROM json_each(:listed))";
        store.engine.query(sql, params! { listed: listed }, &mut |row| {
            let id = row.integer("source_id")?;
            if let (Some(source), Some(behind)) = (sources.get(&id), known.get_mut(&id)) {
                let relation = row.parsed("relation")?;
                let (source, origin) = (source.key.clone(), row.parsed("key")?);
                let lineage = Lineage { source, origin, relation, note: None };
                behind.parts.push(digester.lineage_part(&lineage));
                behind.origins.push(row.integer("origin_id")?);
            }
            Ok(())
        })
    }

    fn each(
        &self,
        sql: &str,
        listed: String,
        mut on_row: impl FnMut(&Row<'_>) -> Result<()>,
    ) -> Result<()> {
        self.store.engine.query(sql, params! { listed: listed }, &mut on_row)
    }
}

/// Ids or keys as one parameter: a JSON array.
fn list<T: Serialize>(values: &T) -> Result<String> {
    serde_json::to_string(values)
        .map_err(|error| Error::storage(format!("a list of rows cannot be written: {error}")))
}
