//! The checks: rules that look at the casebook, and what they find.
//!
//! Each rule is one file: its name, severity, documentation and code. A new one is that file, its
//! test file of the same name, and one line in [`RULES`]. Pure functions over what the store loaded.

mod alike;
mod anonymous_only;
mod behind;
mod circular_sourcing;
mod contested_claim;
mod cycles;
mod disagreeing_reviews;
mod duplicate_source;
mod fallen_source;
mod finding;
mod impossible_lineage;
mod incomplete_reference;
mod inflated_credibility;
mod library;
mod missing_attribution;
mod missing_locator;
mod own_word;
mod required_fields;
mod rule;
mod selection;
mod self_review;
mod similar_voices;
mod single_origin;
mod single_publisher;
mod single_source;
mod stale_review;
mod subject;
mod superseded_source;
mod trail;
mod unarchived_web_source;
mod unestablished_independence;
mod unreviewed_claim;
mod unsupported_claim;
mod words;

pub use finding::Finding;
pub use library::{Entry, Library};
pub use rule::{Rule, Severity};
pub use selection::{Selection, known};
pub use subject::{Case, Subject};

/// Every rule, in the order in which findings of one claim are shown.
pub const RULES: &[Rule] = &[
    unsupported_claim::RULE,
    single_source::RULE,
    single_origin::RULE,
    unestablished_independence::RULE,
    missing_attribution::RULE,
    fallen_source::RULE,
    superseded_source::RULE,
    circular_sourcing::RULE,
    own_word::RULE,
    anonymous_only::RULE,
    single_publisher::RULE,
    contested_claim::RULE,
    missing_locator::RULE,
    incomplete_reference::RULE,
    unarchived_web_source::RULE,
    impossible_lineage::RULE,
    inflated_credibility::RULE,
    similar_voices::RULE,
    unreviewed_claim::RULE,
    disagreeing_reviews::RULE,
    stale_review::RULE,
    self_review::RULE,
    duplicate_source::RULE,
];

/// The rule with this name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
