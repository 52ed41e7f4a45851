//! A record of the history as it stands in the casebook: where it is found, and how it ends.

use std::collections::HashSet;

use super::super::super::change::Change;
use super::super::super::source::Stored;
use super::super::super::{
    Citations, Store, alias, assignment, citation, claim, distinction, lineage, review,
    review_policy, rule_severity, source,
};
use super::kept::{Kept, KeptCitation};
use crate::domain::{Citation, Lineage, Review};
use crate::error::{ErrorKind, Result};

/// A record as it stands in the casebook.
#[derive(Debug, Clone)]
pub(super) struct Row {
    /// The number of the row; 0 where the table has none.
    pub(super) id: i64,
    /// The change that last wrote it.
    pub(super) version: i64,
    pub(super) kept: Kept,
}

impl Row {
    pub(super) fn new<T>(stored: Stored<T>, kept: impl FnOnce(T) -> Kept) -> Self {
        Row { id: stored.id, version: stored.version, kept: kept(stored.record) }
    }

    pub(super) fn citation(stored: Stored<Citation>) -> Self {
        let number = Some(stored.id);
        Row::new(stored, |citation| Kept::Citation(KeptCitation { number, citation }))
    }

    /// Puts its end into a change.
    pub(super) fn delete(&self, change: &mut Change) -> Result<()> {
        let (id, version) = (self.id, self.version);
        match &self.kept {
            Kept::Source(record) => source::delete(change, record),
            Kept::Claim(record) => claim::delete(change, record),
            Kept::Citation(record) => citation::delete(change, id, &record.citation),
            Kept::Lineage(record) => lineage::delete(change, record),
            Kept::Review(record) => {
                review::delete_review(change, &Stored { id, version, record: record.clone() })
            }
            Kept::Waiver(record) => {
                review::delete_waiver(change, &Stored { id, version, record: record.clone() })
            }
            Kept::RuleSeverity(record) => rule_severity::delete(change, record),
            Kept::Distinction(record) => distinction::delete(change, record),
            Kept::Alias(record) => alias::delete(change, record),
            Kept::Assignment(record) => assignment::delete(change, record),
            Kept::ReviewPolicy(record) => review_policy::delete(change, record),
        }
    }
}

impl Kept {
    /// What stands in its place in the casebook.
    pub(super) fn find(&self, store: &Store) -> Result<Option<Row>> {
        Ok(match self {
            Kept::Source(record) => {
                store.find_source(&record.key)?.map(|row| Row::new(row, Kept::Source))
            }
            Kept::Claim(record) => {
                store.find_claim(&record.key)?.map(|row| Row::new(row, Kept::Claim))
            }
            Kept::Citation(record) => find_citation(store, record)?,
            Kept::Lineage(record) => find_lineage(store, record)?,
            Kept::Review(record) => find_review(store, record, &HashSet::new())?,
            Kept::Waiver(record) => {
                let known = store.waiver(&record.claim, &record.rule)?;
                known.map(|row| Row::new(row, Kept::Waiver))
            }
            Kept::RuleSeverity(record) => {
                store.rule_severity(&record.rule)?.map(|row| Row::new(row, Kept::RuleSeverity))
            }
            Kept::Distinction(record) => {
                let known = store.distinction(&record.name, &record.other)?;
                known.map(|row| Row::new(row, Kept::Distinction))
            }
            Kept::Alias(record) => {
                store.alias(&record.spelling)?.map(|row| Row::new(row, Kept::Alias))
            }
            Kept::Assignment(record) => {
                let known = store.assignment(&record.claim, &record.reviewer)?;
                known.map(|row| Row::new(row, Kept::Assignment))
            }
            Kept::ReviewPolicy(_) => {
                store.review_policy_setting()?.map(|row| Row::new(row, Kept::ReviewPolicy))
            }
        })
    }

    /// The same, of reviews one that is none of the rows with these numbers: a claim may have two that say
    /// the same.
    pub(super) fn find_besides(&self, store: &Store, taken: &HashSet<i64>) -> Result<Option<Row>> {
        match self {
            Kept::Review(record) => find_review(store, record, taken),
            _ => self.find(store),
        }
    }
}

fn find_citation(store: &Store, record: &KeptCitation) -> Result<Option<Row>> {
    if let Some(number) = record.number {
        return match store.citation(number) {
            Ok(found) => Ok(Some(Row::citation(found))),
            Err(error) if error.kind == ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        };
    }
    let pair = Citations::OfPair(&record.citation.claim, &record.citation.source);
    let known = store.citations(pair)?.into_iter();
    Ok(known.filter(|row| row.record == record.citation).map(Row::citation).next())
}

fn find_lineage(store: &Store, record: &Lineage) -> Result<Option<Row>> {
    let mut found = None;
    store.each_lineage_written(Some(&record.source), |version, row| {
        if row.origin == record.origin && row.relation == record.relation {
            found = Some(Row { id: 0, version, kept: Kept::Lineage(row) });
        }
        Ok(())
    })?;
    Ok(found)
}

/// One reviewer may have given two reviews at one moment: the very same one comes first, then one that was
/// given for something else.
fn find_review(store: &Store, record: &Review, taken: &HashSet<i64>) -> Result<Option<Row>> {
    let mut found: Option<(u8, Stored<Review>)> = None;
    store.each_review(Some(&record.claim), |row| {
        let known = &row.record;
        let likeness = if *known == *record {
            3
        } else if known.is_same(record) {
            2
        } else {
            u8::from(
                (&known.reviewer, &known.reviewed_at) == (&record.reviewer, &record.reviewed_at),
            )
        };
        let best = found.as_ref().map_or(0, |(best, _)| *best);
        if likeness > best && !taken.contains(&row.id) {
            found = Some((likeness, row));
        }
        Ok(())
    })?;
    Ok(found.map(|(_, row)| Row::new(row, Kept::Review)))
}
