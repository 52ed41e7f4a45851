//! Citing, and changing and removing citations.

use super::super::change::{Change, Signature};
use super::super::engine::params;
use super::super::write::Seen;
use super::super::{Citations, Store, citation};
use crate::domain::{Citation, EvidenceDigest, check_citation};
use crate::error::{Error, Result};

/// What became of a citation that was to be added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cited {
    /// It is new and has this number.
    New(i64),
    /// The same citation was there already, under this number.
    Known(i64),
}

impl Store {
    /// Links a claim to a source. The same citation twice is one.
    ///
    /// Fails where claim, source or one of the attributions is not there.
    pub fn cite(&self, signature: &Signature, citation: &Citation) -> Result<Cited> {
        self.cite_on(signature, citation, None)
    }

    /// The same for who has looked at the evidence for a while; see [`Store::judge_as_seen`].
    ///
    /// Fails also where the evidence has changed meanwhile.
    pub fn cite_as_seen(
        &self,
        signature: &Signature,
        citation: &Citation,
        seen: EvidenceDigest,
    ) -> Result<Cited> {
        self.cite_on(signature, citation, Some(seen))
    }

    fn cite_on(
        &self,
        signature: &Signature,
        citation: &Citation,
        seen: Option<EvidenceDigest>,
    ) -> Result<Cited> {
        self.change(signature, |store| {
            let mut change = Change::new("cite");
            if seen.is_some() {
                store.require_as_seen(&citation.claim, seen)?;
            }
            store.check_citation(citation)?;
            let same = store
                .citations(Citations::OfClaim(&citation.claim))?
                .into_iter()
                .find(|known| known.record == *citation);
            if let Some(known) = same {
                return Ok((change, Cited::Known(known.id)));
            }
            let number = store.next_number("citation")?;
            citation::insert(&mut change, number, citation)?;
            Ok((change, Cited::New(number)))
        })
    }

    /// Changes a citation as `edit` says. Its claim stays. Returns whether anything is different.
    pub fn edit_citation(
        &self,
        signature: &Signature,
        number: i64,
        edit: impl Fn(&mut Citation) -> Result<()>,
    ) -> Result<bool> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let old = store.citation(number)?;
            seen.check(store, &format!("citation {number}"), old.version)?;
            let mut new = old.record.clone();
            edit(&mut new)?;
            new.claim = old.record.claim.clone();
            let keys = [&mut new.source].into_iter().chain(&mut new.attributed_to);
            store.put_own_keys(keys)?;
            let mut change = Change::new("citation edit");
            if new == old.record {
                return Ok((change, false));
            }
            store.check_citation(&new)?;
            let siblings = store.citations(Citations::OfClaim(&new.claim))?;
            if let Some(same) = siblings.iter().find(|known| known.record == new) {
                return Err(Error::invalid(format!(
                    "citation {} says exactly that already",
                    same.id
                ))
                .hint(format!("remove this one: twosource citation remove {number}")));
            }
            citation::update(&mut change, number, &old.record, &new)?;
            Ok((change, true))
        })
    }

    /// Removes a citation and returns what it was.
    pub fn remove_citation(&self, signature: &Signature, number: i64) -> Result<Citation> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let old = store.citation(number)?;
            seen.check(store, &format!("citation {number}"), old.version)?;
            let mut change = Change::new("citation remove");
            citation::delete(&mut change, number, &old.record)?;
            Ok((change, old.record))
        })
    }

    fn check_citation(&self, citation: &Citation) -> Result<()> {
        self.claim_id(&citation.claim)?;
        self.source_id(&citation.source)?;
        if citation.attributed_to.contains(&citation.source) {
            return Err(Error::invalid(format!(
                "`{}` cannot be attributed to itself",
                citation.source
            ))
            .hint("leave --attributed-to out where the source knows it at first hand"));
        }
        check_citation(citation)?;
        self.require_sources(&citation.attributed_to)
    }

    /// How many citations there are.
    pub fn count_citations(&self) -> Result<i64> {
        self.number("SELECT count(*) AS number FROM citation", params! {})
    }
}
