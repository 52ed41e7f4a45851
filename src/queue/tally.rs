//! What was judged in a session, and what is left.

use super::session::{Queued, Session};
use crate::domain::{Key, Verdict};

impl Queued {
    /// Whether it waits for a verdict.
    pub(super) fn is_open(&self) -> bool {
        self.verdict.is_none() && !self.gone
    }
}

impl Session {
    /// How many claims were judged in this session, in the queue and beside it.
    pub fn judged(&self) -> usize {
        let queued = self.queue.iter().filter(|queued| queued.verdict.is_some()).count();
        queued + self.judged_aside.len()
    }

    /// How many claims of the queue were not; those that were found gone are not counted.
    pub fn left(&self) -> usize {
        self.queue.iter().filter(|queued| queued.is_open()).count()
    }

    /// Notes the verdict on a claim, wherever it was opened from.
    pub(super) fn note_verdict(&mut self, claim: &Key, verdict: Verdict) {
        match self.queued(claim) {
            Some(queued) => queued.verdict = Some(verdict),
            None => drop(self.judged_aside.insert(claim.clone(), verdict)),
        }
    }

    /// Notes whether a claim of the queue was found gone.
    pub(super) fn note_gone(&mut self, claim: &Key, gone: bool) {
        if let Some(queued) = self.queued(claim) {
            queued.gone = gone;
        }
    }

    /// What was said of the claim that is seen.
    pub(super) fn said(&self) -> Option<Verdict> {
        match &self.aside {
            Some(claim) => self.judged_aside.get(claim).copied(),
            None => self.queue.get(self.at).and_then(|queued| queued.verdict),
        }
    }

    fn queued(&mut self, claim: &Key) -> Option<&mut Queued> {
        self.queue.iter_mut().find(|queued| queued.key == *claim)
    }
}
