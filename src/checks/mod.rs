//! The checks: rules that look at the casebook, and what they find.
//!
//! Each rule is one file: its name, severity, documentation and code. A new one is that file, its
//! test file of the same name, and one line in [`RULES`]. Pure functions over what the store loaded.

mod cycles;
mod finding;
mod library;
mod rule;
mod selection;
mod single_origin;
mod single_source;
mod subject;
mod trail;
mod unestablished_independence;
mod unsupported_claim;
mod words;
mod written;

pub use finding::Finding;
pub use library::{Entry, Library};
pub use rule::{Rule, Severity};
pub use selection::{Selection, known};
pub use subject::{Case, Subject};
pub use written::{Entered, Written};

/// Every rule, in the order in which findings of one claim are shown.
pub const RULES: &[Rule] = &[
    unsupported_claim::RULE,
    single_source::RULE,
    single_origin::RULE,
    unestablished_independence::RULE,
];

/// The rule with this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
