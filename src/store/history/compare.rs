//! Whether today's history continues one that was kept elsewhere.
//!
//! The hash of a change proves what it says only as long as the chain can be computed. Of changes that a
//! redaction has sealed since, it cannot: a head proves nothing of them, nor of those before them. With an
//! earlier copy each of them is compared: who, when and what must be the same, and the records may differ
//! in what a redaction takes out, and nothing else.

use super::super::Store;
use super::earlier::{Earlier, EarlierChange};
use super::taken_out::only_taken_out;
use crate::domain::ChainLink;
use crate::error::Result;

/// How many changes that differ are told one by one.
const TOLD: usize = 5;

/// How today's history stands to an earlier one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The last change of today.
    pub last: i64,
    /// The last change up to which all are proved to be as they were; 0 where none is.
    pub unchanged: i64,
    /// When that one was made, as it was written.
    pub unchanged_at: Option<String>,
    /// Of how many of these what they did was sealed by a redaction that the earlier history knows.
    pub redacted: u64,
    /// Changes of the earlier history that a redaction has sealed since.
    pub sealed: Option<SealedSince>,
    /// Why today's history does not continue the earlier one, as a sentence without a full stop.
    pub fault: Option<String>,
}

/// Changes that a redaction has sealed since an earlier history was kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealedSince {
    /// The first of them.
    pub from: i64,
    /// The last of them that the earlier history has.
    pub to: i64,
    /// The number of the redaction.
    pub by: i64,
    /// Who made the redaction, and when.
    pub actor: String,
    /// Likewise.
    pub at: String,
    /// How many of them say something else than they did, which is no more than names taken out.
    pub altered: u64,
    /// How many of them could not be compared, because the earlier history does not hold what they said.
    pub unproved: u64,
}

impl Comparison {
    /// Whether it is proved that today's history continues the earlier one.
    pub fn is_proved(&self) -> bool {
        self.fault.is_none() && self.sealed.as_ref().is_none_or(|sealed| sealed.unproved == 0)
    }
}

/// What is found on the way along the chain.
struct Found<'e> {
    earlier: &'e Earlier,
    result: Comparison,
    /// What is wrong with sealed changes.
    forged: Vec<String>,
}

impl Store {
    /// The parts of the history that redactions have sealed: the first change of each, and the redaction.
    pub fn sealed_changes(&self) -> Result<Vec<(i64, i64)>> {
        Ok(self.chain_walk()?.seals())
    }

    /// Compares the history with an earlier one: each change must follow from the one before, and have
    /// the hash that it had; of those that were sealed since, what they say is compared.
    pub fn compare_history(&self, earlier: &Earlier) -> Result<Comparison> {
        self.in_snapshot(|store| {
            let mut found = Found { earlier, result: Comparison::default(), forged: Vec::new() };
            let mut walk = store.chain_walk()?;
            let since = walk.seal_over(earlier.last());
            found.result.sealed = since.map(|since| sealed_since(since, earlier.last()));
            store.each_link(&mut |link| {
                let broken = walk.step(&link);
                let is_sealed = walk.seal_over(link.change).is_some();
                found.step(link, broken, is_sealed);
                Ok(())
            })?;
            found.result.last = walk.last();
            let broken = walk.broken_seals().into_iter().next();
            found.settle(broken, walk.broken_from());
            let mut result = found.result;
            result.redacted = walk.sealed_up_to(result.unchanged);
            if let Some(sealed) = &mut result.sealed
                && let Ok((made, _)) = store.made(sealed.by)
            {
                (sealed.actor, sealed.at) = (made.actor, made.at.to_string());
            }
            if result.unchanged > 0 {
                let made = store.made(result.unchanged).ok();
                result.unchanged_at = made.map(|(made, _)| made.at.to_string());
            }
            Ok(result)
        })
    }
}

fn sealed_since((from, by): (i64, i64), to: i64) -> SealedSince {
    SealedSince { from, to, by, ..SealedSince::default() }
}

impl Found<'_> {
    fn step(&mut self, link: ChainLink, broken: Option<String>, is_sealed: bool) {
        if self.result.fault.is_some() {
            return;
        }
        self.result.fault = broken
            .map(|broken| self.earlier.remembered(broken, &link))
            .or_else(|| different(self.earlier, &link));
        if self.result.fault.is_some() || self.earlier.agrees(&link) != Some(true) {
            return;
        }
        let unproved = |known: &&EarlierChange| known.said.as_ref().is_some_and(|it| it.unproved);
        if let Some(known) = self.earlier.at(link.change)
            && (is_sealed || unproved(&known))
        {
            self.compare_said(known, &link);
        }
        if self.forged.is_empty() {
            self.result.unchanged = link.change;
        }
    }

    /// Compares what a change says with what it said, where no hash speaks of that.
    fn compare_said(&mut self, known: &EarlierChange, link: &ChainLink) {
        let said = known.said.as_deref();
        if known.called != link.called() {
            let (now, before) = (link.called(), &known.called);
            self.forged.push(format!("{now} was {before} before, which no redaction alters"));
            return;
        }
        let sealed = self
            .result
            .sealed
            .as_mut()
            .filter(|sealed| (sealed.from..sealed.by).contains(&link.change));
        let Some(said) = said.filter(|said| !said.withheld) else {
            // What was sealed when the earlier history was kept is proved by the seal, a part of it.
            sealed.into_iter().for_each(|sealed| sealed.unproved += 1);
            return;
        };
        let taken_out = only_taken_out(said.before.as_deref(), link.before.as_deref())
            && only_taken_out(said.after.as_deref(), link.after.as_deref());
        if !taken_out {
            let now = link.called();
            self.forged
                .push(format!("{now} says another thing than before, not only without names"));
        } else if (&said.before, &said.after) != (&link.before, &link.after) {
            sealed.into_iter().for_each(|sealed| sealed.altered += 1);
        }
    }

    /// What holds after the last link.
    fn settle(&mut self, broken_seal: Option<String>, broken_from: Option<i64>) {
        let result = &mut self.result;
        if !self.forged.is_empty() {
            let mut told = self.forged.iter().take(TOLD).cloned().collect::<Vec<_>>().join("; ");
            if let Some(more) = self.forged.len().checked_sub(TOLD).filter(|more| *more > 0) {
                told.push_str(&format!("; and {more} more"));
            }
            result.fault = Some(told);
        }
        result.fault = result.fault.take().or(broken_seal);
        if result.fault.is_none() && result.last < self.earlier.last() {
            result.fault = Some(result.ends_early(self.earlier));
        }
        if let Some(from) = broken_from {
            result.unchanged = result.unchanged.min(from.saturating_sub(1)).max(0);
        }
        let Some(sealed) = &mut result.sealed else { return };
        match self.earlier {
            // The hash of a sealed change follows from nothing: it does not tie those before it, either.
            Earlier::Head(_) => {
                result.unchanged = 0;
                sealed.unproved = u64::try_from(sealed.to).unwrap_or_default();
            }
            Earlier::Whole(_) => {
                result.unchanged = result.unchanged.min(sealed.from.saturating_sub(1)).max(0);
            }
        }
    }
}

/// What is to be said where a change is another than it was.
fn different(earlier: &Earlier, link: &ChainLink) -> Option<String> {
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

impl Comparison {
    fn ends_early(&self, earlier: &Earlier) -> String {
        let (last, until) = (self.last, earlier.last());
        let gone = match until.saturating_sub(last) {
            1 => format!("change {until} is"),
            _ => format!("changes {} to {until} are", last.saturating_add(1)),
        };
        format!("the history ends with change {last}: {gone} gone, or this is an older copy")
    }
}
