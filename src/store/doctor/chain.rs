//! The chain of changes: every link follows from the one before.

use super::super::Store;
use super::super::chain::ChainWalk;
use super::super::engine::{Engine, Row};
use super::super::history::{LINKS, link_of};
use super::faults::Faults;
use super::{Finding, settled};
use crate::error::Result;

/// What to do where the chain is broken.
const BROKEN: &str = "another program changed the history: keep this file as evidence, and compare it \
                      with a backup: twosource history --verify BACKUP";

/// What was found on the way along the chain.
struct Found {
    walk: ChainWalk,
    first: Option<String>,
    further: u64,
}

/// Walks the chain and names the first link that is broken.
pub(super) fn changes(store: &Store, count: &mut dyn FnMut()) -> Vec<Finding> {
    let (walk, unreadable) = match store.chain_walk() {
        Ok(walk) => (walk, Ok(())),
        Err(error) => (ChainWalk::new([]), Err(error)),
    };
    let mut found = Found { walk, first: None, further: 0 };
    let outcome = store.engine.query(LINKS, Vec::new(), &mut |row| {
        count();
        found.step(row)
    });
    let outcome = unreadable.and(outcome);
    let mut faults = Faults::new("history", BROKEN);
    if let Some(first) = found.first {
        faults.add(first);
    }
    found.walk.broken_seals().into_iter().for_each(|fault| faults.add(fault));
    if found.further > 0 {
        faults.add(format!("later links are broken too: {} in all", found.further));
    }
    let changes = found.walk.last();
    let mut fine = format!("{changes} changes, each follows from the one before");
    if found.walk.redacted() > 0 {
        fine.push_str(&format!("; {} sealed by a redaction", found.walk.redacted()));
    }
    settled(faults, outcome, fine)
}

impl Found {
    fn step(&mut self, row: &Row<'_>) -> Result<()> {
        let id = row.integer("id")?;
        let before = self.walk.last();
        let broken = match link_of(row) {
            Ok(link) => self.walk.step(&link),
            Err(error) => {
                self.walk.pass(id, row.optional_blob("hash").ok().flatten().unwrap_or_default());
                Some(format!("{} cannot be read: {error}", called(id, row)))
            }
        };
        match broken {
            Some(broken) if self.first.is_none() => {
                self.first = Some(format!("{broken}: the first broken link, {}", whole(before)));
            }
            Some(_) => self.further += 1,
            None => {}
        }
        Ok(())
    }
}

/// What is to be said of the changes before the first broken link.
fn whole(before: i64) -> String {
    match before {
        0 => "with no change before it".to_owned(),
        1 => "the change before it is whole".to_owned(),
        many => format!("the {many} changes before it are whole"),
    }
}

/// A change of which something cannot be read, as far as it can.
fn called(id: i64, row: &Row<'_>) -> String {
    let text = |column| row.text(column).unwrap_or_else(|_| "?".to_owned());
    format!("change {id} ({} by {}, {})", text("action"), text("actor"), text("at"))
}
