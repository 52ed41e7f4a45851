//! What is withheld in a casebook, and what gives it away: gathered before anything goes out.

use std::collections::HashSet;

use super::{Page, Pseudonyms, StandIn, voices};
use crate::domain::{Confidentiality, Key, Source, stand_in_key, strong_identifiers};
use crate::error::Result;
use crate::store::{Citations, Store};

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
