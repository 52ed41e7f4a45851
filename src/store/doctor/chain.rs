//! The chain of changes: every link follows from the one before.

use super::super::Store;
use super::super::chain::{self, BEFORE_ALL, Payload};
use super::super::digest::ContentDigest;
use super::super::engine::{Engine, Row, params};
use super::super::seal::{self, Sealing};
use super::faults::Faults;
use super::{Finding, settled};
use crate::error::Result;

/// Where the walk along the chain is.
struct Walk {
    next: i64,
    hash: Vec<u8>,
    first_broken: Option<String>,
    further: u64,
    redacted: u64,
    seals: Vec<Sealed>,
}

/// A part of the history that a redaction has sealed.
struct Sealed {
    from: i64,
    /// The number of the redaction.
    by: i64,
    seal: String,
    sealing: Sealing,
}

/// The seals that count: one that reaches into another has taken its place.
fn seals(store: &Store) -> Result<Vec<Sealed>> {
    let mut seals: Vec<Sealed> = Vec::new();
    for (by, note) in seal::redactions(store)? {
        let (Some(from), Some(seal)) = (note.from, note.seal) else { continue };
        if seals.iter().all(|later| by < later.from) {
            seals.push(Sealed { from, by, seal, sealing: Sealing::default() });
        }
    }
    Ok(seals)
}

/// Walks the chain and names the first link that is broken.
pub(super) fn changes(store: &Store, count: &mut dyn FnMut()) -> Vec<Finding> {
    let (seals, unreadable) = match seals(store) {
        Ok(seals) => (seals, Ok(())),
        Err(error) => (Vec::new(), Err(error)),
    };
    let mut walk = Walk {
        next: 1,
        hash: BEFORE_ALL.to_vec(),
        first_broken: None,
        further: 0,
        redacted: 0,
        seals,
    };
    let sql =
        "SELECT id, at, actor, action, before, after, salt, payload_digest, content_digest, hash
               FROM change ORDER BY id";
    let outcome = store.engine.query(sql, params! {}, &mut |row| {
        count();
        walk.step(row)
    });
    let outcome = unreadable.and(outcome);
    let mut faults = Faults::new(
        "history",
        "another program changed the history: compare with a backup, and keep this file as evidence",
    );
    let changes = walk.next - 1;
    if let Some(first) = walk.first_broken {
        faults.add(first);
    }
    for sealed in walk.seals.iter().filter(|sealed| sealed.sealing.finish() != sealed.seal) {
        let Sealed { from, by, .. } = sealed;
        let last = by - 1;
        faults
            .add(format!("changes {from} to {last} are not what the redaction, change {by}, left"));
    }
    if walk.further > 0 {
        faults.add(format!("later links are broken too: {} in all", walk.further));
    }
    let mut fine = format!("{changes} changes, each follows from the one before");
    if walk.redacted > 0 {
        fine.push_str(&format!("; {} of them are redacted", walk.redacted));
    }
    settled(faults, outcome, fine)
}

impl Walk {
    /// Looks at one change, then goes on from what it says of itself, so that each break counts once.
    fn step(&mut self, row: &Row<'_>) -> Result<()> {
        let id = row.integer("id")?;
        let broken = match self.fault(id, row) {
            Ok(fault) => fault,
            Err(error) => Some(format!("{} cannot be read: {error}", called(id, row))),
        };
        match broken {
            Some(broken) if self.first_broken.is_none() => self.first_broken = Some(broken),
            Some(_) => self.further += 1,
            None => {}
        }
        self.hash = row.optional_blob("hash").ok().flatten().unwrap_or_default();
        self.next = id + 1;
        Ok(())
    }

    fn fault(&mut self, id: i64, row: &Row<'_>) -> Result<Option<String>> {
        if id != self.next {
            let (first, last) = (self.next, id - 1);
            return Ok(Some(match last - first {
                0 => format!("change {first} is missing before {}", called(id, row)),
                1.. => format!("changes {first} to {last} are missing before {}", called(id, row)),
                _ => format!("{} stands where none can stand", called(id, row)),
            }));
        }
        let salt = row.optional_blob("salt")?;
        let mut seals = self.seals.iter_mut();
        if let Some(sealed) = seals.find(|sealed| sealed.from <= id && id < sealed.by) {
            // Its digests are gone; the seal holds what it says, and its place in the chain.
            sealed.sealing.add(row, None)?;
            self.redacted += u64::from(salt.is_none());
            return Ok(None);
        }
        let payload_digest = row.optional_blob("payload_digest")?.unwrap_or_default();
        match salt {
            None => {
                return Ok(Some(format!(
                    "{} has lost its salt, and no redaction says so",
                    called(id, row)
                )));
            }
            Some(salt) if digest_of(row, &salt)?[..] != payload_digest[..] => {
                return Ok(Some(format!(
                    "{} does not say any more what it said when it was made",
                    called(id, row)
                )));
            }
            Some(_) => {}
        }
        let content = row.optional_blob("content_digest")?.unwrap_or_default();
        let hash = ContentDigest::from_bytes(&content)
            .map(|content| chain::link(id, &self.hash, &payload_digest, content));
        if hash.map(|hash| hash.to_vec()) == row.optional_blob("hash")? {
            return Ok(None);
        }
        Ok(Some(format!("{} does not follow from the change before it", called(id, row))))
    }
}

fn digest_of(row: &Row<'_>, salt: &[u8]) -> Result<[u8; 32]> {
    let (at, actor, action) = (row.text("at")?, row.text("actor")?, row.text("action")?);
    let (before, after) = (row.optional_text("before")?, row.optional_text("after")?);
    let payload = Payload {
        at: &at,
        actor: &actor,
        action: &action,
        before: before.as_deref(),
        after: after.as_deref(),
    };
    Ok(payload.digest(salt))
}

/// A change as a reader knows it: number, what, who, when.
fn called(id: i64, row: &Row<'_>) -> String {
    let text = |column| row.text(column).unwrap_or_else(|_| "?".to_owned());
    format!("change {id} ({} by {}, {})", text("action"), text("actor"), text("at"))
}
