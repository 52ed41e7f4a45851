//! The names that must not get out, and the texts in which somebody has written them.

mod changes;
mod people;
mod places;
mod spelling;
mod words;

use std::collections::{BTreeMap, HashSet};

use aho_corasick::{AhoCorasick, MatchKind};

use crate::domain::{
    Alias, Confidentiality, Key, Source, has_stand_in_key, is_redacted, strong_identifiers,
};
use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::history::{Difference, WithheldOnce};
pub use places::{Place, Scope};
pub use words::without_markup;
use words::{Words, count, forms, length, spaced};

/// A title of fewer words is one that anything may have.
const SHORTEST_TITLE: usize = 3;

/// A key or identifier of fewer characters may stand for anything.
const SHORTEST_KEY: usize = 5;

/// Words that give a withheld source away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Secret {
    /// What it is: `name`, `title`, `key`, `address`, `identifier`.
    pub what: &'static str,
    /// As the source has it.
    pub written: String,
    /// The source.
    pub source: Key,
}

/// What gives the withheld sources of a casebook away when it stands in a text: the names behind them
/// and, of those that are confidential, titles, keys, addresses and identifiers; of all that they are,
/// and that history tells they were, also of those that are gone.
///
/// What an open source shows as well is no secret. Those who asked the questions and all who work at
/// the desk are none either: reviews and logs bear their names.
pub struct Secrets {
    secrets: Vec<Secret>,
    /// Which secret each pattern stands for.
    patterns: Vec<usize>,
    /// Which secrets are found with a capital letter only: family names may be ordinary words.
    capital: Vec<bool>,
    searcher: AhoCorasick,
}

impl Secrets {
    /// Those of a casebook; `None` where there are none.
    pub fn of(store: &Store) -> Result<Option<Self>> {
        Self::knowing(store, &store.withheld_once()?)
    }

    /// The same where it is known already what is or once was withheld.
    pub(super) fn knowing(store: &Store, once: &WithheldOnce) -> Result<Option<Self>> {
        let today = store.withheld_sources()?;
        let past = store.withheld_states(once)?;
        if today.is_empty() && past.is_empty() {
            return Ok(None);
        }
        let mut gathered = Gathered::new(store)?;
        for source in today.iter().chain(&past) {
            gathered.names(source)?;
            if source.confidentiality == Confidentiality::Confidential {
                gathered.others(source)?;
            }
        }
        let mut capital = Vec::new();
        let (mut secrets, mut patterns, mut texts) = (Vec::new(), Vec::new(), Vec::new());
        for (text, (secret, with_capital)) in gathered.found {
            for form in forms(&text) {
                patterns.push(secrets.len());
                texts.push(form);
            }
            secrets.push(secret);
            capital.push(with_capital);
        }
        if secrets.is_empty() {
            return Ok(None);
        }
        let searcher = AhoCorasick::builder().match_kind(MatchKind::Standard).build(texts);
        let searcher = searcher
            .map_err(|error| Error::storage(format!("names cannot be looked for: {error}")))?;
        Ok(Some(Secrets { secrets, patterns, capital, searcher }))
    }

    /// Those that stand in a text, each once. Of one that is part of another only the longer is told.
    pub fn found_in(&self, text: &str) -> Vec<&Secret> {
        let text = Words::of(text);
        let hits = self.searcher.find_overlapping_iter(&text.spaced);
        let mut found: Vec<(usize, usize, usize)> = hits
            .map(|hit| (hit.start(), hit.end(), self.patterns[hit.pattern().as_usize()]))
            .filter(|(start, end, secret)| !self.capital[*secret] || text.has_capital(*start, *end))
            .collect();
        found.sort_by_key(|(start, end, _)| (*start, std::cmp::Reverse(*end)));
        let (mut seen, mut last): (Vec<usize>, usize) = (Vec::new(), 0);
        for (_, end, secret) in found {
            // The longer ones that start here came before.
            if end > last {
                last = end;
                if !seen.iter().any(|known| self.secrets[*known] == self.secrets[secret]) {
                    seen.push(secret);
                }
            }
        }
        seen.into_iter().map(|secret| &self.secrets[secret]).collect()
    }

