//! Names that are known to be other spellings.

use serde::{Deserialize, Serialize};

use super::creator::Name;
use super::timestamp::Timestamp;

/// That a name is another spelling of somebody's. One row of `aliases.csv`; at most one for a spelling.
///
/// A user's text is kept byte for byte; a spelling that was merged is the exception, because somebody has
/// said so: wherever it comes in from then on, the name is written for it, and the user is told.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Alias {
    /// The other spelling, in the form in which voices are compared.
    pub spelling: String,
    /// The name that is written for it, as it is written.
    pub name: Name,
    /// Who said so. Never empty.
    pub actor: String,
    /// When.
    pub said_at: Timestamp,
}
