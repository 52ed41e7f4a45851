//! What names a source, and what was said of names, as it may go out.

use super::Pseudonyms;
use crate::domain::{Alias, Citation, Claim, Distinction, Lineage};
use crate::error::Result;
use crate::store::Store;

impl Pseudonyms {
    /// A claim with the works it appears in as they may be seen outside.
    pub fn claim(&self, claim: &Claim) -> Result<Claim> {
        let mut outside = claim.clone();
        for appearance in &mut outside.appearances {
            if self.keys.contains_key(&appearance.source) {
                appearance.source = self.key(&appearance.source);
                appearance.locator = None;
                appearance.quote = None;
            }
        }
        Ok(outside)
    }

    /// A citation as it may be seen outside.
    pub fn citation(&self, citation: &Citation) -> Result<Citation> {
        let mut outside = citation.clone();
        let confidential = std::iter::once(&citation.source)
            .chain(&citation.attributed_to)
            .any(|key| self.keys.contains_key(key));
        if confidential {
            (outside.locator, outside.quote, outside.note) = (None, None, None);
        }
        if self.carriers.contains(&citation.source) {
            outside.attributed_to.clear();
        }
        outside.source = self.key(&citation.source);
        for key in &mut outside.attributed_to {
            *key = self.key(key);
        }
        Ok(outside)
    }

    /// Whether it may be told outside that a name is another spelling.
    pub fn tells_alias(&self, store: &Store, alias: &Alias) -> Result<bool> {
        Ok(!self.withholds || store.tells_alias_openly(&alias.name, &alias.spelling)?)
    }

    /// Whether it may be told outside that two names are two.
    pub fn tells_distinction(&self, store: &Store, said: &Distinction) -> Result<bool> {
        Ok(!self.withholds || store.tells_distinction_openly(&said.name, &said.other)?)
    }

    /// A lineage row as it may be seen outside; none leads on from a source whose ties are cut.
    pub fn lineage(&self, lineage: &Lineage) -> Result<Option<Lineage>> {
        if self.cut.contains(&lineage.source) {
            return Ok(None);
        }
        let mut outside = lineage.clone();
        if [&lineage.source, &lineage.origin].iter().any(|key| self.keys.contains_key(*key)) {
            outside.note = None;
        }
        outside.source = self.key(&lineage.source);
        outside.origin = self.key(&lineage.origin);
        Ok(Some(outside))
    }
}
