//! What the history keeps of it that somebody showed outside what is confidential.

use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// What was shown as it is, and where it went.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disclosed {
    /// How many confidential sources.
    pub confidential: usize,
    /// How many sources with the names of their creators, which are on background.
    pub background: usize,
    /// In how many texts the name of a confidential source was let through.
    #[serde(default)]
    pub texts: usize,
    /// The name of the file or folder, or what stands for one.
    pub to: String,
}

impl Disclosed {
    /// What a change without records notes of it.
    pub(super) fn of(after: &[Json]) -> Option<Self> {
        serde_json::from_value(after.first()?.get("disclosed")?.clone()).ok()
    }
}
