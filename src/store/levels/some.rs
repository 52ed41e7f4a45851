//! The levels of some claims: kept ones as they are, the others from the sources around them.

use super::super::Store;
use super::super::engine::{Engine, Parameters, params};
use super::kept::KeptLevel;
use super::network::{Extent, Network};
use crate::corroboration::{Evidence, Level, Scratch};
use crate::error::Result;

/// So many claims are always assessed one by one, without asking how many there are in all.
const FEW: usize = 256;

/// One claim by itself costs about as much as this many in a pass over the casebook.
const ONE_BY_ONE: usize = 32;

impl Store {
    /// The levels of some claims, in their order; a claim that is not there has no support.
    pub fn levels_of(&self, claims: &[i64]) -> Result<Vec<(i64, Level)>> {
        self.in_snapshot(|store| {
            let mut levels = Vec::with_capacity(claims.len());
            let (mut missing, mut places) = (Vec::new(), Vec::new());
            for claim in claims {
                let kept = store.kept_entry(*claim)?.map(|entry| entry.level);
                if kept.is_none() {
                    places.push(levels.len());
                    missing.push(*claim);
                }
                levels.push((*claim, kept.unwrap_or(Level::Unsupported)));
            }
            for (place, (_, found)) in places.into_iter().zip(store.assess_claims(&missing)?) {
                levels[place].1 = found.level;
            }
            Ok(levels)
        })
    }

    /// Assesses some claims, in their order, in the way that is quicker for that many.
    pub(super) fn assess_claims(&self, claims: &[i64]) -> Result<Vec<(i64, KeptLevel)>> {
        if !self.is_quicker_for_all(claims.len())? {
            return self.assess_some(claims);
        }
        let assessed = self.assess_all()?;
        claims.iter().map(|claim| Ok((*claim, assessed.kept(*claim)?))).collect()
    }

    /// Assesses some claims from what is around them.
    pub(super) fn assess_some(&self, claims: &[i64]) -> Result<Vec<(i64, KeptLevel)>> {
        let claims = claims.iter().map(|id| self.leaning(*id)).collect::<Result<Vec<_>>>()?;
        let seeds = claims.iter().flat_map(|claim| claim.sources()).collect();
        let around: Vec<i64> = self.with_origins(seeds)?.into_iter().collect();
        let network = Network::load(self, &Extent::Part(&around))?;
        let (mut evidence, mut scratch) = (Evidence::default(), Scratch::default());
        let mut levels = Vec::with_capacity(claims.len());
        for claim in &claims {
            claim.fill(&mut evidence, &network)?;
            let found = network.graph.assess(&evidence, &mut scratch);
            levels.push((claim.claim, network.kept(&found)?));
        }
        Ok(levels)
    }

    /// Whether one pass over the casebook is quicker than assessing so many claims one by one.
    pub(super) fn is_quicker_for_all(&self, claims: usize) -> Result<bool> {
        if claims <= FEW {
            return Ok(false);
        }
        let all = self.count_claims()?.unsigned_abs() as usize;
        Ok(claims.saturating_mul(ONE_BY_ONE) > all)
    }

    /// The claims whose level is not kept, in order of their ids.
    pub(super) fn claims_not_kept(&self) -> Result<Vec<i64>> {
        let mut claims = Vec::new();
        let sql = "SELECT id FROM claim WHERE NOT EXISTS
                     (SELECT 1 FROM claim_level WHERE claim_id = claim.id) ORDER BY id";
        self.each_id(sql, params! {}, |claim| claims.push(claim))?;
        Ok(claims)
    }

    /// Hands on the first column of every row of an answer.
    pub(in super::super) fn each_id(
        &self,
        sql: &str,
        parameters: Parameters,
        mut on_id: impl FnMut(i64),
    ) -> Result<()> {
        self.engine.query(sql, parameters, &mut |row| {
            on_id(row.integer_at(0)?);
            Ok(())
        })
    }
}
