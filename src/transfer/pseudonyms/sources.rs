//! Sources as they may go out.

use super::super::import_claim_review::kept;
use super::{Pseudonyms, StandIn};
use crate::domain::{
    Confidentiality, Credit, Kind, LineageState, Role, Source, kept_field, stand_in_page,
    stand_in_voice, strong_identifiers,
};
use crate::error::{Error, Result};

impl Pseudonyms {
    /// A source as it may go into a case folder: of a confidential one, and of the creators of one on
    /// background, only what levels need.
    pub fn source(&self, source: &Source) -> Result<Source> {
        if !self.withholds || source.confidentiality == Confidentiality::Open {
            return Ok(self.without_traces(source));
        }
        let mut outside = self.printed(source)?;
        outside.creators = self.stand_ins(source)?;
        if self.cut.contains(&source.key) {
            outside.lineage = LineageState::Unknown;
        }
        Ok(outside)
    }

    /// An open source, without the markup of fact-checks that may name what is withheld of a work.
    fn without_traces(&self, source: &Source) -> Source {
        let mut outside = source.clone();
        for (name, kept) in kept::of(source) {
            // A claim that has another key by now is found by its citation.
            if self.made_in_secret.contains(&kept.claim)
                || self.cited_for_secret.contains(&source.key)
            {
                outside.variables.retain(|(known, _)| known != name);
            }
        }
        outside
    }

    fn stand_ins(&self, source: &Source) -> Result<Vec<Credit>> {
        let mut credits = Vec::new();
        let confidential = source.confidentiality == Confidentiality::Confidential;
        for credit in source.creators.iter().filter(|credit| credit.role.is_voice()) {
            if let Some(number) = self.voices.get(&credit.name.voice()) {
                // Who is an interviewee says that there was an interview.
                let role = if confidential { Role::Author } else { credit.role };
                credits.push(stand_in_voice(role, *number, credit.unnamed)?);
            }
        }
        if confidential {
            for name in strong_identifiers(source) {
                if let Some(page) = self.pages.get(&name).filter(|page| page.sources > 1) {
                    credits.push(stand_in_page(page.number)?);
                }
            }
        }
        Ok(credits)
    }

    /// A source as it may be printed: without those who are behind it, and a confidential one without
    /// anything but its number.
    pub fn printed(&self, source: &Source) -> Result<Source> {
        if !self.withholds || source.confidentiality == Confidentiality::Open {
            return Ok(self.without_traces(source));
        }
        if source.confidentiality == Confidentiality::Background {
            let mut outside = Source { creators: Vec::new(), ..source.clone() };
            // A library's own words for the creators would tell them.
            outside.variables.retain(|(name, _)| kept_field(name).is_none());
            return Ok(outside);
        }
        let StandIn { number, key } = self.keys.get(&source.key).ok_or_else(|| {
            Error::storage("a confidential source has no pseudonym: nothing was written")
                .hint("run the command again")
        })?;
        let title = format!("Confidential source {number}");
        let mut stand_in = Source::new(key.clone(), Kind::Document, title);
        stand_in.lineage = source.lineage;
        stand_in.standing = source.standing;
        stand_in.confidentiality = source.confidentiality;
        Ok(stand_in)
    }
}
