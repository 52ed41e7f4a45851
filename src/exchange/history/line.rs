//! The lines as they are written.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::write::Payload;

/// A line, by its `type`.
#[derive(Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub(super) enum Line<'a> {
    History(Beginning<'a>),
    Change(Box<Change<'a>>),
    Head(End<'a>),
}

/// The first line.
#[derive(Serialize, Deserialize)]
pub(super) struct Beginning<'a> {
    pub(super) schema: Cow<'a, str>,
    pub(super) how: Cow<'a, str>,
}

/// A change. The digests are hexadecimal digits.
#[derive(Serialize, Deserialize)]
pub(super) struct Change<'a> {
    pub(super) change: i64,
    pub(super) at: Cow<'a, str>,
    pub(super) actor: Cow<'a, str>,
    pub(super) action: Cow<'a, str>,
    pub(super) payload: Payload,
    pub(super) before: Option<Cow<'a, str>>,
    pub(super) after: Option<Cow<'a, str>>,
    pub(super) salt: Option<String>,
    /// None, with the salt, where something is withheld of it or of a change before it.
    pub(super) payload_digest: Option<String>,
    pub(super) content_digest: Option<String>,
    pub(super) hash: String,
    /// Only of a redaction: the first change that it has sealed, and the seal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) sealed_from: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) seal: Option<Cow<'a, str>>,
}

/// The last line: the head, and how many changes are withheld.
#[derive(Serialize, Deserialize)]
pub(super) struct End<'a> {
    pub(super) change: i64,
    pub(super) hash: Cow<'a, str>,
    pub(super) withheld: u64,
}
