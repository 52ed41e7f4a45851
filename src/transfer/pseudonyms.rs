//! Confidential sources on their way out: a stand-in for each, under a key that tells nothing.

use std::collections::{HashMap, HashSet};

use super::import_claim_review::kept;
use crate::domain::{
    Citation, Claim, Confidentiality, Credit, Key, Kind, Lineage, LineageState, Role, Source,
    has_stand_in_key, kept_field, stand_in_key, stand_in_page, stand_in_voice, strong_identifiers,
};
use crate::error::{Error, Result};
use crate::store::{Citations, Store};

/// What withheld sources and names are called outside.
///
/// The numbers follow the order in which the sources were entered. A voice that is withheld has the
/// same stand-in in every source, so that levels come out as they are; where it also speaks in an open
/// source, saying so would give it away. Then the source goes out as one of unknown origin: not marked
/// original, with no lineage and no attributions of its own. So no path through it is firm, the firm
/// paths that are left share no less than inside, and nothing passes for corroborated outside that is
/// not so inside.
#[derive(Debug, Default)]
pub struct Pseudonyms {
    keys: HashMap<Key, usize>,
    voices: HashMap<String, usize>,
    /// The strong identifiers of confidential sources.
    pages: HashMap<String, Page>,
    /// Voices and identifiers that open sources show.
    shown: HashSet<String>,
    /// Withheld sources that have something in common with an open one.
    cut: HashSet<Key>,
    /// Those, and whatever carries the text of one.
    carriers: HashSet<Key>,
    /// Claims that were made in confidential works, and the sources that they cite: what is kept of a
    /// fact-check of such a claim may name the work.
    made_in_secret: HashSet<Key>,
    cited_for_secret: HashSet<Key>,
    background: usize,
    withholds: bool,
}

/// An identifier that stays behind, and how many confidential sources have it.
#[derive(Debug)]
struct Page {
    number: usize,
    sources: usize,
}

impl Pseudonyms {
    /// Those of a casebook, as it is in the snapshot in which they are used.
    pub fn of(store: &Store) -> Result<Self> {
        let mut names = Pseudonyms { withholds: true, ..Self::default() };
        let mut taken = HashSet::new();
        let (mut hidden, mut background) = (Vec::new(), Vec::new());
        store.each_source(|source| {
            let source = source.record;
            if source.confidentiality == Confidentiality::Confidential {
                hidden.push(source);
                return Ok(());
            }
            if has_stand_in_key(&source.key) {
                taken.insert(source.key.clone());
            }
            names.shown.extend(strong_identifiers(&source));
            if source.confidentiality == Confidentiality::Background {
                names.background += 1;
                names.number_voices(&source);
                background.push(source);
            } else {
                names.shown.extend(voices(&source));
            }
            Ok(())
        })?;
        let mut number = 0;
        for source in hidden {
            names.number_voices(&source);
            names.number_pages(&source);
            number += 1;
            while taken.contains(&stand_in_key(number)?) {
                number += 1;
            }
            names.keys.insert(source.key.clone(), number);
            names.note_claims(store, &source.key)?;
            if names.ties_are_cut(&source) {
                names.cut.insert(source.key);
            }
        }
        for source in background {
            if names.ties_are_cut(&source) {
                names.cut.insert(source.key);
            }
        }
        names.carriers = carriers(store, &names.cut)?;
        Ok(names)
    }

    /// Notes the claims that were made in a confidential work.
    fn note_claims(&mut self, store: &Store, work: &Key) -> Result<()> {
        for claim in store.claims_appearing_in(work)? {
            let cited = store.citations(Citations::OfClaim(&claim.key))?;
            self.cited_for_secret.extend(cited.into_iter().map(|citation| citation.record.source));
            self.made_in_secret.insert(claim.key);
        }
        Ok(())
    }

    /// None at all: everything goes out as it is.
    pub fn none() -> Self {
        Self::default()
    }

    /// How many confidential sources there are.
    pub fn confidential(&self) -> usize {
        self.keys.len()
    }

    /// How many sources on background there are.
    pub fn background(&self) -> usize {
        self.background
    }

    fn number_voices(&mut self, source: &Source) {
        for voice in voices(source) {
            let next = self.voices.len() + 1;
            self.voices.entry(voice).or_insert(next);
        }
    }

    fn number_pages(&mut self, source: &Source) {
        for name in strong_identifiers(source) {
            let next = self.pages.len() + 1;
            self.pages.entry(name).or_insert(Page { number: next, sources: 0 }).sources += 1;
        }
    }

    /// The key by which a source is known outside.
    fn key(&self, key: &Key) -> Result<Key> {
        self.keys.get(key).map_or_else(|| Ok(key.clone()), |number| stand_in_key(*number))
    }

    /// A source as it may go into a case folder: of a confidential one, and of the creators of one on
    /// background, only what levels need.
    pub fn source(&self, source: &Source) -> Result<Source> {
        if !self.withholds || source.confidentiality == Confidentiality::Open {
            return Ok(self.without_traces(source));
        }
        let mut outside = self.printed(source)?;
        outside.creators = self.stand_ins(source)?;
        if self.cut.contains(&source.key) {
            outside.lineage = LineageState::Unknown;
        }
        Ok(outside)
    }

