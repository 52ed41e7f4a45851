//! Confidential sources on their way out: a stand-in for each, under a key that tells nothing.

use std::collections::{HashMap, HashSet};

use super::import_claim_review::kept;
use crate::domain::{
    Alias, Citation, Claim, Confidentiality, Credit, Distinction, Key, Kind, Lineage, LineageState,
    Role, Source, kept_field, stand_in_key, stand_in_page, stand_in_voice, strong_identifiers,
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
    keys: HashMap<Key, StandIn>,
    voices: HashMap<String, usize>,
    /// The strong identifiers of confidential sources.
    pages: HashMap<String, Page>,
    /// Withheld sources that have something in common with an open one.
    pub(super) cut: HashSet<Key>,
    /// Those, and whatever carries the text of one.
    pub(super) carriers: HashSet<Key>,
    /// Claims that were made in works that are withheld, and the sources that they cite: what is kept of
    /// a fact-check of such a claim may name the work, and who is behind it.
    pub(super) made_in_secret: HashSet<Key>,
    cited_for_secret: HashSet<Key>,
    background: usize,
    withholds: bool,
}

/// What a confidential source is called.
#[derive(Debug)]
struct StandIn {
    number: usize,
    key: Key,
}

/// An identifier that stays behind, and how many confidential sources have it.
#[derive(Debug)]
struct Page {
    number: usize,
    sources: usize,
}

impl Pseudonyms {
    /// Those of a casebook, as it is in the snapshot in which they are used. No pass over the sources
    /// that are open.
    pub fn of(store: &Store) -> Result<Self> {
        let mut names = Pseudonyms { withholds: true, ..Self::default() };
        let (mut hidden, mut background) = (Vec::new(), Vec::new());
        store.each_withheld_source(|source| {
            let source = source.record;
            if source.confidentiality == Confidentiality::Confidential {
                hidden.push(source);
            } else {
                names.number_voices(&source);
                background.push(source);
            }
            Ok(())
        })?;
        names.background = background.len();
        let mut number = 0;
        for source in &hidden {
            names.number_voices(source);
            names.number_pages(source);
            number += 1;
            while is_taken(store, number)? {
                number += 1;
            }
            let stand_in = StandIn { number, key: stand_in_key(number)? };
            names.keys.insert(source.key.clone(), stand_in);
        }
        for source in hidden.into_iter().chain(background) {
            names.note_claims(store, &source.key)?;
            if ties_are_cut(store, &source)? {
                names.cut.insert(source.key);
            }
        }
        names.carriers = carriers(store, &names.cut)?;
        Ok(names)
    }

    /// Notes the claims that were made in a work that is withheld.
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
    pub fn key(&self, key: &Key) -> Key {
        self.keys.get(key).map_or(key, |stand_in| &stand_in.key).clone()
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

    /// An open source, without the markup of fact-checks that may name what is withheld of a work.
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
            return Ok(self.without_traces(source));
        }
        if source.confidentiality == Confidentiality::Background {
            let mut outside = Source { creators: Vec::new(), ..source.clone() };
            // A library's own words for the creators would tell them.
            outside.variables.retain(|(name, _)| kept_field(name).is_none());
            return Ok(outside);
        }
        let StandIn { number, key } = self.keys.get(&source.key).ok_or_else(|| {
            Error::storage("a confidential source has no pseudonym: nothing was written")
                .hint("run the command again")
        })?;
        let title = format!("Confidential source {number}");
        let mut stand_in = Source::new(key.clone(), Kind::Document, title);
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
                appearance.source = self.key(&appearance.source);
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
        outside.source = self.key(&citation.source);
        for key in &mut outside.attributed_to {
            *key = self.key(key);
        }
        Ok(outside)
    }

    /// Whether it may be told outside that a name is another spelling.
    pub fn tells_alias(&self, store: &Store, alias: &Alias) -> Result<bool> {
        // No source has the spelling but where somebody has gone round the alias.
        Ok(!self.withholds
            || (store.is_named_openly(&alias.name.voice())?
                && !store.is_named_otherwise(&alias.spelling)?))
    }

    /// Whether it may be told outside that two names are two.
    pub fn tells_distinction(&self, store: &Store, said: &Distinction) -> Result<bool> {
        Ok(!self.withholds
            || (store.is_named_openly(&said.name)? && store.is_named_openly(&said.other)?))
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
        outside.source = self.key(&lineage.source);
        outside.origin = self.key(&lineage.origin);
        Ok(Some(outside))
    }
}

/// Whether a source that is not confidential has the key of this stand-in.
fn is_taken(store: &Store, number: usize) -> Result<bool> {
    let source = store.find_source(&stand_in_key(number)?)?;
    Ok(source.is_some_and(|it| it.record.confidentiality != Confidentiality::Confidential))
}

/// Whether the source has something in common with an open one that is not seen outside.
fn ties_are_cut(store: &Store, source: &Source) -> Result<bool> {
    for voice in voices(source) {
        if store.is_voice_of_open_source(&voice)? {
            return Ok(true);
        }
    }
    if source.confidentiality == Confidentiality::Confidential {
        for name in strong_identifiers(source) {
            if store.is_identifier_shown(&name)? {
                return Ok(true);
            }
        }
    }
    Ok(false)
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
