//! What has changed in the evidence for a claim since a review of it.

use std::collections::HashSet;

use super::super::Store;
use super::super::change::Record;
use super::super::history::{self, differences};
use super::made::Made;
use super::narrow::Evidence;
use super::past::{Past, Step, Telling};
use crate::domain::{
    Citation, Claim, EvidenceDigest, Judged, Key, Lineage, LineageState, Pin, Review, Source,
};
use crate::error::{Error, Result};

/// What has changed since a review in the evidence that it was given for.
#[derive(Debug, Clone, Default)]
pub struct Since {
    /// The changes, the oldest first. Each names only what it made different in the evidence.
    pub changes: Vec<history::Past>,
    /// Whether these are all: of what was redacted, of what had changed before the review came into the
    /// casebook, and of the claim that was merged into this one, history does not tell.
    pub is_complete: bool,
}

impl Store {
    /// What has changed in the evidence since a review was given; nothing where that still holds.
    pub fn since_review(&self, review: &Judged<Review>) -> Result<Since> {
        if review.ended.is_none() {
            return Ok(Since { changes: Vec::new(), is_complete: true });
        }
        self.in_snapshot(|store| {
            let mut entered = None;
            store.each_review(Some(&review.record.claim), |row| {
                entered = entered.or((row.id == review.id).then_some(row.version));
                Ok(())
            })?;
            let gone = || Error::storage("the review is not in the casebook");
            let entered = entered.ok_or_else(gone)?;
            let trail = Past::new(store, Telling::All).trail(&review.record.claim, entered)?;
            let given = match review.record.pin {
                Pin::Evidence(given) => Some(given),
                Pin::Entered => trail.steps.last().map(|(_, before)| *before),
                Pin::Ended(_) => None,
            };
            let redacted = trail.steps.iter().any(|(made, _)| made.redacted);
            let (changes, reached) = turn_back_to(store, trail.start, &trail.steps, given)?;
            Ok(Since { changes, is_complete: reached && !redacted })
        })
    }
}

/// The changes that made a difference after the evidence last had a digest, and whether it ever had it.
fn turn_back_to(
    store: &Store,
    mut after: Evidence,
    steps: &[Step],
    given: Option<EvidenceDigest>,
) -> Result<(Vec<history::Past>, bool)> {
    let mut changes = Vec::new();
    let mut reached = false;
    let mut then = after.digest();
    for (made, digest) in steps {
        let mut before = after.clone();
        made.turn_back(&mut before);
        if std::mem::replace(&mut then, *digest) != *digest {
            changes.push(told(store, made, &before, &after)?);
        }
        after = before;
        if Some(*digest) == given {
            reached = true;
            break;
        }
    }
    changes.reverse();
    Ok((changes, reached))
}

/// A change with what it made different in the evidence. A source that came in or went with a citation
/// or a lineage row is not told by itself: it has not changed.
fn told(store: &Store, made: &Made, before: &Evidence, after: &Evidence) -> Result<history::Past> {
    let (old, new) = (before.reach(), after.reach());
    let stayed: HashSet<&Key> = old.intersection(&new).copied().collect();
    let mut differences = differences(records(before, &stayed)?, records(after, &stayed)?);
    differences.retain(|one| !one.fields().is_empty());
    Ok(history::Past { differences, counts: Vec::new(), ..store.past(made.id)? })
}

/// The claim, its citations and some of the sources behind them as the records of history, without what
/// is no part of evidence.
fn records(evidence: &Evidence, of: &HashSet<&Key>) -> Result<Vec<serde_json::Value>> {
    let mut records = Vec::new();
    let json = |record: Record<'_>| {
        serde_json::to_value(record)
            .map_err(|error| Error::storage(format!("a record cannot be shown: {error}")))
    };
    if let Some(claim) = &evidence.claim {
        records.push(json(Record::Claim(&claim_part(claim)))?);
    }
    for held in &evidence.citations {
        let part = Citation { note: None, ..held.record.clone() };
        let mut record = json(Record::citation(held.number.unwrap_or_default(), &part))?;
        if let (None, Some(fields)) = (held.number, record.as_object_mut()) {
            // It is gone since, and its number is not known.
            fields.remove("number");
        }
        records.push(record);
    }
    for source in evidence.sources.values().filter(|source| of.contains(&source.key)) {
        records.push(json(Record::Source(&source_part(source)))?);
    }
    for held in evidence.lineage.values().flatten() {
        if of.contains(&held.record.source) {
            let part = Lineage { note: None, ..held.record.clone() };
            records.push(json(Record::Lineage(&part))?);
        }
    }
    Ok(records)
}

/// What of a claim is part of the evidence, as [`super::parts`] says.
fn claim_part(claim: &Claim) -> Claim {
    let mut part = Claim::new(claim.key.clone(), claim.statement.clone());
    part.claimant = claim.claimant.clone();
    part.claimed_on = claim.claimed_on.clone();
    part.nature = claim.nature;
    part.appearances = claim.appearances.clone();
    part
}

/// The same of a source.
fn source_part(source: &Source) -> Source {
    let mut part = Source::new(source.key.clone(), source.kind, source.title.clone());
    part.creators = source.creators.clone();
    part.container = source.container.clone();
    part.publisher = source.publisher.clone();
    part.issued = source.issued.clone();
    part.url = source.url.clone();
    part.identifiers = source.identifiers.clone();
    if source.lineage == LineageState::Original {
        part.lineage = LineageState::Original;
    }
    part.standing = source.standing;
    part.grade = source.grade;
    // No part of it, but who shows it to others has to know.
    part.confidentiality = source.confidentiality;
    part
}
