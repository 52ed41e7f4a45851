//! The chain of changes: how the hashes of a change are computed.
//!
//! `payload_digest` = BLAKE3(salt ‖ at ‖ actor ‖ action ‖ before ‖ after), each with its length in
//! front. `hash` = BLAKE3(id ‖ hash of the change before ‖ payload_digest ‖ content_digest). A name
//! can so be taken out of a payload later, together with the salt, and the chain still holds: see `seal`.
//!
//! What this proves: a row or a change that another program edited is found. What it cannot prove:
//! who can rewrite the whole file can rewrite the whole chain, unless an earlier head was kept
//! elsewhere.

use super::digest::ContentDigest;

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
