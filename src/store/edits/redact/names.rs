//! Which names are to go, under which keys, and what stands for each.

use std::collections::{BTreeMap, BTreeSet};

use super::super::super::Store;
use super::super::super::seal;
use super::Redaction;
use super::finder::Finder;
use super::former::{Former, spellings};
use super::made_key;
use crate::domain::{Credit, Key, Name, NameParts, nearest};
use crate::error::{Error, Result};

/// What stands for a name that is gone, before its number.
const STAND_IN: &str = "redacted ";

/// What stands for a key that told a name, before its number.
const KEY: &str = "redacted-";

/// A name that is to go: all spellings of one creator.
#[derive(Debug, Clone)]
pub(super) struct Gone {
    /// The name as it was written last.
    pub(super) name: Name,
    /// The spellings in the form in which they are compared.
    pub(super) voices: BTreeSet<String>,
    /// What stands for it.
    pub(super) stand_in: Name,
}

/// The names that are to go.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) gone: Vec<Gone>,
    /// Names that the source had once, and other sources have now: these stay.
    pub(super) elsewhere: Vec<Name>,
    /// The keys that go, each with the one that takes its place.
    pub(super) keys: BTreeMap<Key, Key>,
    /// All keys that it has or had.
    pub(super) own_keys: BTreeSet<Key>,
    /// Whether its own keys go, whatever they say.
    pub(super) are_keys_gone: bool,
    /// Finds the names in free text.
    pub(super) finder: Finder,
    /// What keys begin with that the program made of the names, with what stands for each.
    stems: Vec<(String, String)>,
}

impl Names {
    /// Those that the request is about.
    pub(super) fn of(store: &Store, request: &Redaction) -> Result<Names> {
        // Of a source that was removed, history may still tell.
        let creators = match store.find_source(&request.source)? {
            Some(source) => source.record.creators,
            None => Vec::new(),
        };
        let former = Former::of(store, &request.source)?;
        let mut names = Names { own_keys: former.keys.clone(), ..Names::default() };
        let mut last = seal::last_stand_in(store, STAND_IN)?;
        for credit in chosen(request, &creators, &former.credits)? {
            let voice = credit.name.voice();
            if names.stand_in(&voice).is_some() {
                continue;
            }
            let current = creators.iter().any(|own| own.name.voice() == voice);
            let asked = !request.creators.is_empty();
            if !current && !asked && store.is_creator(&voice)? {
                names.elsewhere.push(credit.name);
                continue;
            }
            last = last.checked_add(1).ok_or_else(no_number)?;
            let stand_in = format!("{STAND_IN}{last}").parse()?;
            let voices = spellings(store, &credit.name)?;
            names.gone.push(Gone { name: credit.name, voices, stand_in });
        }
        names.finder = names.finder()?;
        names.stems = names.stems()?;
        names.are_keys_gone = !names.gone.is_empty() || request.everything;
        names.keys = names.new_keys(store, request)?;
        Ok(names)
    }

    /// What stands for a voice, if it is to go.
    pub(super) fn stand_in(&self, voice: &str) -> Option<&Name> {
        self.gone.iter().find(|gone| gone.voices.contains(voice)).map(|gone| &gone.stand_in)
    }

    /// Whether a key, or what another is called, tells one of the names.
    pub(super) fn tells(&self, key: &str) -> bool {
        self.finder.is_in(key) || self.finder.is_within(key) || self.made_of(key).is_some()
    }

    /// A key without the names in it; `None` where it tells none.
    pub(super) fn untold(&self, key: &str) -> Option<String> {
        let made = || self.made_of(key).map(|(instead, rest)| format!("{instead}{rest}"));
        self.finder.replaced(key).or_else(made).or_else(|| self.finder.replaced_within(key))
    }

