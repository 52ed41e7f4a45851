//! The casebook as the desk of a session.

use super::page;
use super::place::Place;
use crate::commands::cite;
use crate::commands::context::Context;
use crate::commands::review::judge;
use crate::domain::{Citation, Claim, EvidenceDigest, Key, Source, Verdict};
use crate::error::{ErrorKind, Result};
use crate::queue::{Desk, FOUND, Found, Page, Suggestion};
use crate::store::edits::Cited;
use crate::store::{Hit, Store, Stored};

/// How many sources are suggested at most.
const SUGGESTED: usize = 4;

/// Does what a session asks for, each deed as one change, signed when it is done.
pub(super) struct CasebookDesk<'c> {
    context: &'c Context,
    store: Store,
    place: Place,
    /// The claim that was shown last, and its evidence as it was then.
    seen: Option<(Key, EvidenceDigest)>,
    /// Why the place could not be kept.
    trouble: Option<String>,
}

impl<'c> CasebookDesk<'c> {
    pub(super) fn new(context: &'c Context, store: Store, place: Place) -> Self {
        CasebookDesk { context, store, place, seen: None, trouble: None }
    }

    /// The claim at which to go on.
    pub(super) fn place(&self) -> Option<Key> {
        self.place.read()
    }

    /// What did not work besides.
    pub(super) fn trouble(self) -> Option<String> {
        self.trouble
    }

    /// The evidence for a claim as it was shown; as it is, of one that was not.
    fn seen(&self, claim: &Key) -> Result<EvidenceDigest> {
        match &self.seen {
            Some((seen, digest)) if seen == claim => Ok(*digest),
            _ => self.store.evidence_digest(claim),
        }
    }
}

impl Desk for CasebookDesk<'_> {
    fn page(&mut self, claim: &Key) -> Result<Page> {
        let (page, digest) = self
            .store
            .in_snapshot(|store| Ok((page::load(store, claim)?, store.evidence_digest(claim)?)))?;
        self.seen = Some((claim.clone(), digest));
        Ok(page)
    }

    fn is_there(&mut self, claim: &Key) -> bool {
        self.store.claim(claim).map_or_else(|error| error.kind != ErrorKind::NotFound, |_| true)
    }

    fn judge(&mut self, claim: &Key, verdict: Verdict, note: Option<&str>) -> Result<String> {
        let seen = self.seen(claim)?;
        let signature = self.context.signature()?;
        let already =
            judge::same_already(&self.store, claim, &signature.actor, verdict, note)?.is_some();
        if !already {
            self.store.judge_as_seen(&signature, claim, (verdict, note), seen)?;
        }
        let now = judge::state_in_words(&self.store, claim)?;
        let nothing_new = if already { "nothing new; " } else { "" };
        Ok(format!("{nothing_new}{claim}: {now}"))
    }

    fn cite(&mut self, citation: &Citation) -> Result<String> {
        let mut citation = citation.clone();
        let Citation { source, attributed_to, .. } = &mut citation;
        self.store.put_own_keys([source].into_iter().chain(attributed_to))?;
        let seen = self.seen(&citation.claim)?;
        let cited = self.store.cite_as_seen(&self.context.signature()?, &citation, seen)?;
        let Citation { claim, source, stance, .. } = &citation;
        let mut told = match cited {
            Cited::New(number) => {
                format!("citation {number}: {source} {} claim {claim}", cite::verb(*stance))
            }
            Cited::Known(number) => format!("citation {number} says exactly that already"),
        };
        for warning in cite::warnings(&self.store, &citation)? {
            told.push_str(&format!("\nwarning: {warning}"));
        }
        Ok(told)
    }

    fn waive(&mut self, claim: &Key, rule: &str, reason: &str) -> Result<String> {
        let seen = self.seen(claim)?;
        self.store.waive_as_seen(&self.context.signature()?, claim, (rule, reason), seen)?;
        Ok(format!("waived {rule} for claim {claim}"))
    }

    fn sources_like(&mut self, typed: &str) -> Result<Vec<Suggestion>> {
        // Who types the whole of a key means that source, also by a key that it had before a merge.
        let mut own: Option<Key> = typed.parse().ok();
        self.store.put_own_keys(&mut own)?;
        let mut found = match own.filter(|own| own.as_str() != typed) {
            Some(own) => vec![self.store.source(&own)?],
            None => Vec::new(),
        };
        let mut more = self.store.sources_beginning(typed, SUGGESTED)?;
        let hits = self.store.search(&beginnings(typed), FOUND).map_or(Vec::new(), |it| it.records);
        more.extend(hits.into_iter().filter_map(|hit| match hit {
            Hit::Source(source) => Some(source),
            _ => None,
        }));
        for source in more {
            if found.iter().all(|known| known.id != source.id) {
                found.push(source);
            }
        }
        found.truncate(SUGGESTED);
        let suggestion = |source: Stored<Source>| {
            let Source { key, title, .. } = source.record;
            Suggestion { key, title }
        };
        Ok(found.into_iter().map(suggestion).collect())
    }

    fn find(&mut self, words: &str) -> Result<Vec<Found>> {
        if let Ok(claim) = self.store.claim(words) {
            return Ok(vec![found(claim.record)]);
        }
        let mut claims = self.store.claims_beginning(words, FOUND)?;
        for hit in self.store.search(&beginnings(words), FOUND)?.records {
            let claim = match hit {
                Hit::Claim(claim) => claim,
                Hit::Citation(citation) => self.store.claim(&citation.record.claim)?,
                Hit::Source(_) => continue,
            };
            if claims.iter().all(|known| known.id != claim.id) {
                claims.push(claim);
            }
        }
        claims.truncate(FOUND);
        Ok(claims.into_iter().map(|claim| found(claim.record)).collect())
    }

    fn keep_place(&mut self, claim: Option<&Key>) {
        if let Err(error) = self.place.keep(claim) {
            self.trouble = Some(format!("where you stopped could not be kept: {error}"));
        }
    }
}

fn found(claim: Claim) -> Found {
    Found { key: claim.key, statement: claim.statement }
}

/// The words, of which the last may be the beginning of one.
fn beginnings(typed: &str) -> String {
    let ends_in_a_word = typed.ends_with(char::is_alphanumeric);
    if ends_in_a_word { format!("{typed}*") } else { typed.to_owned() }
}
