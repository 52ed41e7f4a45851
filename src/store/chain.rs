//! The chain of changes: how the hashes of a change are computed.
//!
//! `payload_digest` = BLAKE3(salt ‖ at ‖ actor ‖ action ‖ before ‖ after), each with its length in
//! front. `hash` = BLAKE3(id ‖ hash of the change before ‖ payload_digest ‖ content_digest). A name
//! can so be taken out of a payload later, together with the salt, and the chain still holds: see `seal`.
//!
//! Each number is eight bytes, the lowest first. A text that is not there has the length 2^64 - 1, and no
//! bytes. Before the first change the hash is 32 bytes of zero. `history export` writes all that is
//! needed to compute both again, and says how.
//!
//! What this proves: a row or a change that another program edited is found. What it cannot prove:
//! who can rewrite the whole file can rewrite the whole chain, unless an earlier head was kept
//! elsewhere. Of changes that a redaction has sealed since, a head proves nothing either, nor of those
//! before them: whoever can write to the file can seal what never was. An earlier copy proves them.

use super::digest::ContentDigest;
use super::seal::{self, Sealed};
use crate::domain::{ChainLink, Seal};

/// The hash before the first change.
pub(crate) const BEFORE_ALL: [u8; 32] = [0; 32];

/// What a change says, apart from its place in the chain.
#[derive(Debug, Clone)]
pub(crate) struct Payload<'a> {
    /// When, RFC 3339.
    pub(crate) at: &'a str,
    /// Who.
    pub(crate) actor: &'a str,
    /// What.
    pub(crate) action: &'a str,
    /// The records as they were, as JSON.
    pub(crate) before: Option<&'a str>,
    /// The records as they are, as JSON.
    pub(crate) after: Option<&'a str>,
}

impl Payload<'_> {
    /// The salted digest of the payload.
    pub(crate) fn digest(&self, salt: &[u8]) -> [u8; 32] {
        let mut hasher = blake3::Hasher::new();
        let fields = [Some(self.at), Some(self.actor), Some(self.action), self.before, self.after];
        field(&mut hasher, Some(salt));
        for text in fields {
            field(&mut hasher, text.map(str::as_bytes));
        }
        *hasher.finalize().as_bytes()
    }
}

fn field(hasher: &mut blake3::Hasher, bytes: Option<&[u8]>) {
    let length = bytes.map_or(u64::MAX, |bytes| bytes.len() as u64);
    hasher.update(&length.to_le_bytes());
    hasher.update(bytes.unwrap_or_default());
}

/// The hash of a change, given the one before it.
pub(crate) fn link(id: i64, previous: &[u8], payload: &[u8], content: ContentDigest) -> [u8; 32] {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&id.to_le_bytes());
    hasher.update(previous);
    hasher.update(payload);
    hasher.update(&content.to_bytes());
    *hasher.finalize().as_bytes()
}

/// Follows a chain link by link, from the first change on.
#[derive(Debug)]
pub struct ChainWalk {
    next: i64,
    hash: Vec<u8>,
    redacted: u64,
    seals: Vec<Sealed>,
}

impl ChainWalk {
    /// One along a chain in which redactions have made these seals, with the number of each, the latest
    /// first.
    pub fn new(seals: impl IntoIterator<Item = (i64, Seal)>) -> Self {
        let seals = seal::counting(seals);
        ChainWalk { next: 1, hash: BEFORE_ALL.to_vec(), redacted: 0, seals }
    }

    /// Takes the next link; where it does not follow, says why, as a sentence without a full stop. Goes
    /// on from what the link says of itself, so that each break counts once.
    pub fn step(&mut self, link: &ChainLink) -> Option<String> {
        let fault = self.fault(link);
        self.pass(link.change, link.hash.clone());
        fault
    }

    /// Goes on behind a change that cannot be read, of which no more than this is known.
    pub(crate) fn pass(&mut self, change: i64, hash: Vec<u8>) {
        // No number is too great for a file that another program wrote.
        self.next = change.saturating_add(1);
        self.hash = hash;
    }

    /// The number of the last link.
    pub fn last(&self) -> i64 {
        self.next.saturating_sub(1)
    }

    /// How many links so far are sealed by a redaction.
    pub fn redacted(&self) -> u64 {
        self.redacted
    }

    /// The seal that holds a change: its first change, and the redaction.
    pub(crate) fn seal_over(&self, change: i64) -> Option<(i64, i64)> {
        self.seals.iter().find(|sealed| sealed.holds(change)).map(Sealed::range)
    }

    /// The seals that count: the first change of each, and the redaction.
    pub(crate) fn seals(&self) -> Vec<(i64, i64)> {
        self.seals.iter().map(Sealed::range).collect()
    }

    /// How many changes up to this one are sealed.
    pub(crate) fn sealed_up_to(&self, last: i64) -> u64 {
        let sealed = self.seals().into_iter().map(|(from, by)| {
            let behind = by.min(last.saturating_add(1));
            u64::try_from(behind.saturating_sub(from.max(1))).unwrap_or_default()
        });
        sealed.fold(0, u64::saturating_add)
    }

    /// After the last link: the first change of the first seal that is broken.
    pub(crate) fn broken_from(&self) -> Option<i64> {
        let broken = self.seals.iter().filter(|sealed| sealed.fault().is_some());
        broken.map(|sealed| sealed.range().0).min()
    }

    /// After the last link: what is wrong with sealed parts, as sentences without a full stop.
    pub fn broken_seals(&self) -> Vec<String> {
        self.seals.iter().filter_map(Sealed::fault).collect()
    }

    fn fault(&mut self, found: &ChainLink) -> Option<String> {
        if found.change != self.next {
            let (first, last) = (self.next, found.change.saturating_sub(1));
            let called = found.called();
            return Some(match last.saturating_sub(first) {
                0 => format!("change {first} is missing before {called}"),
                1.. => format!("changes {first} to {last} are missing before {called}"),
                _ => format!("{called} stands where none can stand"),
            });
        }
        if let Some(sealed) = self.seals.iter_mut().find(|sealed| sealed.holds(found.change)) {
            // Its digests are gone; the seal holds what it says, and its place in the chain.
            sealed.add(found, &self.hash);
            self.redacted += 1;
            return None;
        }
        if found.unproved {
            return None;
        }
        let what = match &found.salt {
            None => Some("has lost its salt, and no redaction says so"),
            Some(salt) => (payload(found).digest(salt)[..] != found.payload_digest[..])
                .then_some("does not say any more what it said when it was made"),
        };
        let hash = ContentDigest::from_bytes(&found.content_digest)
            .map(|content| link(found.change, &self.hash, &found.payload_digest, content));
        let follows = hash.is_some_and(|hash| hash[..] == found.hash[..]);
        let what = what.or((!follows).then_some("does not follow from the change before it"));
        what.map(|what| format!("{} {what}", found.called()))
    }
}

fn payload(link: &ChainLink) -> Payload<'_> {
    Payload {
        at: &link.at,
        actor: &link.actor,
        action: &link.action,
        before: link.before.as_deref(),
        after: link.after.as_deref(),
    }
}
