//! The names of those who are behind withheld sources.

use std::collections::{BTreeMap, HashSet};

use super::spelling::{Spelling, spellings};
use super::words::spaced;
use super::{Gathered, Secret};
use crate::domain::{Credit, Name, NameParts, Role, Source, is_redacted};
use crate::error::Result;
use crate::store::Store;

impl<'a> Gathered<'a> {
    pub(super) fn new(store: &'a Store) -> Result<Self> {
        let desk = desk(&store.people_of_the_desk()?);
        let (found, known) = (BTreeMap::new(), HashSet::new());
        Ok(Gathered { store, found, aliases: store.aliases()?, desk, known })
    }

    /// The names of those who are behind a source, under all that they were ever called.
    pub(super) fn names(&mut self, source: &Source) -> Result<()> {
        // What a description says is there to be printed.
        let named = |credit: &&Credit| {
            let is_told = credit.unnamed || credit.role == Role::Interviewer;
            !is_told && !is_redacted(credit.name.as_written())
        };
        for Credit { name, .. } in source.creators.iter().filter(named) {
            // History tells the same of many changes.
            if !self.known.insert((name.as_written().to_owned(), source.key.to_string())) {
                continue;
            }
            self.name(name, name.as_written(), source)?;
            for other in self.store.spellings(name, &self.aliases)? {
                if other != name.voice() && !is_redacted(&other) {
                    self.name(&other.parse()?, name.as_written(), source)?;
                }
            }
        }
        Ok(())
    }

    /// One of a person's names; `written` is what the source says.
    fn name(&mut self, name: &Name, written: &str, source: &Source) -> Result<()> {
        if self.store.is_named_by_an_open_source(&name.voice())? {
            return Ok(());
        }
        let orders = [spaced(name.as_written()), spaced(&name.reading_order())];
        if self.is_shown(&orders, false)? {
            return Ok(());
        }
        for Spelling { text, alone } in spellings(name) {
            let words = spaced(&text);
            let is_open = orders.contains(&words) || self.found.contains_key(&words);
            let is_free = self.desk.contains(&words)
                || (!is_open && self.is_shown(std::slice::from_ref(&words), alone)?);
            if is_free {
                continue;
            }
            // Who is written without a capital is looked for without one.
            let is_written_small = !written.contains(char::is_uppercase);
            let with_capital = alone && !is_written_small;
            let secret =
                Secret { what: "name", written: written.to_owned(), source: source.key.clone() };
            let known = self.found.entry(words).or_insert((secret, with_capital));
            known.1 &= with_capital;
        }
        Ok(())
    }
}

/// What people of the desk are called: their names in both orders, and their family names.
fn desk(people: &[String]) -> HashSet<String> {
    let mut called = HashSet::new();
    for person in people {
        called.insert(spaced(person));
        let Ok(name) = person.parse::<Name>() else { continue };
        called.insert(spaced(&name.reading_order()));
        match name.parts() {
            NameParts::Person { family, given } => {
                called.insert(spaced(family));
                called.insert(spaced(&format!("{family}, {given}")));
            }
            NameParts::Literal(text) => {
                if let Some((given, family)) = text.rsplit_once(char::is_whitespace) {
                    called.insert(spaced(family));
                    called.insert(spaced(&format!("{family}, {given}")));
                }
            }
        }
    }
    called
}
