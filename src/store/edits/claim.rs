//! Adding, changing and removing claims.

use super::super::change::{Change, Signature};
use super::super::engine::params;
use super::super::write::Seen;
use super::super::{Citations, Store, assignment, citation, claim, review};
use super::keys::{self, KeyChoice};
use super::{Removal, rekey};
use crate::domain::{Claim, Key, check_claim};
use crate::error::{Error, Result};

impl Store {
    /// Adds a claim and returns its key.
    ///
    /// Fails where the key is taken, the statement is empty, or a work it appears in is not there.
    pub fn add_claim(
        &self,
        signature: &Signature,
        claim: &Claim,
        choice: KeyChoice,
    ) -> Result<Key> {
        self.change(signature, |store| {
            let mut claim = claim.clone();
            if choice == KeyChoice::Proposed {
                claim.key = store.free_claim_key()?;
            } else if store.find_claim(&claim.key)?.is_some() {
                return Err(keys::taken("claim", &claim.key));
            }
            store.put_own_keys(works(&mut claim))?;
            store.check_claim(&claim)?;
            let mut change = Change::new("claim add");
            claim::insert(&mut change, &claim)?;
            Ok((change, claim.key))
        })
    }

    /// Changes a claim as `edit` says. Returns whether anything is different.
    pub fn edit_claim(
        &self,
        signature: &Signature,
        key: &str,
        edit: impl Fn(&mut Claim) -> Result<()>,
    ) -> Result<bool> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let old = store.claim(key)?;
            seen.check(store, &format!("claim `{key}`"), old.version)?;
            let mut new = old.record.clone();
            edit(&mut new)?;
            store.put_own_keys(works(&mut new))?;
            let mut change = Change::new("claim edit");
            if new == old.record {
                return Ok((change, false));
            }
            store.check_claim(&new)?;
            if new.key != old.record.key {
                if store.find_claim(&new.key)?.is_some() {
                    return Err(keys::taken("claim", &new.key));
                }
                rekey::claim(store, &mut change, &old.record.key, &new.key)?;
            }
            claim::update(&mut change, &old.record, &new)?;
            Ok((change, true))
        })
    }

    /// Removes a claim; with `cascade` its citations, reviews, waivers and assignments too, otherwise these
    /// stand against it.
    pub fn remove_claim(&self, signature: &Signature, key: &str, cascade: bool) -> Result<Removal> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let old = store.claim(key)?;
            seen.check(store, &format!("claim `{key}`"), old.version)?;
            let mut change = Change::new("claim remove");
            let mut leaning = Vec::new();
            for cited in store.citations(Citations::OfClaim(key))? {
                leaning.push(format!("citation {} of {}", cited.id, cited.record.source));
                citation::delete(&mut change, cited.id, &cited.record)?;
            }
            store.each_review(Some(key), |row| {
                leaning.push(format!("the review by {}", row.record.reviewer));
                review::delete_review(&mut change, &row)
            })?;
            store.each_waiver(Some(key), |row| {
                leaning.push(format!("the waiver of {}", row.record.rule));
                review::delete_waiver(&mut change, &row)
            })?;
            store.each_assignment(Some(key), |row| {
                leaning.push(format!("the assignment to {}", row.record.reviewer));
                assignment::delete(&mut change, &row.record)
            })?;
            if !leaning.is_empty() && !cascade {
                return Ok((Change::new("claim remove"), Removal::Refused(leaning)));
            }
            claim::delete(&mut change, &old.record)?;
            Ok((change, Removal::Done(leaning)))
        })
    }

    fn check_claim(&self, claim: &Claim) -> Result<()> {
        if claim.statement.trim().is_empty() {
            return Err(Error::invalid("the statement is empty")
                .hint("write what is claimed, in one sentence"));
        }
        check_claim(claim)?;
        self.require_sources(claim.appearances.iter().map(|appearance| &appearance.source))
    }

    /// How many claims there are.
    pub fn count_claims(&self) -> Result<i64> {
        self.number("SELECT count(*) AS number FROM claim", params! {})
    }
}

/// The works that a claim appears in.
fn works(claim: &mut Claim) -> impl Iterator<Item = &mut Key> {
    claim.appearances.iter_mut().map(|appearance| &mut appearance.source)
}
