//! The history out of a casebook, for an archive.

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
/// out, unless `include_confidential`; by their digests the chain can be verified all the same.
pub fn export_history(store: &Store, include_confidential: bool) -> Result<ExportedHistory> {
    store.in_snapshot(|store| {
        let secrets = match include_confidential {
            true => HistorySecrets::default(),
            false => HistorySecrets::of(store)?,
        };
        let mut writer = HistoryWriter::new()?;
        let (mut changes, mut withheld) = (0, 0);
        let (mut walk, mut fault) = (store.chain_walk()?, None);
        store.each_link(&mut |link| {
            let broken = walk.step(&link);
            fault = fault.take().or(broken);
            let payload = match link.salt {
                _ if !include_confidential && secrets.are_in(&link) => Payload::Withheld,
                None => Payload::Redacted,
                Some(_) => Payload::Whole,
            };
            changes += 1;
            withheld += usize::from(payload == Payload::Withheld);
            writer.change(&link, payload)
        })?;
        let fault = fault.or_else(|| walk.broken_seals().into_iter().next());
        Ok(ExportedHistory { text: writer.finish()?, changes, withheld, fault })
    })
}
