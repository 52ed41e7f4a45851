//! A new key for a source changes no evidence: judgements that hold go on holding.

use std::collections::BTreeSet;

use super::super::Store;
use super::super::change::{Change, Record};
use super::super::engine::{Statement, params};
use super::Pinned;
use super::narrow::Evidence;
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

/// The claims with a pinned judgement whose evidence a source is part of.
fn judged_on(store: &Store, source: &Key) -> Result<Vec<Key>> {
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
    let sql = "SELECT key AS text FROM claim WHERE id = :id AND
                 (EXISTS (SELECT 1 FROM review WHERE claim_id = :id AND evidence IS NOT NULL)
                  OR EXISTS (SELECT 1 FROM waiver WHERE claim_id = :id AND evidence IS NOT NULL))";
    for id in claims {
        for key in store.texts(sql, params! { id: id })? {
            judged.push(key.parse()?);
        }
    }
    Ok(judged)
}
