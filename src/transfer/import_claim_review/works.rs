//! Articles and works as sources: those of the file, and those that the casebook has already.

use std::collections::HashMap;

use crate::domain::{Key, Source, strong_identifiers};
use crate::error::Result;
use crate::store::Store;

/// A source of the import.
pub(super) struct Work {
    /// As it is to be.
    pub(super) source: Source,
    /// As the casebook has it already.
    pub(super) before: Option<Source>,
    /// The line of the file that names it first.
    pub(super) line: u64,
}

/// The sources of the import, in the order in which the file names them.
pub(super) struct Works<'s> {
    store: &'s Store,
    pub(super) all: Vec<Work>,
    by_key: HashMap<Key, usize>,
    by_page: HashMap<String, usize>,
    /// Works without a page, by what they say.
    by_content: HashMap<String, usize>,
    /// The number with which the search for a free key goes on.
    next: HashMap<Key, u32>,
}

impl<'s> Works<'s> {
    pub(super) fn new(store: &'s Store) -> Self {
        Works {
            store,
            all: Vec::new(),
            by_key: HashMap::new(),
            by_page: HashMap::new(),
            by_content: HashMap::new(),
            next: HashMap::new(),
        }
    }

    /// Which of the sources a work is: the one with its page, DOI or ECLI; without any, the one that says
    /// the same; otherwise a new one.
    pub(super) fn settle(&mut self, work: Source, line: u64) -> Result<usize> {
        let pages = strong_identifiers(&work);
        for page in &pages {
            if let Some(number) = self.by_page.get(page) {
                return Ok(*number);
            }
            if let Some(key) = self.store.source_with_identifier(page)? {
                return self.known(&key, line);
            }
        }
        if pages.is_empty()
            && let Some(number) = self.with_same_content(&work, line)?
        {
            return Ok(number);
        }
        let key = self.free_key(&work.key)?;
        Ok(self.add(Work { source: Source { key, ..work }, before: None, line }))
    }

    /// A source that the casebook has.
    fn known(&mut self, key: &Key, line: u64) -> Result<usize> {
        if let Some(number) = self.by_key.get(key) {
            return Ok(*number);
        }
        let source = self.store.source(key)?.record;
        Ok(self.add(Work { before: Some(source.clone()), source, line }))
    }

    fn add(&mut self, work: Work) -> usize {
        let number = self.all.len();
        self.by_key.insert(work.source.key.clone(), number);
        let pages = strong_identifiers(&work.source);
        if pages.is_empty() {
            self.by_content.insert(content(&work.source), number);
        }
        for page in pages {
            self.by_page.entry(page).or_insert(number);
        }
        self.all.push(work);
        number
    }

    fn with_same_content(&mut self, work: &Source, line: u64) -> Result<Option<usize>> {
        let content_of_work = content(work);
        if let Some(number) = self.by_content.get(&content_of_work) {
            return Ok(Some(*number));
        }
        // An earlier import gave it the proposed key, or the next that was free.
        let mut key = work.key.clone();
        for number in 2_u32.. {
            match self.store.find_source(&key)? {
                None => break,
                Some(known) if content(&known.record) == content_of_work => {
                    return self.known(&key, line).map(Some);
                }
                Some(_) => key = numbered(&work.key, number)?,
            }
        }
        Ok(None)
    }

    fn free_key(&mut self, stem: &Key) -> Result<Key> {
        let mut key = stem.clone();
        let mut number = self.next.get(stem).copied().unwrap_or(1);
        while self.by_key.contains_key(&key) || self.store.find_source(&key)?.is_some() {
            number += 1;
            key = numbered(stem, number)?;
        }
        self.next.insert(stem.clone(), number);
        Ok(key)
    }
}

fn numbered(stem: &Key, number: u32) -> Result<Key> {
    format!("{stem}-{number}").parse()
}

/// What tells a work without a page from others.
fn content(work: &Source) -> String {
    let Source { kind, title, creators, publisher, issued, url, .. } = work;
    format!("{:?}", (kind, title, creators, publisher, issued, url))
}
