//! What rules look at: one claim with its evidence.

use std::collections::BTreeSet;

use super::library::{Entry, Library};
use super::trail::Trail;
use crate::corroboration::ClaimLevel;
use crate::domain::{Citation, Claim, Consensus, Judged, Review, ReviewPolicy, Stance, Waiver};

/// All that the store knows of one claim but the sources.
#[derive(Debug, Clone)]
pub struct Case {
    /// The claim.
    pub claim: Claim,
    /// What its evidence amounts to.
    pub level: ClaimLevel,
    /// Its citations, of every stance.
    pub citations: Vec<Citation>,
    /// Its reviews, in the order in which they were entered.
    pub reviews: Vec<Judged<Review>>,
    /// Its waivers.
    pub waivers: Vec<Judged<Waiver>>,
    /// What the casebook asks for before a verdict stands.
    pub policy: ReviewPolicy,
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
    /// What its reviews come to.
    pub(super) consensus: Consensus<'a>,
    /// The rest.
    pub(super) case: &'a Case,
    pub(super) library: &'a Library,
}

/// A citation with what lies behind it.
#[derive(Debug, Clone)]
pub(super) struct Cited<'a> {
    pub(super) citation: &'a Citation,
    pub(super) trail: Trail<'a>,
}

impl<'a> Subject<'a> {
    /// Puts a claim beside its sources. A citation of a source that the library does not hold is
    /// left out.
    pub fn new(case: &'a Case, library: &'a Library) -> Self {
        let claim = &case.claim;
        let places: Vec<usize> =
            claim.appearances.iter().filter_map(|work| library.place(&work.source)).collect();
        let texts: BTreeSet<usize> =
            places.iter().flat_map(|&place| library.texts(place)).collect();
        let cited = |citation: &'a Citation| {
            // The work that reports a claim is no evidence for it, but can speak against it.
            let disputes = citation.stance == Stance::Disputes;
            let works = if disputes { &BTreeSet::new() } else { &texts };
            let trail = Trail::new(library, citation, works)?;
            Some(Cited { citation, trail })
        };
        Subject {
            claim,
            level: &case.level,
            citations: case.citations.iter().filter_map(cited).collect(),
            works: places.iter().map(|&place| library.at(place)).collect(),
            consensus: Consensus::new(&case.reviews, claim.logged_by.as_deref(), case.policy),
            case,
            library,
        }
    }

    /// The supporting citations.
    pub(super) fn supporting(&self) -> impl Iterator<Item = &Cited<'a>> {
        self.citations.iter().filter(|cited| cited.citation.stance == Stance::Supports)
    }

    /// What is cited for more than background.
    pub(super) fn weighty(&self) -> impl Iterator<Item = &Cited<'a>> {
        self.citations.iter().filter(|cited| cited.citation.stance != Stance::Context)
    }
}
