//! The levels that are kept: each must be the one that follows from the records.

use super::super::Store;
use super::super::engine::params;
use super::faults::Faults;
use super::{Finding, settled};
use crate::error::Result;

/// Works all levels out and compares.
pub(super) fn kept(store: &Store) -> Vec<Finding> {
    let mut faults = Faults::new(
        "levels",
        "another program wrote this; edit the claim in any way and back with twosource, and its level \
         is worked out anew",
    );
    let mut kept = 0;
    let outcome = compare(store, &mut kept, &mut faults);
    let mut fine = format!("{kept} are kept, each as it follows from the records");
    if let Ok(missing @ 1..) = store.count_not_kept() {
        fine.push_str(&format!("; {missing} more when asked for"));
    }
    settled(faults, outcome, fine)
}

fn compare(store: &Store, kept: &mut usize, faults: &mut Faults) -> Result<()> {
    *kept = store.each_wrong_level(|claim, kept, right| {
        let key =
            store.texts("SELECT key AS text FROM claim WHERE id = :id", params! { id: claim })?;
        let key = key.first().map_or("?", String::as_str);
        faults.add(if kept == right {
            format!("claim `{key}`: its sources, origins or weakest points are kept wrongly")
        } else {
            format!("claim `{key}`: its level is kept as {kept}, but it is {right}")
        });
        Ok(())
    })?;
    let sql = "SELECT count(*) AS number FROM weakest_point WHERE NOT EXISTS
                 (SELECT 1 FROM claim_level WHERE claim_level.claim_id = weakest_point.claim_id)";
    let orphans = store.number(sql, params! {})?;
    if orphans > 0 {
        faults.add(format!("{orphans} weakest points belong to no level"));
    }
    Ok(())
}
