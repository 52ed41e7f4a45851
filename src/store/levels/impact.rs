//! What falls if sources fall: the claims that lean on them, before and after.

use std::collections::BTreeSet;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::kept::Entry;
use super::network::Network;
use super::one::Support;
use crate::corroboration::{ClaimLevel, Evidence, Level, Scratch};
use crate::domain::{Key, Name, Role};
use crate::error::{Error, Result};

/// A claim whose level would be another.
#[derive(Debug, Clone)]
pub struct Impacted {
    /// The id of the claim.
    pub claim: i64,
    /// What it is.
    pub before: ClaimLevel,
    /// What it would be.
    pub after: ClaimLevel,
}

/// What would follow if some sources were retracted.
#[derive(Debug, Clone)]
pub struct Impact {
    /// The claims whose level would be another, in the order in which they were logged.
    pub changed: Vec<Impacted>,
    /// How many claims have support that comes by the sources, but would keep their level.
    pub unchanged: usize,
}

/// A claim's support, loaded to be assessed.
pub(super) struct Leaning {
    pub(super) claim: i64,
    support: Vec<Support>,
    appearances: Vec<i64>,
}

impl Store {
    /// What would follow if the sources with these ids were retracted, and nothing else changed. No
    /// pass over the casebook: only what leans on them is looked at.
    pub fn impact(&self, sources: &[i64]) -> Result<Impact> {
        let leaning = self.leaning_on(sources)?;
        let mut seeds: Vec<i64> = sources.to_vec();
        seeds.extend(leaning.iter().flat_map(Leaning::sources));
        let around: Vec<i64> = self.with_origins(seeds)?.into_iter().collect();
        let (now, then) = Network::load_with_fallen(self, &around, sources)?;
        let mut impact = Impact { changed: Vec::new(), unchanged: 0 };
        let (mut evidence, mut scratch) = (Evidence::default(), Scratch::default());
        for claim in &leaning {
            claim.fill(&mut evidence, &now)?;
            let before = now.graph.assess(&evidence, &mut scratch);
            let after = then.assess(&evidence, &mut scratch);
            if before.level == after.level {
                let relies = now.graph.relies_on_fallen(&then, &evidence, &mut scratch);
                impact.unchanged += usize::from(relies);
            } else {
                let named = |found| {
                    let kept = now.kept(found)?;
                    self.with_names(Entry::of(claim.claim, &kept), &kept.points)
                };
                let (before, after) = (named(&before)?, named(&after)?);
                impact.changed.push(Impacted { claim: claim.claim, before, after });
            }
        }
        Ok(impact)
    }

    /// The ids of the sources that have this voice. Where there is none, an error.
    pub fn sources_of_voice(&self, name: &str) -> Result<Vec<i64>> {
        let creators = self.creators_named(name)?;
        let mut ids = BTreeSet::new();
        let voice = name.parse::<Name>()?.voice();
        let sql = "SELECT creator_role.source_id, creator_role.role FROM creator
                   JOIN creator_role ON creator_role.creator_id = creator.id
                   WHERE creator.voice = :voice";
        self.engine.query(sql, params! { voice: voice }, &mut |row| {
            if row.parsed::<Role>("role")?.is_voice() {
                ids.insert(row.integer("source_id")?);
            }
            Ok(())
        })?;
        if ids.is_empty() {
            let roles = creators.iter().flat_map(|creator| &creator.roles);
            let role = roles.map(|(_, role)| role.as_str()).next().unwrap_or("nothing");
            return Err(Error::invalid(format!("`{name}` is no voice of any source, only {role}"))
                .hint("no level hangs on who interviews, edits, translates or receives"));
        }
        Ok(ids.into_iter().collect())
    }

    /// The keys of the sources with these ids.
    pub fn source_keys(&self, ids: &[i64]) -> Result<Vec<Key>> {
        let sql = "SELECT key AS text FROM source WHERE id = :id";
        let mut keys = Vec::new();
        for id in ids {
            for key in self.texts(sql, params! { id: *id })? {
                keys.push(key.parse()?);
            }
        }
        Ok(keys)
    }

    fn leaning_on(&self, sources: &[i64]) -> Result<Vec<Leaning>> {
        self.claims_leaning_on(sources)?.into_iter().map(|claim| self.leaning(claim)).collect()
    }

    /// The claims that some citation in support leads from to one of the sources, perhaps.
    pub(super) fn claims_leaning_on(&self, sources: &[i64]) -> Result<BTreeSet<i64>> {
        let mut claims = BTreeSet::new();
        for source in self.with_derived(sources)? {
            claims.extend(self.ids(
                "SELECT DISTINCT claim_id AS id FROM citation
                 WHERE source_id = :id AND stance = 'supports'",
                source,
            )?);
            claims.extend(self.ids(
                "SELECT citation.claim_id AS id FROM attribution
                 JOIN citation ON citation.id = attribution.citation_id
                 WHERE attribution.source_id = :id AND citation.stance = 'supports'",
                source,
            )?);
        }
        Ok(claims)
    }

    /// What a claim leans on.
    pub(super) fn leaning(&self, claim: i64) -> Result<Leaning> {
        let sql = "SELECT source_id AS id FROM appearance WHERE claim_id = :id";
        let (support, appearances) = (self.support_of(claim)?, self.ids(sql, claim)?);
        Ok(Leaning { claim, support, appearances })
    }

    /// These sources and all that comes from them by lineage.
    pub(in super::super) fn with_derived(&self, sources: &[i64]) -> Result<BTreeSet<i64>> {
        let mut found: BTreeSet<i64> = sources.iter().copied().collect();
        let mut open = sources.to_vec();
        while let Some(id) = open.pop() {
            let sql = "SELECT source_id AS id FROM lineage WHERE origin_id = :id";
            open.extend(self.ids(sql, id)?.into_iter().filter(|derived| found.insert(*derived)));
        }
        Ok(found)
    }
}

impl Leaning {
    /// The sources that the claim cites in support, attributes to, or appears in.
    pub(super) fn sources(&self) -> impl Iterator<Item = i64> + '_ {
        let cited = self.support.iter().flat_map(|(source, attributions)| {
            std::iter::once(*source).chain(attributions.iter().copied())
        });
        cited.chain(self.appearances.iter().copied())
    }

    pub(super) fn fill(&self, evidence: &mut Evidence, network: &Network) -> Result<()> {
        evidence.clear();
        for (source, attributions) in &self.support {
            evidence.cite(network.number(*source)?);
            for origin in attributions {
                evidence.attribute_to(network.number(*origin)?);
            }
        }
        for work in &self.appearances {
            evidence.appears_in(network.number(*work)?);
        }
        Ok(())
    }
}

impl Impacted {
    /// Whether the claim would lose all support.
    pub fn is_bared(&self) -> bool {
        self.after.level == Level::Unsupported
    }
}
