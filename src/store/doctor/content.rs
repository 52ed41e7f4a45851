//! The records: each can be read, and all together are what the last change left.

use super::super::Store;
use super::super::digest::{ContentDigest, Digester};
use super::derived::Derived;
use super::faults::Faults;
use super::outside;
use super::records::each_record;
use super::{Finding, settled};

/// Reads every record once; where the content is not what history says, looks for what differs.
pub(super) fn records(store: &Store, count: &mut dyn FnMut()) -> Vec<Finding> {
    let mut unreadable = Faults::new(
        "records",
        "another program wrote this; restore a backup, or have who wrote it put it right",
    );
    let mut derived = Derived::default();
    let (mut digester, mut content) = (Digester::default(), ContentDigest::default());
    let mut records: u64 = 0;
    let outcome = each_record(store, &mut |visited| {
        count();
        match visited {
            Ok(visited) => {
                records += 1;
                content.add(&visited.record.digest(&mut digester));
                derived.look_at(store, &visited)?;
            }
            Err(row) => unreadable.add(format!("{} cannot be read: {}", row.what, row.error)),
        }
        Ok(())
    });
    let mut findings = settled(unreadable, outcome, format!("all {records} can be read"));
    findings.extend(against_history(store, content));
    findings.extend(derived.findings(store));
    findings
}

fn against_history(store: &Store, found: ContentDigest) -> Vec<Finding> {
    let mut faults = Faults::new(
        "content",
        "compare with a backup and enter what is right with twosource; or keep this file as evidence",
    );
    let outcome = store.head().and_then(|head| {
        if head.content == found {
            return Ok(());
        }
        outside::name(store, &mut faults, found, head.content)
    });
    settled(faults, outcome, "the records are those that the last change left")
}
