//! A new key for a claim or source: the rows that refer to it keep their ids, but what they say, and
//! so their digests, has the new key in it.

use super::super::change::{Change, Record};
use super::super::{Citations, Store};
use crate::domain::{Key, check_citation};
use crate::error::Result;

/// Notes the new key of a claim in its citations, reviews, waivers and assignments.
pub(super) fn claim(store: &Store, change: &mut Change, old: &Key, new: &Key) -> Result<()> {
    for row in store.citations(Citations::OfClaim(old))? {
        let mut renamed = row.record.clone();
        renamed.claim = new.clone();
        change.removes(&Record::citation(row.id, &row.record))?;
        change.adds(&Record::citation(row.id, &renamed))?;
    }
    store.each_review(Some(old), |row| {
        let mut renamed = row.record.clone();
        renamed.claim = new.clone();
        change.removes(&Record::Review(&row.record))?;
        change.adds(&Record::Review(&renamed))
    })?;
    store.each_waiver(Some(old), |row| {
        let mut renamed = row.record.clone();
        renamed.claim = new.clone();
        change.removes(&Record::Waiver(&row.record))?;
        change.adds(&Record::Waiver(&renamed))
    })?;
    store.each_assignment(Some(old), |row| {
        let mut renamed = row.record.clone();
        renamed.claim = new.clone();
        change.removes(&Record::Assignment(&row.record))?;
        change.adds(&Record::Assignment(&renamed))
    })
}

/// Notes the new key of a source in citations, attributions, lineage rows and appearances.
pub(super) fn source(store: &Store, change: &mut Change, old: &Key, new: &Key) -> Result<()> {
    let swap = |key: &mut Key| {
        if key == old {
            *key = new.clone();
        }
    };
    let mut citations = store.citations(Citations::OfSource(old))?;
    for row in store.citations(Citations::AttributedTo(old))? {
        if citations.iter().all(|known| known.id != row.id) {
            citations.push(row);
        }
    }
    for row in citations {
        let mut renamed = row.record.clone();
        swap(&mut renamed.source);
        renamed.attributed_to.iter_mut().for_each(swap);
        check_citation(&renamed)?;
        change.removes(&Record::citation(row.id, &row.record))?;
        change.adds(&Record::citation(row.id, &renamed))?;
    }
    for row in store.origins_of(old)?.into_iter().chain(store.derived_from(old)?) {
        let mut renamed = row.clone();
        swap(&mut renamed.source);
        swap(&mut renamed.origin);
        change.removes(&Record::Lineage(&row))?;
        change.adds(&Record::Lineage(&renamed))?;
    }
    for claim in store.claims_appearing_in(old)? {
        let mut renamed = claim.clone();
        renamed.appearances.iter_mut().for_each(|appearance| swap(&mut appearance.source));
        change.removes(&Record::Claim(&claim))?;
        change.adds(&Record::Claim(&renamed))?;
    }
    Ok(())
}
