//! The history out of a casebook, for an archive.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::history_secrets::HistorySecrets;
use crate::error::Result;
use crate::exchange::history::{HistoryWriter, Payload};
use crate::store::Store;

/// A history that is to go out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedHistory {
    /// The lines.
    pub text: String,
    /// How many changes are in it.
    pub changes: usize,
    /// Of how many of these what they did is left out.
    pub withheld: usize,
    /// Why the history is broken and proves nothing, where it is.
    pub fault: Option<String>,
}

/// The history as JSON Lines, with every change. What those did that hold something confidential is left
/// out, unless `include_confidential`, and with it whatever would confirm a guess at it: the digests of
/// these changes and of all later ones, which are made over the same records.
pub fn export_history(store: &Store, include_confidential: bool) -> Result<ExportedHistory> {
    store.in_snapshot(|store| {
        let hidden = match include_confidential {
            true => Hidden::default(),
            false => Hidden::of(store)?,
        };
        let mut writer = HistoryWriter::new()?;
        let (mut changes, mut withheld) = (0, 0);
        let (mut walk, mut fault) = (store.chain_walk()?, None);
        store.each_link(&mut |mut link| {
            let broken = walk.step(&link);
            fault = fault.take().or(broken);
            let payload = match link.salt {
                _ if hidden.changes.contains(&link.change) => Payload::Withheld,
                None => Payload::Redacted,
                Some(_) => Payload::Whole,
            };
            changes += 1;
            withheld += usize::from(payload == Payload::Withheld);
            if hidden.unproved_from.is_some_and(|from| from <= link.change) {
                link.unproved = true;
                link.before = link.before.map(without_pins);
                link.after = link.after.map(without_pins);
            }
            writer.change(&link, payload)
        })?;
        let fault = fault.or_else(|| walk.broken_seals().into_iter().next());
        Ok(ExportedHistory { text: writer.finish()?, changes, withheld, fault })
    })
}

/// What of a history does not go out.
#[derive(Default)]
struct Hidden {
    /// The changes that hold something confidential.
    changes: BTreeSet<i64>,
    /// The first change whose digests would confirm a guess at it.
    unproved_from: Option<i64>,
}

impl Hidden {
    fn of(store: &Store) -> Result<Self> {
        let secrets = HistorySecrets::of(store)?;
        let mut changes = BTreeSet::new();
        let mut seals = Vec::new();
        store.each_link(&mut |link| {
            if secrets.are_in(&link) {
                changes.insert(link.change);
            }
            seals.extend(link.seal.map(|seal| (seal.from, link.change)));
            Ok(())
        })?;
        let mut unproved_from = changes.first().copied();
        // A seal has no salt: over what is withheld, it would confirm a guess likewise.
        for (from, by) in seals {
            if from < by && changes.range(from..by).next().is_some() {
                changes.insert(by);
                unproved_from = unproved_from.min(Some(from));
            }
        }
        Ok(Hidden { changes, unproved_from })
    }
}

/// Records without the digests of the evidence for which judgements were given, which confirm a guess at
/// it. What cannot be read stays as it is: no digest of twosource is in it.
fn without_pins(text: String) -> String {
    let Ok(mut records) = serde_json::from_str::<Vec<Json>>(&text) else { return text };
    let mut found = false;
    for fields in records.iter_mut().filter_map(Json::as_object_mut) {
        found |= fields.shift_remove("pin").is_some();
    }
    match serde_json::to_string(&records) {
        Ok(without) if found => without,
        _ => text,
    }
}
