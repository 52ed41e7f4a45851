//! The evidence of all claims, as arrays.

use super::super::Store;
use super::super::engine::{Engine, params};
use super::network::place;
use crate::corroboration::Evidence;
use crate::error::Result;

/// What supports each claim that a citation supports: read once, in order of the claims.
#[derive(Default)]
pub(super) struct Cited {
    claims: Vec<Ends>,
    /// The cited sources, and where the attributions of each citation end.
    citations: Vec<(u32, u32)>,
    attributions: Vec<u32>,
    appearances: Vec<u32>,
}

/// A claim, and where what belongs to it ends in the arrays.
struct Ends {
    claim: i64,
    citations: u32,
    appearances: u32,
}

impl Cited {
    /// Reads them; sources are numbered by their places among the ids.
    pub(super) fn load(store: &Store, sources: &[i64]) -> Result<Cited> {
        let mut attributions = owned(
            store,
            "SELECT citation_id, source_id FROM attribution ORDER BY citation_id, position",
        )?;
        let mut appearances =
            owned(store, "SELECT claim_id, source_id FROM appearance ORDER BY claim_id, position")?;
        let mut cited = Cited::default();
        let mut last = None;
        // The index on (claim, stance, source) gives this order without sorting.
        let sql = "SELECT claim_id, source_id, id FROM citation WHERE stance = 'supports'
                   ORDER BY claim_id";
        store.engine.query(sql, params! {}, &mut |row| {
            let (claim, source) = (row.integer_at(0)?, place(sources, row.integer_at(1)?)?);
            if last != Some(claim) {
                cited.close(last.replace(claim));
                for work in appearances.of(claim) {
                    cited.appearances.push(place(sources, work)?);
                }
            }
            for origin in attributions.of(row.integer_at(2)?) {
                cited.attributions.push(place(sources, origin)?);
            }
            cited.citations.push((source, cited.attributions.len() as u32));
            Ok(())
        })?;
        cited.close(last);
        Ok(cited)
    }

    fn close(&mut self, claim: Option<i64>) {
        let Some(claim) = claim else { return };
        let (citations, appearances) = (self.citations.len() as u32, self.appearances.len() as u32);
        self.claims.push(Ends { claim, citations, appearances });
    }

    /// How many claims there are.
    pub(super) fn len(&self) -> usize {
        self.claims.len()
    }

    /// Makes it the evidence of the claim at this place, and returns the claim's id.
    pub(super) fn fill(&self, place: usize, evidence: &mut Evidence) -> i64 {
        let ends = &self.claims[place];
        let before = place.checked_sub(1).map(|before| &self.claims[before]);
        let (first, appeared) =
            before.map_or((0, 0), |before| (before.citations, before.appearances));
        let first = first as usize;
        let mut attributed = first.checked_sub(1).map_or(0, |before| self.citations[before].1);
        evidence.clear();
        for &(source, end) in &self.citations[first..ends.citations as usize] {
            evidence.cite(source);
            for &origin in &self.attributions[attributed as usize..end as usize] {
                evidence.attribute_to(origin);
            }
            attributed = end;
        }
        for &work in &self.appearances[appeared as usize..ends.appearances as usize] {
            evidence.appears_in(work);
        }
        ends.claim
    }
}

fn owned(store: &Store, sql: &str) -> Result<Owned> {
    let mut owned = Owned::default();
    store.engine.query(sql, params! {}, &mut |row| {
        owned.pairs.push((row.integer_at(0)?, row.integer_at(1)?));
        Ok(())
    })?;
    Ok(owned)
}

/// Sources that belong to owners, sorted by owners, which are mostly asked for in ascending order.
#[derive(Default)]
struct Owned {
    pairs: Vec<(i64, i64)>,
    /// Where the answer before ended.
    at: usize,
}

impl Owned {
    /// What belongs to an owner.
    fn of(&mut self, owner: i64) -> impl Iterator<Item = i64> {
        let before = |at: usize| self.pairs.get(at).is_some_and(|(other, _)| *other < owner);
        let near = (self.at..self.at + 8).find(|at| !before(*at));
        let start = match near {
            Some(near) if near == 0 || before(near - 1) => near,
            _ => self.pairs.partition_point(|(other, _)| *other < owner),
        };
        let length = self.pairs[start..].iter().take_while(|(other, _)| *other == owner).count();
        self.at = start + length;
        self.pairs[start..self.at].iter().map(|(_, source)| *source)
    }
}
