//! A history that was kept elsewhere, as far as it is known.

use crate::domain::{ChainLink, HistoryHead};

/// A change of an earlier history: enough to know it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierChange {
    pub(super) hash: Vec<u8>,
    pub(super) called: String,
    /// What it said; only where no hash says it: of those that a redaction has sealed since, and those of
    /// a file that cannot prove it.
    pub(super) said: Option<Box<ChainLink>>,
}

impl EarlierChange {
    /// That of a link. `sealed` are the changes that are sealed in the casebook with which it is compared
    /// ([`Store::sealed_changes`](crate::store::Store::sealed_changes)): of these no hash says what they
    /// said.
    pub fn of(link: ChainLink, sealed: &[(i64, i64)]) -> Self {
        let is_sealed = sealed.iter().any(|(from, by)| (*from..*by).contains(&link.change));
        EarlierChange {
            hash: link.hash.clone(),
            called: link.called(),
            said: (is_sealed || link.unproved).then(|| Box::new(link)),
        }
    }
}

/// An earlier history, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Earlier {
    /// Only its head.
    Head(HistoryHead),
    /// All its changes, from the first on. Never empty.
    Whole(Vec<EarlierChange>),
}

impl Earlier {
    /// The number of its last change.
    pub fn last(&self) -> i64 {
        match self {
            Earlier::Head(head) => head.change,
            Earlier::Whole(changes) => i64::try_from(changes.len()).unwrap_or(i64::MAX),
        }
    }

    /// Whether this change of today has the place and hash that it had; `None` where that is not known.
    pub(super) fn agrees(&self, link: &ChainLink) -> Option<bool> {
        match self {
            Earlier::Head(head) => {
                (head.change == link.change).then(|| head.hash[..] == link.hash[..])
            }
            Earlier::Whole(_) => self.at(link.change).map(|known| known.hash == link.hash),
        }
    }

    /// What is wrong with a change, with what it was called before, where that differs.
    pub(super) fn remembered(&self, broken: String, link: &ChainLink) -> String {
        match self.at(link.change) {
            Some(known) if known.called != link.called() => {
                format!("{broken}; it was {} before", known.called)
            }
            _ => broken,
        }
    }

    pub(super) fn at(&self, change: i64) -> Option<&EarlierChange> {
        let Earlier::Whole(changes) = self else { return None };
        changes.get(usize::try_from(change.checked_sub(1)?).ok()?)
    }
}
