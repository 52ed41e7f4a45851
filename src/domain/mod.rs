//! The words of the casebook as plain types: what they may hold, how they are written in files.
//!
//! Nothing here reads or writes anything. What a user may set is what these types hold; what the
//! store adds to it (ids, versions) is in [`crate::store`].

mod alias;
mod appearance;
mod assignment;
pub mod canonical_url;
mod cell;
mod chain_link;
mod citation;
mod claim;
pub(crate) mod closed_list;
mod consensus;
mod creator;
mod csl_variable;
mod date;
mod difference;
mod distinction;
mod history_head;
mod identifier;
mod kept_field;
mod key;
mod kind;
mod lineage;
mod locator;
mod merged;
mod nearest;
mod pin;
mod proposed_key;
mod review;
mod review_policy;
mod rule_severity;
mod same_person;
mod same_work;
mod shell_word;
mod size;
mod source;
mod stand_in;
mod strong_identifier;
mod timestamp;
mod words;

pub use alias::Alias;
pub use appearance::Appearance;
pub use assignment::Assignment;
pub use canonical_url::{
    StrongIdentifier, archived_page, canonical_url, normal_doi, normal_ecli,
    strong_identifier_of_url,
};
pub use cell::{MAX_CELL, join_values, split_values};
pub use chain_link::{ChainLink, Seal};
pub use citation::Citation;
pub use claim::Claim;
pub use consensus::{Consensus, ReviewState, bars};
pub use creator::{Credit, Name, NameParts};
pub use csl_variable::CSL_VARIABLES;
pub use date::Date;
pub use difference::{Difference, differences};
pub use distinction::Distinction;
pub use history_head::HistoryHead;
pub use identifier::Identifier;
pub use kept_field::{kept_field, variable_column};
pub use key::Key;
pub use kind::Kind;
pub use lineage::Lineage;
pub use locator::{LOCATOR_LABELS, Locator};
pub use merged::{Settled, merged_claim, merged_source};
pub use nearest::nearest;
pub use pin::{Cause, Ended, EvidenceDigest, Pin};
pub use proposed_key::{key_tells_creator, proposed_key};
pub use review::{Judged, Review, Waiver};
pub use review_policy::{ReviewPolicy, ReviewPolicySetting};
pub use rule_severity::{RuleSeverity, SeveritySetting};
pub use same_person::{is_unseen, same_person, signed_name};
pub use same_work::{may_be_of_one_day, may_be_one_work, title_words, titles_are_alike};
pub use shell_word::shell_word;
pub use size::{
    check_assignment, check_citation, check_claim, check_lineage, check_review, check_source,
};
pub use source::Source;
pub use stand_in::{
    has_stand_in_key, is_nameless_stand_in, is_redacted, is_stand_in, stand_in_key, stand_in_page,
    stand_in_voice,
};
pub use strong_identifier::strong_identifiers;
pub use timestamp::Timestamp;
pub use words::{
    Confidentiality, Credibility, Grade, LineageState, Nature, Priority, Relation, Role, Scheme,
    Stance, Standing, Verdict,
};
