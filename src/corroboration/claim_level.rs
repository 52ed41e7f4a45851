//! What the evidence of one claim amounts to, with the names that users know.

use super::level::Level;

/// What kind of thing a weakest point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PointKind {
    /// A source; named by its key.
    Source,
    /// A voice; named as in the case folder.
    Voice,
    /// A strong identifier; named `doi:…`, `ecli:…` or `url:…`.
    Identifier,
}

impl PointKind {
    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            PointKind::Source => "source",
            PointKind::Voice => "voice",
            PointKind::Identifier => "identifier",
        }
    }
}

/// A point that lies on every support path of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeakestPoint {
    /// What it is.
    pub kind: PointKind,
    /// What it is called.
    pub name: String,
}

/// What the evidence of one claim amounts to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimLevel {
    /// How well it is corroborated.
    pub level: Level,
    /// From how many different sources support paths start.
    pub sources: u32,
    /// How many origins they reach.
    pub origins: u32,
    /// What lies on every support path; empty where nothing does.
    pub weakest_points: Vec<WeakestPoint>,
}
