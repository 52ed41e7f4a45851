//! What rules look at: one claim with its evidence.

use std::collections::BTreeSet;

use super::library::{Entry, Library};
use super::trail::Trail;
use super::written::{Entered, Written};
use crate::corroboration::ClaimLevel;
use crate::domain::{Citation, Claim, Review, Stance, Timestamp, Waiver};

/// All that the store knows of one claim but the sources.
#[derive(Debug, Clone)]
pub struct Case {
    /// The claim.
    pub claim: Entered<Claim>,
    /// What its evidence amounts to.
    pub level: ClaimLevel,
    /// Its citations, of every stance.
    pub citations: Vec<Entered<Citation>>,
    /// Its reviews, in the order in which they were entered.
    pub reviews: Vec<Entered<Review>>,
    /// Its waivers.
    pub waivers: Vec<Entered<Waiver>>,
    /// When evidence was last taken away from it.
    pub bereft: Option<Written>,
}

/// A claim with its evidence, as it is handed to each rule.
#[derive(Debug, Clone)]
pub struct Subject<'a> {
    /// The claim.
    pub(super) claim: &'a Claim,
    /// What its evidence amounts to.
    pub(super) level: &'a ClaimLevel,
    /// Its citations, of every stance, with what lies behind each.
    pub(super) citations: Vec<Cited<'a>>,
    /// The works that it appears in.
    pub(super) works: Vec<&'a Entry>,
    /// The rest.
    pub(super) case: &'a Case,
    pub(super) library: &'a Library,
}

/// A citation with what lies behind it.
#[derive(Debug, Clone)]
pub(super) struct Cited<'a> {
    pub(super) citation: &'a Citation,
    written: Written,
    pub(super) trail: Trail<'a>,
}

/// Something that a judgement on the claim rests on, and when it was last changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Changed {
    pub(super) what: String,
    pub(super) written: Written,
}

impl<'a> Subject<'a> {
    /// Puts a claim beside its sources. A citation of a source that the library does not hold is
    /// left out.
    pub fn new(case: &'a Case, library: &'a Library) -> Self {
        let claim = &case.claim.record;
        let places: Vec<usize> =
            claim.appearances.iter().filter_map(|work| library.place(&work.source)).collect();
        let texts: BTreeSet<usize> =
            places.iter().flat_map(|&place| library.texts(place)).collect();
        let cited = |entered: &'a Entered<Citation>| {
            // The work that reports a claim is no evidence for it, but can speak against it.
            let disputes = entered.record.stance == Stance::Disputes;
            let works = if disputes { &BTreeSet::new() } else { &texts };
            let trail = Trail::new(library, &entered.record, works)?;
            Some(Cited { citation: &entered.record, written: entered.written, trail })
        };
        Subject {
            claim,
            level: &case.level,
            citations: case.citations.iter().filter_map(cited).collect(),
            works: places.iter().map(|&place| library.at(place)).collect(),
            case,
            library,
        }
    }

    /// Whether the evidence for which a waiver was given has changed since.
    pub fn has_ended(&self, waiver: &Entered<Waiver>) -> bool {
        self.changed_since(&waiver.written, &waiver.record.waived_at).is_some()
    }

    /// The supporting citations.
    pub(super) fn supporting(&self) -> impl Iterator<Item = &Cited<'a>> {
        self.citations.iter().filter(|cited| cited.citation.stance == Stance::Supports)
    }

    /// What is cited for more than background.
    pub(super) fn weighty(&self) -> impl Iterator<Item = &Cited<'a>> {
        self.citations.iter().filter(|cited| cited.citation.stance != Stance::Context)
    }

    /// What was changed last after a judgement that bears the date `moment`, if anything was: the
    /// claim, its citations, the sources behind them or where these come from.
    pub(super) fn changed_since(&self, judged: &Written, moment: &Timestamp) -> Option<Changed> {
        let changes = self.changes();
        let after = changes.into_iter().filter(|change| change.written.is_after(judged, moment));
        after.max_by_key(|change| (change.written.at, change.written.version))
    }

    fn changes(&self) -> Vec<Changed> {
        let changed = |what: String, written| Changed { what, written };
        let mut changes = vec![changed("the claim".to_owned(), self.case.claim.written)];
        if let Some(written) = self.case.bereft {
            changes.push(changed("the list of its citations".to_owned(), written));
        }
        for cited in &self.citations {
            let key = &cited.citation.source;
            changes.push(changed(format!("the citation of {key}"), cited.written));
            for step in &cited.trail.steps {
                let key = &step.entry.source.key;
                changes.push(changed(format!("the source {key}"), step.entry.written));
                for origin in &step.entry.origins {
                    changes.push(changed(format!("where {key} comes from"), origin.written));
                }
            }
        }
        for place in self.behind_works() {
            let entry = self.library.at(place);
            let key = &entry.source.key;
            changes.push(changed(format!("the source {key}"), entry.written));
            for origin in &entry.origins {
                changes.push(changed(format!("where {key} comes from"), origin.written));
            }
        }
        changes
    }

    /// The works that the claim appears in, and all that they come from: these say which sources are
    /// editions of such a work, and so no evidence.
    fn behind_works(&self) -> BTreeSet<usize> {
        let mut open: Vec<usize> =
            self.works.iter().filter_map(|work| self.library.place(&work.source.key)).collect();
        let mut behind = BTreeSet::new();
        while let Some(place) = open.pop() {
            if behind.insert(place) {
                open.extend(self.library.at(place).origins.iter().map(|origin| origin.place));
            }
        }
        behind
    }
}
