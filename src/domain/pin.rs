//! What a judgement was given for, and what has become of that.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::timestamp::Timestamp;
use crate::error::Error;

/// The digest of the evidence for a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct EvidenceDigest(pub [u8; 32]);

impl fmt::Display for EvidenceDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl From<EvidenceDigest> for String {
    fn from(digest: EvidenceDigest) -> String {
        digest.to_string()
    }
}

impl TryFrom<String> for EvidenceDigest {
    type Error = Error;

    fn try_from(text: String) -> Result<Self, Error> {
        let hash = blake3::Hash::from_hex(&text);
        let hash = hash.map_err(|_| Error::invalid("a digest is not 64 hexadecimal digits"))?;
        Ok(EvidenceDigest(*hash.as_bytes()))
    }
}

/// What a review or waiver was given for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Pin {
    /// For the evidence as it was when the judgement was entered: history tells. So it is with those
    /// that were entered before digests were kept, and those that are not in a casebook yet.
    #[default]
    Entered,
    /// For the evidence with this digest.
    Evidence(EvidenceDigest),
    /// For evidence that had changed by this moment, before the judgement came into the casebook.
    Ended(Timestamp),
}

impl Pin {
    /// Whether nothing more is known than when the judgement was entered.
    pub fn is_entered(&self) -> bool {
        *self == Pin::Entered
    }

    /// Since when the judgement does not hold, for one that came in like that.
    pub fn ended(&self) -> Option<&Timestamp> {
        match self {
            Pin::Ended(at) => Some(at),
            Pin::Entered | Pin::Evidence(_) => None,
        }
    }
}

/// That the evidence for which a judgement was given has changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// Since when.
    pub since: Timestamp,
    /// What ended it, as far as history tells.
    pub cause: Option<Cause>,
}

/// The change that ended a judgement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// What was done, as a sentence without a full stop: "citation 4 was added".
    pub what: String,
    /// Who did it.
    pub actor: String,
}

impl fmt::Display for Ended {
    /// What happened and when: "citation 4 was added on 2026-11-03".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.since.day();
        match &self.cause {
            Some(cause) => write!(f, "{} on {day}", cause.what),
            None => write!(f, "the evidence had changed by {day}"),
        }
    }
}
