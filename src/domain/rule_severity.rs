//! How grave a desk takes the findings of a rule to be.

use serde::{Deserialize, Serialize};

use super::closed_list::closed_list;
use super::timestamp::Timestamp;

closed_list! {
    /// What can be said of a rule in a casebook.
    SeveritySetting, "severity", {
        /// It is not run.
        Off = "off",
        /// Worth knowing.
        Info = "info",
        /// To be looked into before the text is printed.
        Warning = "warning",
        /// Wrong.
        Error = "error",
    }
}

/// The severity of a rule in one casebook, where it is not the rule's own. One row of `rules.csv`; at
/// most one for a rule.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct RuleSeverity {
    /// The name of the check.
    pub rule: String,
    /// How grave its findings are.
    pub severity: SeveritySetting,
    /// Who said so. Never empty.
    pub actor: String,
    /// When.
    pub set_at: Timestamp,
}
