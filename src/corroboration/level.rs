//! The five levels of corroboration.

use std::fmt;
use std::str::FromStr;

/// How well a claim is corroborated, from weak to strong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// No support path.
    Unsupported,
    /// Support paths start from one source only.
    SingleSource,
    /// They start from several, but some point lies on every one of them.
    SingleOrigin,
    /// No such point, but not corroborated either: nobody has shown that the origins are origins.
    Apparent,
    /// No such point even when only firm paths count.
    Corroborated,
}

impl Level {
    /// Every level, from weak to strong.
    pub const ALL: &'static [Level] = &[
        Level::Unsupported,
        Level::SingleSource,
        Level::SingleOrigin,
        Level::Apparent,
        Level::Corroborated,
    ];

    /// The word that stands for the level in files and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Level::Unsupported => "unsupported",
            Level::SingleSource => "single-source",
            Level::SingleOrigin => "single-origin",
            Level::Apparent => "apparent",
            Level::Corroborated => "corroborated",
        }
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for Level {
    type Err = UnknownLevel;

    fn from_str(word: &str) -> Result<Self, UnknownLevel> {
        Level::ALL
            .iter()
            .copied()
            .find(|level| level.as_str() == word)
            .ok_or_else(|| UnknownLevel(word.to_owned()))
    }
}

/// A word that is no level; it holds the word.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{0}` is not a level; a level is one of unsupported, single-source, single-origin, apparent, corroborated"
)]
pub struct UnknownLevel(pub String);