    fn made_of<'k>(&self, key: &'k str) -> Option<(&str, &'k str)> {
        let made = |(stem, instead)| Some((instead, made_key::rest(key, stem)?));
        self.stems.iter().map(|(stem, instead)| (stem.as_str(), instead.as_str())).find_map(made)
    }

    fn stems(&self) -> Result<Vec<(String, String)>> {
        let mut stems = Vec::new();
        for gone in &self.gone {
            for spelling in gone.voices.iter().map(String::as_str).chain([gone.name.as_written()]) {
                // Of marks alone no key is made.
                if spelling.chars().any(char::is_alphanumeric) {
                    let stem = made_key::stem(&spelling.parse()?)?;
                    stems.push((stem, gone.stand_in.as_written().to_owned()));
                }
            }
        }
        Ok(stems)
    }

    fn finder(&self) -> Result<Finder> {
        let mut finder = Finder::default();
        for gone in &self.gone {
            let instead = gone.stand_in.as_written();
            for spelling in gone.voices.iter().map(String::as_str).chain([gone.name.as_written()]) {
                let name: Name = spelling.parse()?;
                finder.add(spelling, instead);
                finder.add(&name.reading_order(), instead);
                if let NameParts::Person { family, .. } = name.parts() {
                    finder.add_family(family, instead);
                }
            }
        }
        Ok(finder)
    }

    /// The keys of the source, which lead to it whatever they say, and those that tell the name of others that
    /// have it, each with the one that takes its place.
    fn new_keys(&self, store: &Store, request: &Redaction) -> Result<BTreeMap<Key, Key>> {
        let own = &request.source;
        let told = self.are_keys_gone && !is_stand_in_key(own);
        let key = match &request.key {
            Some(key) => key.clone(),
            None if told => free_key(store, &BTreeSet::new())?,
            None => own.clone(),
        };
        if key != *own && (store.find_source(&key)?.is_some() || store.known_as(&key)?.is_some()) {
            return Err(super::super::keys::taken("source", &key));
        }
        let mut keys = BTreeMap::new();
        for old in &self.own_keys {
            let is_own = old == own;
            let of_another = !is_own && store.find_source(old)?.is_some();
            if *old != key
                && !of_another
                && (is_own || (self.are_keys_gone && !is_stand_in_key(old)))
            {
                keys.insert(old.clone(), key.clone());
            }
        }
        // Other sources of the same creators.
        let mut taken: BTreeSet<Key> = [key].into();
        for voice in self.gone.iter().flat_map(|gone| &gone.voices) {
            let Ok(creators) = store.creators_named(voice) else { continue };
            for (other, _) in creators.into_iter().flat_map(|creator| creator.roles) {
                if other != *own && self.tells(&other) && !keys.contains_key(&other) {
                    let key = free_key(store, &taken)?;
                    taken.insert(key.clone());
                    keys.insert(other, key);
                }
            }
        }
        Ok(keys)
    }
}

/// The creators that are to go: those that were asked for, or else all whose names are not withheld
/// already; with everything, these too.
fn chosen(request: &Redaction, creators: &[Credit], former: &[Credit]) -> Result<Vec<Credit>> {
    let all = creators.iter().chain(former).filter(|credit| !is_stand_in(credit));
    if request.creators.is_empty() {
        let chosen = all.filter(|credit| request.everything || !credit.unnamed);
        return Ok(chosen.cloned().collect());
    }
    let all: Vec<&Credit> = all.collect();
    let mut chosen = Vec::new();
    for wanted in &request.creators {
        let voice = wanted.parse::<Name>()?.voice();
        let Some(found) = all.iter().find(|credit| credit.name.voice() == voice) else {
            let key = &request.source;
            let error = Error::not_found(format!("source {key} has and had no creator `{wanted}`"));
            let known = all.iter().map(|credit| credit.name.as_written());
            return Err(match nearest(wanted, known) {
                Some(near) => error.hint(format!("did you mean `{near}`?")),
                None => error.hint(format!("`twosource source show {key}` shows its creators")),
            });
        };
        chosen.push((*found).clone());
    }
    Ok(chosen)
}

fn is_stand_in(credit: &Credit) -> bool {
    credit.unnamed && credit.name.as_written().strip_prefix(STAND_IN).is_some_and(is_number)
}

fn is_stand_in_key(key: &Key) -> bool {
    key.strip_prefix(KEY).is_some_and(is_number)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn no_number() -> Error {
    Error::invalid("no number is left for what is to stand for the name")
        .hint("see whether the casebook is as it was written: twosource doctor")
}

fn free_key(store: &Store, taken: &BTreeSet<Key>) -> Result<Key> {
    for number in 1_u32.. {
        let key: Key = format!("{KEY}{number}").parse()?;
        if !taken.contains(&key)
            && store.find_source(&key)?.is_none()
            && store.known_as(&key)?.is_none()
            && store.changes_about("source", &key, 0)?.is_empty()
        {
            return Ok(key);
        }
    }
    Err(Error::storage("no key is free"))
}
