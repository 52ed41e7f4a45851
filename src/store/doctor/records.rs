//! All records as one stream that goes on where a row, or a whole table, cannot be read.

use super::super::change::Record;
use super::super::source::Stored;
use super::super::unreadable::Unreadable;
use super::super::{Citations, Store};
use crate::error::Result;

/// A record with its row's number (0 where the table has none) and the change that last wrote it.
pub(in crate::store) struct Visited<'r> {
    pub(in crate::store) id: i64,
    pub(in crate::store) version: i64,
    pub(in crate::store) record: Record<'r>,
}

/// What is called with each record.
pub(in crate::store) type Visit<'v> =
    &'v mut dyn FnMut(std::result::Result<Visited<'_>, Unreadable>) -> Result<()>;

/// Hands the records of one table on.
type Reader = fn(&Store, Visit<'_>) -> Result<()>;

/// Hands every record of the casebook on.
pub(in crate::store) fn each_record(store: &Store, visit: Visit<'_>) -> Result<()> {
    let tables: [(&str, Reader); 11] = [
        ("source", sources),
        ("claim", claims),
        ("citation", citations),
        ("lineage", lineage),
        ("review", reviews),
        ("waiver", waivers),
        ("rule_severity", rule_severities),
        ("creator_distinction", distinctions),
        ("creator_alias", aliases),
        ("assignment", assignments),
        ("review_policy", review_policy),
    ];
    for (table, read) in tables {
        if let Err(error) = read(store, visit) {
            visit(Err(Unreadable { what: format!("what follows in the table `{table}`"), error }))?;
        }
    }
    Ok(())
}

/// Hands a row on as the record that it is.
fn hand_on<T>(
    row: std::result::Result<Stored<T>, Unreadable>,
    visit: Visit<'_>,
    record: impl for<'r> Fn(&'r T) -> Record<'r>,
) -> Result<()> {
    match row {
        Ok(row) => {
            visit(Ok(Visited { id: row.id, version: row.version, record: record(&row.record) }))
        }
        Err(unreadable) => visit(Err(unreadable)),
    }
}

fn sources(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_source(|row| hand_on(row, visit, |record| Record::Source(record)))
}

fn claims(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_claim(|row| hand_on(row, visit, |record| Record::Claim(record)))
}

fn citations(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_citation(Citations::All, |row| match row {
        Ok(Stored { id, version, record }) => {
            visit(Ok(Visited { id, version, record: Record::citation(id, &record) }))
        }
        Err(unreadable) => visit(Err(unreadable)),
    })
}

fn lineage(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_lineage(|row| match row {
        Ok((version, row)) => visit(Ok(Visited { id: 0, version, record: Record::Lineage(&row) })),
        Err(unreadable) => visit(Err(unreadable)),
    })
}

fn reviews(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_review(None, |row| hand_on(row, visit, |record| Record::Review(record)))
}

fn waivers(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_waiver(None, |row| hand_on(row, visit, |record| Record::Waiver(record)))
}

fn rule_severities(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_rule_severity(|row| hand_on(row, visit, |record| Record::RuleSeverity(record)))
}

fn distinctions(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_distinction(|row| hand_on(row, visit, |record| Record::Distinction(record)))
}

fn aliases(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_alias(|row| hand_on(row, visit, |record| Record::Alias(record)))
}

fn assignments(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_assignment(None, |row| hand_on(row, visit, |record| Record::Assignment(record)))
}

fn review_policy(store: &Store, visit: Visit<'_>) -> Result<()> {
    store.try_each_review_policy(|row| hand_on(row, visit, |record| Record::ReviewPolicy(record)))
}
