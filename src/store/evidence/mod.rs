//! What reviews and waivers are given for: the evidence for a claim, and whether it is still the same.
//!
//! The evidence is the claim, its citations of every stance, the sources that it cites, attributes to
//! or appears in, and all that their lineage leads to, down to the origins. Its digest is one number
//! for all of that ([`parts`] says what counts): a judgement is pinned to it, and holds whenever the
//! evidence has that digest. Why one has ended, history tells, in [`past`].

mod about;
mod bulk;
mod follow;
mod made;
mod narrow;
mod parts;
mod past;
mod since;
mod words;

pub(super) use follow::{Repinned, follow_rename, judged_claims_on, repinned};
pub(super) use narrow::{Reword, digest_of};
pub use since::Since;

use std::collections::HashMap;

use super::Store;
use super::source::Stored;
use crate::domain::{Ended, EvidenceDigest, Judged, Key, Pin, Review, Waiver};
use crate::error::Result;
use past::{Past, Telling};

/// Reviews and waivers, each with whether it still holds.
#[derive(Debug, Clone, Default)]
pub struct Judgements {
    /// The reviews, in the order in which they were entered.
    pub reviews: Vec<Judged<Review>>,
    /// The waivers, likewise.
    pub waivers: Vec<Judged<Waiver>>,
}

impl Judgements {
    /// The reviews of each claim, in the order in which they were entered.
    pub fn reviews_by_claim(self) -> HashMap<Key, Vec<Judged<Review>>> {
        let mut by_claim: HashMap<Key, Vec<Judged<Review>>> = HashMap::new();
        for review in self.reviews {
            by_claim.entry(review.record.claim.clone()).or_default().push(review);
        }
        by_claim
    }
}

impl Store {
    /// The digest of the evidence for a claim as it stands. Where there is no such claim, an error that
    /// names the nearest key.
    pub fn evidence_digest(&self, claim: &Key) -> Result<EvidenceDigest> {
        let digest = self.evidence_digests([claim])?.remove(claim);
        digest.ok_or_else(|| self.unknown_key("claim", claim))
    }

    /// The same for many claims, a few queries for some hundred of them; claims that are not there are
    /// left out.
    pub fn evidence_digests<'k>(
        &self,
        claims: impl IntoIterator<Item = &'k Key>,
    ) -> Result<HashMap<Key, EvidenceDigest>> {
        self.in_snapshot(|store| bulk::digests(store, claims))
    }

    /// What has ended that the evidence for a claim has this digest, which it had before.
    pub(super) fn end_of_evidence(&self, claim: &Key, digest: EvidenceDigest) -> Result<Ended> {
        Past::new(self, Telling::All).end(claim, 0, digest)
    }

    /// All reviews and waivers, or those of one claim, each with whether it still holds.
    pub fn judgements(&self, claim: Option<&str>) -> Result<Judgements> {
        match &self.inside {
            // Whether one holds follows from the evidence itself, not from what is seen of it.
            Some(inside) => Ok(inside.judged(claim, Telling::OfOpenSources)?.without_digests()),
            None => self.judged(claim, Telling::All),
        }
    }

    fn judged(&self, claim: Option<&str>, telling: Telling) -> Result<Judgements> {
        self.in_snapshot(|store| {
            let (mut reviews, mut waivers) = (Vec::new(), Vec::new());
            store.each_review(claim, |row| {
                reviews.push(row);
                Ok(())
            })?;
            store.each_waiver(claim, |row| {
                waivers.push(row);
                Ok(())
            })?;
            let judged = reviews.iter().map(|row| &row.record.claim);
            let digests =
                bulk::digests(store, judged.chain(waivers.iter().map(|row| &row.record.claim)))?;
            let mut bench = Bench { digests, past: Past::new(store, telling) };
            let reviews = reviews.into_iter().map(|row| bench.judge(row)).collect::<Result<_>>()?;
            let waivers = waivers.into_iter().map(|row| bench.judge(row)).collect::<Result<_>>()?;
            Ok(Judgements { reviews, waivers })
        })
    }
}

impl Judgements {
    /// Of what each was given for no more than whether it has ended: a digest would let who has a guess
    /// at the evidence try it.
    fn without_digests(mut self) -> Self {
        self.reviews.iter_mut().for_each(without_digest);
        self.waivers.iter_mut().for_each(without_digest);
        self
    }
}

fn without_digest<T: Pinned>(judged: &mut Judged<T>) {
    let since = judged.ended.as_ref().map(|ended| ended.since.clone());
    judged.record.set_pin(since.map_or(Pin::Entered, Pin::Ended));
}

/// A record that is pinned to the evidence for a claim.
pub(super) trait Pinned {
    fn claim(&self) -> &Key;
    fn pin(&self) -> &Pin;
    fn set_pin(&mut self, pin: Pin);
}

impl Pinned for Review {
    fn claim(&self) -> &Key {
        &self.claim
    }

    fn pin(&self) -> &Pin {
        &self.pin
    }

    fn set_pin(&mut self, pin: Pin) {
        self.pin = pin;
    }
}

impl Pinned for Waiver {
    fn claim(&self) -> &Key {
        &self.claim
    }

    fn pin(&self) -> &Pin {
        &self.pin
    }

    fn set_pin(&mut self, pin: Pin) {
        self.pin = pin;
    }
}

/// Judges judgements: whether each still holds.
struct Bench<'s> {
    digests: HashMap<Key, EvidenceDigest>,
    past: Past<'s>,
}

impl Bench<'_> {
    fn judge<T: Pinned>(&mut self, row: Stored<T>) -> Result<Judged<T>> {
        let claim = row.record.claim();
        let now = self.digests.get(claim);
        let ended = match row.record.pin() {
            Pin::Ended(since) => Some(self.past.end_of_moved(row.version, since)?),
            Pin::Evidence(given) if now == Some(given) => None,
            Pin::Evidence(given) => Some(self.past.end(claim, row.version, *given)?),
            Pin::Entered => self.past.end_of_entered(claim, row.version)?,
        };
        Ok(Judged { id: row.id, record: row.record, ended })
    }
}
