//! Which claims and sources a look into the past of one claim is about.

use std::collections::BTreeSet;

use super::made::{Made, Part, claims, sources};
use super::narrow::Evidence;
use crate::domain::Key;

/// The keys that a claim and the sources behind it have or had.
pub(super) struct About {
    pub(super) claims: BTreeSet<Key>,
    pub(super) sources: BTreeSet<Key>,
    /// Those whose changes are still to be looked up.
    pub(super) open: Vec<(&'static str, Key)>,
}

impl About {
    pub(super) fn new(claim: &Key, now: &Evidence) -> Self {
        let (claims, sources, open) = Default::default();
        let mut about = About { claims, sources, open };
        about.add_claim(claim);
        now.reach().into_iter().for_each(|key| about.add_source(key));
        about
    }

    fn add_claim(&mut self, key: &Key) {
        if self.claims.insert(key.clone()) {
            self.open.push(("claim", key.clone()));
        }
    }

    pub(super) fn add_source(&mut self, key: &Key) {
        if self.sources.insert(key.clone()) {
            self.open.push(("source", key.clone()));
        }
    }

    /// Adds the sources that the evidence had by this change, or before it, and former keys.
    pub(super) fn grow(&mut self, made: &Made) {
        self.add_former_keys(made);
        for part in made.before.iter().chain(&made.after) {
            match part {
                Part::Claim(claim) if self.claims.contains(&claim.key) => {
                    claim.appearances.iter().for_each(|work| self.add_source(&work.source));
                }
                Part::Citation(citation) if self.claims.contains(&citation.claim) => {
                    self.add_source(&citation.source);
                    citation.attributed_to.iter().for_each(|key| self.add_source(key));
                }
                Part::Lineage(row) if self.sources.contains(&row.source) => {
                    self.add_source(&row.origin);
                }
                _ => {}
            }
        }
    }

    /// A change that gives a record another key has it once before and once after.
    fn add_former_keys(&mut self, made: &Made) {
        if let ([old], [new]) = (&claims(&made.before)[..], &claims(&made.after)[..])
            && self.claims.contains(&new.key)
        {
            self.add_claim(&old.key);
        }
        if let ([old], [new]) = (&sources(&made.before)[..], &sources(&made.after)[..])
            && self.sources.contains(&new.key)
        {
            self.add_source(&old.key);
        }
    }
}
