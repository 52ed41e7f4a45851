//! What a redaction leaves in the history in place of what it took out.
//!
//! A change that told a name is written anew without it. That alone would not do: who guesses the name
//! could confirm the guess, by computing a digest of the payload, of the content or of the link that was
//! made with it. So from the first change that told the name up to the redaction the salts and the digests
//! of payloads and content go; without a salt no hash of a link can be computed from a guess. The hashes
//! stay: a head that was kept elsewhere still is the one of its change.
//!
//! What is left of these changes is sealed: the redaction, a change like any other, keeps one digest,
//!
//! `seal` = BLAKE3 over the hash of the change before `from`, then over each change from `from` up to the
//! redaction: id ‖ hash ‖ the digest that its payload has now, without a salt.
//!
//! What it cannot prove: that what it left is what had been there. Whoever can write to the file can write
//! other changes, and a redaction that seals them; the hashes, which cannot be computed any more, may stay.
//! So a head that was kept from before the redaction proves nothing of what is sealed; a backup does, by
//! comparing: see `history::compare`.
//!
//! A later redaction that reaches into a sealed part seals it again together with its own, and takes the
//! earlier seal away, which would confirm guesses likewise.

use serde::{Deserialize, Serialize};
use serde_json::{Value as Json, json};

use super::Store;
use super::chain::Payload;
use super::engine::{Engine, Row, params};
use super::history::{link_of, records};
use crate::domain::{ChainLink, Seal};
use crate::error::{Error, Result};

/// What history calls a redaction, as the command is typed.
pub(crate) const ACTION: &str = "source redact";

/// What stands in the place of digests that are taken out.
pub(crate) const NO_DIGEST: [u8; 32] = [0; 32];

/// What a redaction says of itself; no name is in it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Note {
    /// The key of the source, as it is since then.
    pub(crate) source: String,
    /// What stands for each name.
    pub(crate) stand_ins: Vec<String>,
    /// How many changes were written anew.
    pub(crate) changes: usize,
    /// The first change that is sealed; none where history told no name.
    pub(crate) from: Option<i64>,
    /// The seal, in hexadecimal digits.
    pub(crate) seal: Option<String>,
}

impl Note {
    /// The note in the form in which history keeps it.
    pub(crate) fn to_json(&self) -> Json {
        json!({ "redaction": self })
    }
}

/// The redactions of a casebook with their numbers, the latest first.
pub(crate) fn redactions(store: &Store) -> Result<Vec<(i64, Note)>> {
    let mut found = Vec::new();
    let sql = "SELECT id, after FROM change WHERE action = :action ORDER BY id DESC";
    store.engine.query(sql, params! { action: ACTION }, &mut |row| {
        let after = records(row.optional_text("after")?.as_deref())?;
        let note = after.first().and_then(|first| first.get("redaction")).cloned();
        let note = note.and_then(|note| serde_json::from_value(note).ok());
        found.extend(note.map(|note| Ok::<_, Error>((row.integer("id")?, note))).transpose()?);
        Ok(())
    })?;
    Ok(found)
}

/// The highest number behind `prefix` that any redaction has given.
pub(crate) fn last_stand_in(store: &Store, prefix: &str) -> Result<u64> {
    let notes = redactions(store)?;
    let given = notes.iter().flat_map(|(_, note)| &note.stand_ins);
    let numbers = given.filter_map(|name| name.strip_prefix(prefix)?.parse().ok());
    Ok(numbers.max().unwrap_or(0))
}

/// Computes a seal, change by change.
#[derive(Debug)]
pub(crate) struct Sealing(blake3::Hasher);

impl Sealing {
    /// One that begins behind the change with this hash: what stands before is tied to what is sealed.
    pub(crate) fn behind(previous: &[u8]) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(previous);
        Sealing(hasher)
    }

    /// Takes in a row of the table `change`; `now` is its payload where it is another than in the row.
    pub(crate) fn add(
        &mut self,
        row: &Row<'_>,
        now: Option<(Option<&str>, Option<&str>)>,
    ) -> Result<()> {
        let link = link_of(row)?;
        let (before, after) = now.unwrap_or((link.before.as_deref(), link.after.as_deref()));
        self.take(&link, before, after);
        Ok(())
    }

    fn take(&mut self, link: &ChainLink, before: Option<&str>, after: Option<&str>) {
        let payload =
            Payload { at: &link.at, actor: &link.actor, action: &link.action, before, after };
        self.0.update(&link.change.to_le_bytes());
        self.0.update(&link.hash);
        self.0.update(&payload.digest(&[]));
    }

    /// The seal.
    pub(crate) fn finish(&self) -> String {
        self.0.finalize().to_hex().to_string()
    }
}

/// A part of a history that a redaction has sealed.
#[derive(Debug)]
pub(crate) struct Sealed {
    from: i64,
    /// The number of the redaction.
    by: i64,
    seal: String,
    /// None before the first of its changes.
    sealing: Option<Sealing>,
    /// Whether something of it is left out here, so that the seal cannot be computed.
    withheld: bool,
}

impl Sealed {
    /// Whether this change is part of it.
    pub(crate) fn holds(&self, change: i64) -> bool {
        self.from <= change && change < self.by
    }

    /// The first of its changes, and the redaction.
    pub(crate) fn range(&self) -> (i64, i64) {
        (self.from, self.by)
    }

    /// Takes in the next of its changes, `previous` being the hash of the one before it.
    pub(crate) fn add(&mut self, link: &ChainLink, previous: &[u8]) {
        self.withheld |= link.withheld;
        self.sealing.get_or_insert_with(|| Sealing::behind(previous)).take(
            link,
            link.before.as_deref(),
            link.after.as_deref(),
        );
    }

    /// What is wrong, where the changes are not those that were sealed.
    pub(crate) fn fault(&self) -> Option<String> {
        if self.withheld || self.sealing.as_ref().is_some_and(|it| it.finish() == self.seal) {
            return None;
        }
        let Sealed { from, by, .. } = self;
        let what = match by.saturating_sub(1) {
            last if last <= *from => format!("change {from} is"),
            last => format!("changes {from} to {last} are"),
        };
        Some(format!("{what} not what the redaction, change {by}, left"))
    }
}

/// The seals that count, of those that redactions made, the latest first: one that reaches into another
/// has taken its place.
pub(crate) fn counting(seals: impl IntoIterator<Item = (i64, Seal)>) -> Vec<Sealed> {
    let mut counting: Vec<Sealed> = Vec::new();
    for (by, Seal { from, digest }) in seals {
        if counting.iter().all(|later| by < later.from) {
            counting.push(Sealed { from, by, seal: digest, sealing: None, withheld: false });
        }
    }
    counting
}

impl Note {
    /// What it has sealed, if anything.
    pub(crate) fn seal(self) -> Option<Seal> {
        Some(Seal { from: self.from?, digest: self.seal? })
    }

    /// The note in what a change has written, where that was a redaction.
    pub(crate) fn of(action: &str, after: Option<&str>) -> Option<Self> {
        if action != ACTION {
            return None;
        }
        let after: Vec<Json> = serde_json::from_str(after?).ok()?;
        serde_json::from_value(after.first()?.get("redaction")?.clone()).ok()
    }
}
