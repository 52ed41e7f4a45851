//! Running the rules over a casebook.

use std::collections::HashMap;

use crate::checks::{CitedSource, Finding, RULES, Selection, Subject};
use crate::corroboration::{ClaimLevel, Level};
use crate::domain::Key;
use crate::error::Result;
use crate::store::{Citations, Store, Stored};

/// What a run of the rules has found.
pub(crate) struct Survey {
    /// How many claims were looked at.
    pub(crate) claims: usize,
    /// What was found, claim by claim in the order in which they were logged.
    pub(crate) findings: Vec<Finding>,
}

impl Survey {
    /// The findings that nobody has accepted.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| !finding.waived)
    }

    /// How many findings nobody has accepted, by rule, in the order of the rules.
    pub(crate) fn by_rule(&self) -> Vec<(&'static str, usize)> {
        let count = |name| self.open().filter(|finding| finding.rule == name).count();
        RULES
            .iter()
            .map(|rule| (rule.name, count(rule.name)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }
}

/// Looks at the claims that are named, or at all.
pub(crate) fn survey(store: &Store, selection: &Selection, only: &[Key]) -> Result<Survey> {
    let waived = waived(store)?;
    let mut survey = Survey { claims: 0, findings: Vec::new() };
    let mut look = |claim: &Stored<crate::domain::Claim>, level: &ClaimLevel| -> Result<()> {
        survey.claims += 1;
        let citations = evidence(store, &claim.record.key, level.level)?;
        let subject = Subject {
            claim: &claim.record,
            level,
            citations: &citations,
            waived: waived.get(&claim.record.key).map_or(&[], Vec::as_slice),
        };
        survey.findings.extend(selection.look_at(&subject));
        Ok(())
    };
    if only.is_empty() {
        let levels = store.levels()?;
        store.each_claim(|claim| look(&claim, &levels.of(store, claim.id)?))?;
    } else {
        for key in only {
            let claim = store.claim(key)?;
            look(&claim, &store.level_of_claim(claim.id)?)?;
        }
    }
    Ok(survey)
}

fn waived(store: &Store) -> Result<HashMap<Key, Vec<String>>> {
    let mut waived: HashMap<Key, Vec<String>> = HashMap::new();
    store.each_waiver(None, |row| {
        waived.entry(row.record.claim).or_default().push(row.record.rule);
        Ok(())
    })?;
    Ok(waived)
}

/// The citations of a claim; none are loaded for a level at which no rule asks for them.
fn evidence(store: &Store, claim: &Key, level: Level) -> Result<Vec<CitedSource>> {
    if level > Level::SingleSource {
        return Ok(Vec::new());
    }
    store
        .citations(Citations::OfClaim(claim))?
        .into_iter()
        .map(|citation| {
            let source = store.source(&citation.record.source)?.record;
            Ok(CitedSource {
                citation: citation.record,
                lineage: source.lineage,
                fallen: source.standing.is_fallen(),
            })
        })
        .collect()
}
