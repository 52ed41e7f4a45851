//! A new key for a source changes no evidence: judgements that hold go on holding.

use std::collections::BTreeSet;

use super::super::Store;
use super::super::change::{Change, Record};
use super::super::engine::{Statement, params};
use super::Pinned;
use super::narrow::{Evidence, Reword};
use crate::domain::{EvidenceDigest, Key, Pin};
use crate::error::Result;

/// Pins the judgements that hold on evidence with this source to the same evidence under the new key.
pub(in super::super) fn follow_rename(
    store: &Store,
    change: &mut Change,
    old: &Key,
    new: &Key,
) -> Result<()> {
    for claim in judged_on(store, old)? {
        let mut evidence = Evidence::load(store, &claim)?;
        let before = evidence.digest();
        evidence.rename(old, new);
        let after = evidence.digest();
        let holds = |judgement: &dyn Pinned| *judgement.pin() == Pin::Evidence(before);
        store.each_review(Some(&claim), |row| {
            if holds(&row.record) {
                change.run(pin("UPDATE review", row.id, after));
                change.removes(&Record::Review(&row.record))?;
                let pin = Pin::Evidence(after);
                change.adds(&Record::Review(&crate::domain::Review { pin, ..row.record }))?;
            }
            Ok(())
        })?;
        store.each_waiver(Some(&claim), |row| {
            if holds(&row.record) {
                change.run(pin("UPDATE waiver", row.id, after));
                change.removes(&Record::Waiver(&row.record))?;
                let pin = Pin::Evidence(after);
                change.adds(&Record::Waiver(&crate::domain::Waiver { pin, ..row.record }))?;
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn pin(update: &str, id: i64, digest: EvidenceDigest) -> Statement {
    Statement::new(
        format!("{update} SET evidence = :evidence, version = :version WHERE id = :id"),
        params! { id: id, evidence: digest.0.to_vec() },
    )
}

/// What a judgement is to be pinned to.
pub(in super::super) struct Repinned {
    /// `review` or `waiver`.
    pub(in super::super) kind: &'static str,
    /// The number of its row.
    pub(in super::super) id: i64,
    /// What it was pinned to.
    pub(in super::super) before: Pin,
    /// What it is to be pinned to.
    pub(in super::super) after: Pin,
}

/// What the judgements for a claim are to be pinned to when the evidence is worded otherwise: those that
/// hold to the evidence as it is then, the others to the moment at which they ended, because history
/// cannot tell it any more.
pub(in super::super) fn repinned(
    store: &Store,
    claim: &Key,
    with: &dyn Reword,
) -> Result<Vec<Repinned>> {
    let mut evidence = Evidence::load(store, claim)?;
    evidence.reword(with)?;
    let now = Pin::Evidence(evidence.digest());
    let pin = |ended: Option<crate::domain::Ended>| match ended {
        None => now.clone(),
        Some(ended) => Pin::Ended(ended.since),
    };
    let judged = store.judgements(Some(claim))?;
    let reviews = judged.reviews.into_iter().map(|one| Repinned {
        kind: "review",
        id: one.id,
        before: one.record.pin,
        after: pin(one.ended),
    });
    let waivers = judged.waivers.into_iter().map(|one| Repinned {
        kind: "waiver",
        id: one.id,
        before: one.record.pin,
        after: pin(one.ended),
    });
    Ok(reviews.chain(waivers).collect())
}

/// The claims with a judgement whose evidence a source is part of.
pub(in super::super) fn judged_claims_on(store: &Store, source: &Key) -> Result<Vec<Key>> {
    judged(store, source, "1 = 1")
}

/// The claims with a pinned judgement whose evidence a source is part of.
fn judged_on(store: &Store, source: &Key) -> Result<Vec<Key>> {
    judged(store, source, "evidence IS NOT NULL")
}

fn judged(store: &Store, source: &Key, condition: &str) -> Result<Vec<Key>> {
    let mut claims = BTreeSet::new();
    for id in store.with_derived(&[store.source_id(source)?])? {
        for sql in [
            "SELECT claim_id AS id FROM citation WHERE source_id = :id",
            "SELECT citation.claim_id AS id FROM attribution
             JOIN citation ON citation.id = attribution.citation_id
             WHERE attribution.source_id = :id",
            "SELECT claim_id AS id FROM appearance WHERE source_id = :id",
        ] {
            claims.extend(store.ids(sql, id)?);
        }
    }
    let mut judged = Vec::new();
    let sql = format!(
        "SELECT key AS text FROM claim WHERE id = :id AND
           (EXISTS (SELECT 1 FROM review WHERE claim_id = :id AND {condition})
            OR EXISTS (SELECT 1 FROM waiver WHERE claim_id = :id AND {condition}))"
    );
    for id in claims {
        for key in store.texts(&sql, params! { id: id })? {
            judged.push(key.parse()?);
        }
    }
    Ok(judged)
}
