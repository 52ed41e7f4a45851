//! A change as a link of the chain of hashes.

/// A change with what the chain is made of. [`crate::store::history::ChainWalk`] says how one follows
/// from another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainLink {
    /// The number of the change, from 1.
    pub change: i64,
    /// When it was made, as it was written.
    pub at: String,
    /// Who made it.
    pub actor: String,
    /// What was done, as the command is called.
    pub action: String,
    /// The records as they were: the JSON to the byte.
    pub before: Option<String>,
    /// The records as they are, likewise.
    pub after: Option<String>,
    /// Whether `before`, `after` and `salt` are left out here because they hold something confidential.
    /// Never in a casebook.
    pub withheld: bool,
    /// Whether its salt and digests are left out here, so that its hash has to be taken as it stands: from
    /// them what was withheld of a change before it, or of itself, could be guessed and the guess be
    /// proved. Never in a casebook.
    pub unproved: bool,
    /// What was mixed into the digest of the payload. None where a redaction has sealed the change.
    pub salt: Option<Vec<u8>>,
    /// The digest of the payload: of `at`, `actor`, `action`, `before` and `after`. Zeros where a
    /// redaction has sealed the change.
    pub payload_digest: Vec<u8>,
    /// The digest of all records after the change; likewise.
    pub content_digest: Vec<u8>,
    /// The hash of the change.
    pub hash: Vec<u8>,
    /// What it has sealed, where it is a redaction.
    pub seal: Option<Seal>,
}

/// What a redaction says of the changes before it, whose digests it took out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seal {
    /// The first change that is sealed; all are up to the redaction.
    pub from: i64,
    /// The digest of what was left of them, in hexadecimal digits.
    pub digest: String,
}

impl ChainLink {
    /// The change as a reader knows it: number, what, who, when.
    pub fn called(&self) -> String {
        format!("change {} ({} by {}, {})", self.change, self.action, self.actor, self.at)
    }
}