    /// Whether any stands in a record before or after a change.
    pub fn stand_in(&self, one: &Difference) -> bool {
        let records = [&one.before, &one.after].into_iter().flatten();
        records.into_iter().any(|record| !self.found_in_document(&record.to_string()).is_empty())
    }

    /// Those that stand in a document, whatever markup is between its words.
    pub fn found_in_document(&self, document: &str) -> Vec<&Secret> {
        let mut found = self.found_in(document);
        for secret in self.found_in(&without_markup(document)) {
            if !found.contains(&secret) {
                found.push(secret);
            }
        }
        found
    }
}

/// Secrets by the words that are looked for.
struct Gathered<'a> {
    store: &'a Store,
    /// With whether a capital letter is needed.
    found: BTreeMap<String, (Secret, bool)>,
    aliases: Vec<Alias>,
    /// What people of the desk are called.
    desk: HashSet<String>,
    /// The names that were looked at.
    known: HashSet<(String, String)>,
}

impl Gathered<'_> {
    fn add(&mut self, what: &'static str, words: String, written: &str, source: &Source) {
        let source = source.key.clone();
        let secret = Secret { what, written: written.to_owned(), source };
        self.found.entry(words).or_insert((secret, false)).1 = false;
    }

    fn others(&mut self, source: &Source) -> Result<()> {
        let title = spaced(&source.title);
        if count(&title) >= SHORTEST_TITLE && !self.is_shown(std::slice::from_ref(&title), true)? {
            self.add("title", title, &source.title, source);
        }
        for key in std::iter::once(&source.key).chain(&source.aliases) {
            self.key(key, source)?;
        }
        let shared = |name: &String| self.store.is_identifier_shown(name);
        let is_shared =
            strong_identifiers(source).iter().map(shared).collect::<Result<Vec<_>>>()?;
        if is_shared.contains(&true) {
            return Ok(());
        }
        for address in [&source.url, &source.archived_url].into_iter().flatten() {
            let bare = address.split_once("://").map_or(address.as_str(), |(_, rest)| rest);
            let bare = bare.strip_prefix("www.").unwrap_or(bare);
            // A house alone may be behind many works.
            let has_path = bare.split_once('/').is_some_and(|(_, path)| !path.trim().is_empty());
            if has_path {
                self.add("address", spaced(bare), address, source);
            }
        }
        for identifier in &source.identifiers {
            let words = spaced(&identifier.value);
            if length(&words) >= SHORTEST_KEY {
                self.add("identifier", words, &identifier.value, source);
            }
        }
        Ok(())
    }

    fn key(&mut self, key: &Key, source: &Source) -> Result<()> {
        let words = spaced(key);
        let is_plain = count(&words) < 2 && !words.contains(char::is_numeric);
        if is_plain || length(&words) < SHORTEST_KEY || has_stand_in_key(key) || is_redacted(key) {
            return Ok(());
        }
        // One that is no more confidential has it still.
        let today = self.store.find_source(key)?;
        if today.is_some_and(|it| it.record.confidentiality != Confidentiality::Confidential) {
            return Ok(());
        }
        let without_marks = format!(" {} ", words.replace(' ', ""));
        self.add("key", without_marks, key, source);
        self.add("key", words, key, source);
        Ok(())
    }

    /// Whether the creators of an open source have these words, in one of the orders; or the titles of one
    /// that is not confidential, where these show as much.
    fn is_shown(&self, orders: &[String], in_titles: bool) -> Result<bool> {
        const LOOKED_AT: usize = 50;
        let Some(first) = orders.first() else { return Ok(false) };
        let words = first.trim();
        if words.is_empty() {
            return Ok(false);
        }
        let sources = self.store.shown_sources_with(words, LOOKED_AT)?;
        let has = |text: &str| {
            let text = spaced(text);
            orders.iter().any(|order| text.contains(order.as_str()))
        };
        Ok(sources.iter().any(|source| {
            let works = [Some(&source.title), source.container.as_ref(), source.publisher.as_ref()];
            let is_open = source.confidentiality == Confidentiality::Open;
            let credits = source.creators.iter().filter(|_| is_open);
            let names = credits.map(|credit| credit.name.as_written());
            let works = works.into_iter().flatten().filter(|_| in_titles).map(String::as_str);
            works.chain(names).any(has)
        }))
    }
}
