//! Whether today's history continues one that was kept elsewhere.

use super::super::Store;
use crate::domain::{ChainLink, HistoryHead};
use crate::error::Result;

/// A change of an earlier history: enough to know it again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierChange {
    hash: Vec<u8>,
    called: String,
}

impl From<&ChainLink> for EarlierChange {
    fn from(link: &ChainLink) -> Self {
        EarlierChange { hash: link.hash.clone(), called: link.called() }
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
    fn agrees(&self, link: &ChainLink) -> Option<bool> {
        match self {
            Earlier::Head(head) => {
                (head.change == link.change).then(|| head.hash[..] == link.hash[..])
            }
            Earlier::Whole(_) => self.at(link.change).map(|known| known.hash == link.hash),
        }
    }

    /// What is wrong with a change, with what it was called before, where that differs.
    fn remembered(&self, broken: String, link: &ChainLink) -> String {
        match self.at(link.change) {
            Some(known) if known.called != link.called() => {
                format!("{broken}; it was {} before", known.called)
            }
            _ => broken,
        }
    }

    fn at(&self, change: i64) -> Option<&EarlierChange> {
        let Earlier::Whole(changes) = self else { return None };
        changes.get(usize::try_from(change - 1).ok()?)
    }
}

/// How today's history stands to an earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The last change of today.
    pub last: i64,
    /// The last change up to which all are proved to be as they were; 0 where none is.
    pub unchanged: i64,
    /// When that one was made, as it was written.
    pub unchanged_at: Option<String>,
    /// Of how many of these what they did is not kept any more.
    pub redacted: u64,
    /// Why today's history does not continue the earlier one, as a sentence without a full stop.
    pub fault: Option<String>,
}

impl Store {
    /// Compares the history with an earlier one: each change must follow from the one before, and have
    /// the hash that it had.
    pub fn compare_history(&self, earlier: &Earlier) -> Result<Comparison> {
        let mut found = Comparison::default();
        let walk = self.in_snapshot(|store| {
            let mut walk = store.chain_walk()?;
            store.each_link(&mut |link| {
                let broken = walk.step(&link);
                if found.fault.is_none() {
                    found.fault = broken
                        .map(|broken| earlier.remembered(broken, &link))
                        .or_else(|| found.different(earlier, &link));
                }
                if found.fault.is_none() && earlier.agrees(&link) == Some(true) {
                    found.unchanged = link.change;
                    found.unchanged_at = Some(link.at);
                    found.redacted = walk.redacted();
                }
                Ok(())
            })?;
            Ok(walk)
        })?;
        found.last = walk.last();
        found.fault = found.fault.or_else(|| walk.broken_seals().into_iter().next());
        if found.fault.is_none() && found.last < earlier.last() {
            found.fault = Some(found.ends_early(earlier));
        }
        Ok(found)
    }
}

impl Comparison {
    /// What is to be said where a change is another than it was.
    fn different(&self, earlier: &Earlier, link: &ChainLink) -> Option<String> {
        if earlier.agrees(link) != Some(false) {
            return None;
        }
        let now = link.called();
        Some(match earlier.at(link.change) {
            None => format!(
                "the hash of {now} is not the one that was kept: this change or one before it is \
                 another than it was, or this is another casebook"
            ),
            Some(_) if link.change == 1 => {
                format!("{now} is another than it was: this is another casebook, or made anew")
            }
            Some(known) if known.called == now => {
                format!("{now} is another than it was: its content or its hash differs")
            }
            Some(known) => format!("{now} was {} before", known.called),
        })
    }

    fn ends_early(&self, earlier: &Earlier) -> String {
        let (last, until) = (self.last, earlier.last());
        let gone = match until - last {
            1 => format!("change {until} is"),
            _ => format!("changes {} to {until} are", last + 1),
        };
        format!("the history ends with change {last}: {gone} gone, or this is an older copy")
    }
}