    /// An open source, without the markup of fact-checks that may name a confidential work.
    fn without_traces(&self, source: &Source) -> Source {
        let mut outside = source.clone();
        for (name, kept) in kept::of(source) {
            // A claim that has another key by now is found by its citation.
            if self.made_in_secret.contains(&kept.claim)
                || self.cited_for_secret.contains(&source.key)
            {
                outside.variables.retain(|(known, _)| known != name);
            }
        }
        outside
    }

    /// Whether the source has something in common with an open one that the folder does not show.
    fn ties_are_cut(&self, source: &Source) -> bool {
        let confidential = source.confidentiality == Confidentiality::Confidential;
        voices(source).any(|voice| self.shown.contains(&voice))
            || (confidential
                && strong_identifiers(source).iter().any(|name| self.shown.contains(name)))
    }

    fn stand_ins(&self, source: &Source) -> Result<Vec<Credit>> {
        let mut credits = Vec::new();
        let confidential = source.confidentiality == Confidentiality::Confidential;
        for credit in source.creators.iter().filter(|credit| credit.role.is_voice()) {
            if let Some(number) = self.voices.get(&credit.name.voice()) {
                // Who is an interviewee says that there was an interview.
                let role = if confidential { Role::Author } else { credit.role };
                credits.push(stand_in_voice(role, *number, credit.unnamed)?);
            }
        }
        if confidential {
            for name in strong_identifiers(source) {
                if let Some(page) = self.pages.get(&name).filter(|page| page.sources > 1) {
                    credits.push(stand_in_page(page.number)?);
                }
            }
        }
        Ok(credits)
    }

    /// A source as it may be printed: without those who are behind it, and a confidential one without
    /// anything but its number.
    pub fn printed(&self, source: &Source) -> Result<Source> {
        if !self.withholds || source.confidentiality == Confidentiality::Open {
            return Ok(source.clone());
        }
        if source.confidentiality == Confidentiality::Background {
            let mut outside = Source { creators: Vec::new(), ..source.clone() };
            // A library's own words for the creators would tell them.
            outside.variables.retain(|(name, _)| kept_field(name).is_none());
            return Ok(outside);
        }
        let number = self.keys.get(&source.key).ok_or_else(|| {
            Error::storage("a confidential source has no pseudonym: nothing was written")
                .hint("run the command again")
        })?;
        let title = format!("Confidential source {number}");
        let mut stand_in = Source::new(stand_in_key(*number)?, Kind::Document, title);
        stand_in.lineage = source.lineage;
        stand_in.standing = source.standing;
        stand_in.confidentiality = source.confidentiality;
        Ok(stand_in)
    }

    /// A claim with the works it appears in as they may be seen outside.
    pub fn claim(&self, claim: &Claim) -> Result<Claim> {
        let mut outside = claim.clone();
        for appearance in &mut outside.appearances {
            if self.keys.contains_key(&appearance.source) {
                appearance.source = self.key(&appearance.source)?;
                appearance.locator = None;
                appearance.quote = None;
            }
        }
        Ok(outside)
    }

    /// A citation as it may be seen outside.
    pub fn citation(&self, citation: &Citation) -> Result<Citation> {
        let mut outside = citation.clone();
        let confidential = std::iter::once(&citation.source)
            .chain(&citation.attributed_to)
            .any(|key| self.keys.contains_key(key));
        if confidential {
            (outside.locator, outside.quote, outside.note) = (None, None, None);
        }
        if self.carriers.contains(&citation.source) {
            outside.attributed_to.clear();
        }
        outside.source = self.key(&citation.source)?;
        for key in &mut outside.attributed_to {
            *key = self.key(key)?;
        }
        Ok(outside)
    }

    /// A lineage row as it may be seen outside; none leads on from a source whose ties are cut.
    pub fn lineage(&self, lineage: &Lineage) -> Result<Option<Lineage>> {
        if self.cut.contains(&lineage.source) {
            return Ok(None);
        }
        let mut outside = lineage.clone();
        if [&lineage.source, &lineage.origin].iter().any(|key| self.keys.contains_key(*key)) {
            outside.note = None;
        }
        outside.source = self.key(&lineage.source)?;
        outside.origin = self.key(&lineage.origin)?;
        Ok(Some(outside))
    }
}

/// These sources, and all that republish or translate one of them, directly or by steps.
fn carriers(store: &Store, cut: &HashSet<Key>) -> Result<HashSet<Key>> {
    let mut carriers = cut.clone();
    let mut open: Vec<Key> = cut.iter().cloned().collect();
    while let Some(key) = open.pop() {
        for row in store.derived_from(&key)? {
            if row.relation.is_edition() && carriers.insert(row.source.clone()) {
                open.push(row.source);
            }
        }
    }
    Ok(carriers)
}

/// The voices of a source in the form in which they are compared.
fn voices(source: &Source) -> impl Iterator<Item = String> {
    source.creators.iter().filter(|credit| credit.role.is_voice()).map(|credit| credit.name.voice())
}
