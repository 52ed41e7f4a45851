//! What an import did.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{Outcome, Taken};

/// What became of the records of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// They are new.
    pub new: u64,
    /// They were there already, exactly the same.
    pub unchanged: u64,
    /// They were there and are now as in the import.
    pub updated: u64,
    /// They stood in the import more than once and were taken in once.
    pub folded: u64,
}

impl Counts {
    pub(super) fn count(&mut self, taken: &Taken) {
        match taken {
            Ok(Outcome::New) => self.new += 1,
            Ok(Outcome::Unchanged) => self.unchanged += 1,
            Ok(Outcome::Updated) => self.updated += 1,
            Ok(Outcome::Folded) => self.folded += 1,
            Err(_) => {}
        }
    }

    pub(super) fn changes(&self) -> u64 {
        self.new + self.updated
    }
}

/// What became of all records of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ImportSummary {
    /// Sources.
    pub sources: Counts,
    /// Claims.
    pub claims: Counts,
    /// Citations.
    pub citations: Counts,
    /// Lineage rows.
    pub lineage: Counts,
    /// Reviews.
    pub reviews: Counts,
    /// Waivers.
    pub waivers: Counts,
    /// Severities of rules.
    pub severities: Counts,
    /// Names that are two.
    pub distinctions: Counts,
    /// Other spellings of names.
    pub aliases: Counts,
    /// Who is to review which claim.
    pub assignments: Counts,
    /// What a verdict needs to stand.
    pub policies: Counts,
    /// Other keys of sources that were there.
    pub further_keys: Counts,
    /// Names that came in by another spelling, and what was written for each.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub respelt: BTreeMap<String, String>,
}

impl ImportSummary {
    /// The counts with their names, in the order in which they are read.
    pub fn named(&self) -> [(&'static str, Counts); 12] {
        [
            ("sources", self.sources),
            ("claims", self.claims),
            ("citations", self.citations),
            ("lineage rows", self.lineage),
            ("reviews", self.reviews),
            ("waivers", self.waivers),
            ("severity settings", self.severities),
            ("distinctions", self.distinctions),
            ("other spellings", self.aliases),
            ("assignments", self.assignments),
            ("review settings", self.policies),
            ("further keys", self.further_keys),
        ]
    }

    /// Whether the casebook is different after it.
    pub fn changes_anything(&self) -> bool {
        self.named().iter().any(|(_, counts)| counts.changes() > 0)
    }
}
